package org.shishi.testbed.container;

import java.util.Hashtable;
import java.util.Map;
import java.util.function.Consumer;
import org.ops4j.pax.exam.ProbeInvoker;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts with a probe bundle and offers what Pax Exam calls: run an action with the probe's bundle context. */
public final class ProbeActivator implements BundleActivator {

    static final String SIGNATURE = "Probe-Signature";

    @Override
    public void start(BundleContext context) {
        String signature = context.getBundle().getHeaders().get(SIGNATURE);
        ProbeInvoker invoker = arguments -> call(context, arguments[0]);
        context.registerService(ProbeInvoker.class, invoker, new Hashtable<>(Map.of(SIGNATURE, signature)));
    }

    @SuppressWarnings("unchecked") // only Probe calls, and this is what it sends
    private static void call(BundleContext context, Object action) {
        ((Consumer<BundleContext>) action).accept(context);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the registration back.
    }
}
