package org.shishi.core.platform;

import java.nio.file.Path;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.shishi.api.platform.PlatformInfo;

/** What the launcher and the core's own bundle say of this installation. */
@Component
public final class Installed implements PlatformInfo {

    private final String version;
    private final boolean demo;
    private final String node;
    private final Path home;

    @Activate
    public Installed(BundleContext context) {
        Version bundle = context.getBundle().getVersion();
        version = bundle.getMajor() + "." + bundle.getMinor() + "." + bundle.getMicro();
        demo = Boolean.parseBoolean(context.getProperty("shishi.demo"));
        node = Objects.requireNonNullElse(context.getProperty("shishi.node"), "node-1");
        home = Path.of(Objects.requireNonNull(
                context.getProperty("shishi.home"), "The property shishi.home is missing: the launcher sets it."));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public boolean demo() {
        return demo;
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public Path home() {
        return home;
    }
}
