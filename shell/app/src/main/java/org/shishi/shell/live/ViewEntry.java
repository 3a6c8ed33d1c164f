package org.shishi.shell.live;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.kit.page.Page;
import org.shishi.kit.page.PageView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A programme's own view, as its component announces it.
 *
 * @param path below the programme's route
 * @param title key in the programme's texts
 */
public record ViewEntry(
        long bundleId,
        Class<? extends Component> type,
        String path,
        String title,
        String icon,
        int order,
        Right right) {

    private static final Logger LOG = LoggerFactory.getLogger(ViewEntry.class);

    static Optional<ViewEntry> of(ServiceReference<PageView> reference) {
        Bundle bundle = reference.getBundle();
        String name = String.valueOf(reference.getProperty("component.name"));
        Object path = reference.getProperty(Page.PREFIX_ + "path");
        Object title = reference.getProperty(Page.PREFIX_ + "title");
        if (bundle == null || path == null || title == null) {
            LOG.warn("The view {} is left out: it carries no @Page", name);
            return Optional.empty();
        }
        try {
            return Optional.of(new ViewEntry(
                    bundle.getBundleId(),
                    bundle.loadClass(name).asSubclass(Component.class),
                    path.toString(),
                    title.toString(),
                    text(reference, "icon", "vaadin:file"),
                    Integer.parseInt(text(reference, "order", "1000")),
                    Right.valueOf(text(reference, "right", Right.VIEW.name()))));
        } catch (ClassNotFoundException | ClassCastException | IllegalArgumentException e) {
            LOG.warn("The view {} of {} is left out: {}", name, bundle.getSymbolicName(), e.toString());
            return Optional.empty();
        }
    }

    private static String text(ServiceReference<PageView> reference, String name, String otherwise) {
        Object value = reference.getProperty(Page.PREFIX_ + name);
        return value == null ? otherwise : value.toString();
    }

    /** {@code 2026/basket/map}. */
    public String route(LiveProgramme programme) {
        return programme.context().year() + "/" + programme.descriptor().id() + "/" + path;
    }

    /** A path with parameters needs a record at hand, so it can't stand in a menu. */
    public boolean inMenu() {
        return !path.contains(":");
    }
}
