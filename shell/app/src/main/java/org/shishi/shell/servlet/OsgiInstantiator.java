package org.shishi.shell.servlet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

/**
 * Makes pages: a component class that is published as a DS component of prototype scope comes from there, one instance
 * per visit, and goes back when the visit ends. Everything else Flow makes itself.
 */
final class OsgiInstantiator extends DefaultInstantiator {

    private static final long serialVersionUID = 1L;

    private final transient BundleContext bundles;
    private final transient I18NProvider texts = new ShellI18n();

    OsgiInstantiator(VaadinService service, BundleContext bundles) {
        super(service);
        this.bundles = bundles;
    }

    /** The inherited one keeps its provider in a static field, which an exchanged shell would still find. */
    @Override
    public I18NProvider getI18NProvider() {
        return texts;
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        if (!Component.class.isAssignableFrom(type)) {
            return super.getOrCreate(type);
        }
        Optional<ServiceReference<?>> published = published(type);
        return published.isPresent() ? borrow(published.get(), type) : super.getOrCreate(type);
    }

    private <T> T borrow(ServiceReference<?> reference, Class<T> type) {
        ServiceObjects<Object> objects = objects(reference);
        Object made = objects.getService();
        if (made == null) {
            throw new IllegalStateException(type.getName() + " could not be made: " + reference);
        }
        T page = type.cast(made);
        UI ui = UI.getCurrent();
        if (ui != null) {
            Loans.of(ui).add((Component) page, () -> giveBack(objects, made));
        }
        return page;
    }

    @SuppressWarnings("unchecked")
    private ServiceObjects<Object> objects(ServiceReference<?> reference) {
        return bundles.getServiceObjects((ServiceReference<Object>) reference);
    }

    private static void giveBack(ServiceObjects<Object> objects, Object page) {
        try {
            objects.ungetService(page);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Its bundle has stopped: SCR took it back already.
            return;
        }
    }

    /** The same class name may come from two years of a programme: the class' own bundle decides. */
    private Optional<ServiceReference<?>> published(Class<?> type) {
        Bundle home = FrameworkUtil.getBundle(type);
        if (home == null) {
            return Optional.empty();
        }
        try {
            ServiceReference<?>[] all =
                    bundles.getAllServiceReferences(null, "(component.name=" + type.getName() + ")");
            return all == null
                    ? Optional.empty()
                    : Arrays.stream(all).filter(r -> home.equals(r.getBundle())).max(Comparator.naturalOrder());
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(type.getName(), e);
        }
    }
}
