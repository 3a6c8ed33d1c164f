package org.shishi.shell.servlet;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.Health;
import org.shishi.shell.live.OpenUis;

/** Whether people can work: the servlet answers. */
@Component
public final class ShellHealth implements Health {

    private final Routes routes;
    private final OpenUis open;

    @Activate
    public ShellHealth(@Reference Routes routes, @Reference OpenUis open) {
        this.routes = routes;
        this.open = open;
    }

    @Override
    public String component() {
        return "shell";
    }

    @Override
    public boolean up() {
        return routes.attached();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("openPages", Integer.toString(open.all().size()));
    }
}
