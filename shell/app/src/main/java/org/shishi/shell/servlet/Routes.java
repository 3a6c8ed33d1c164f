package org.shishi.shell.servlet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.AmbiguousRouteConfigurationException;
import com.vaadin.flow.server.RouteRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.shell.layout.MainLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands under which path: the shell's own pages, and those that come and go. Thread-safe. */
@org.osgi.service.component.annotations.Component(service = Routes.class)
public final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final Map<String, Class<? extends Component>> guests = new LinkedHashMap<>();
    private RouteConfiguration flow;

    /** The servlet is up: everything known so far gets its route. */
    synchronized void attach(RouteRegistry registry) {
        flow = RouteConfiguration.forRegistry(registry);
        OwnPages.register(flow);
        guests.forEach(this::set);
    }

    synchronized void detach() {
        flow = null;
    }

    synchronized boolean attached() {
        return flow != null;
    }

    synchronized void add(String path, Class<? extends Component> page) {
        if (guests.putIfAbsent(path, page) != null) {
            LOG.warn("The path {} is taken; {} gets none", path, page.getName());
            return;
        }
        set(path, page);
    }

    synchronized void remove(String path, Class<? extends Component> page) {
        if (guests.remove(path, page) && flow != null) {
            flow.removeRoute(path, page);
        }
    }

    synchronized Optional<Class<? extends Component>> guest(String path) {
        return Optional.ofNullable(guests.get(path));
    }

    private void set(String path, Class<? extends Component> page) {
        if (flow == null) {
            return;
        }
        try {
            flow.setRoute(path, page, List.of(MainLayout.class));
        } catch (AmbiguousRouteConfigurationException e) {
            LOG.warn("{} can't stand at {}: {}", page.getName(), path, e.getMessage());
        }
    }
}
