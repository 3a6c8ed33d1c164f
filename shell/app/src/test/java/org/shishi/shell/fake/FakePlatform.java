package org.shishi.shell.fake;

import java.nio.file.Path;
import org.shishi.api.platform.PlatformInfo;

/** A demonstration. */
public final class FakePlatform implements PlatformInfo {

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public boolean demo() {
        return true;
    }

    @Override
    public String node() {
        return "node-1";
    }

    @Override
    public Path home() {
        return Path.of(".");
    }
}
