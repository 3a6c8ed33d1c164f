package org.shishi.testbed.container;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** Hands the bundle context and OSGi services to test methods, seen from the bundle that holds the tests. */
final class InsideParameters implements ParameterResolver {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(InsideParameters.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.isAnnotated(Service.class) || parameter.getParameter().getType() == BundleContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        BundleContext context = contextOf(test.getRequiredTestClass());
        return parameter
                .findAnnotation(Service.class)
                .map(wanted -> service(wanted, parameter, test, context))
                .orElse(context);
    }

    private static BundleContext contextOf(Class<?> testClass) {
        Bundle bundle = FrameworkUtil.getBundle(testClass);
        if (bundle == null) {
            throw new ParameterResolutionException(testClass.getName() + " does not run inside a container");
        }
        return bundle.getBundleContext();
    }

    private static Object service(
            Service wanted, ParameterContext parameter, ExtensionContext test, BundleContext context) {
        Filter filter = filter(wanted, parameter.getParameter().getType());
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, filter, null);
        tracker.open();
        test.getStore(STORE).put(tracker, (AutoCloseable) tracker::close);
        try {
            Object service = wanted.timeoutSeconds() == 0
                    ? tracker.getService()
                    : tracker.waitForService(wanted.timeoutSeconds() * 1000L);
            if (service == null) {
                throw new ParameterResolutionException("no service " + filter + " within " + wanted.timeoutSeconds()
                        + " s; bundles not active: [" + BundleStates.notActive(context) + "]");
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("interrupted while waiting for " + filter, e);
        }
    }

    private static Filter filter(Service wanted, Class<?> type) {
        String byType = "(" + Constants.OBJECTCLASS + "=" + type.getName() + ")";
        try {
            return FrameworkUtil.createFilter(
                    wanted.filter().isEmpty() ? byType : "(&" + byType + wanted.filter() + ")");
        } catch (InvalidSyntaxException e) {
            throw new ParameterResolutionException("not an OSGi filter: " + wanted.filter(), e);
        }
    }
}
