package org.shishi.core.platform;

import java.nio.file.Path;
import org.shishi.api.platform.PlatformInfo;

/** An installation of a test. */
public record TestInfo(boolean demo, Path home) implements PlatformInfo {

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String node() {
        return "test";
    }
}
