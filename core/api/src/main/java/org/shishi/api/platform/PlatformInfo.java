package org.shishi.api.platform;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** What this installation is. An OSGi service. */
@ProviderType
public interface PlatformInfo {

    String version();

    boolean demo();

    String node();

    /** Data, logs, configuration, dropped programmes. */
    Path home();
}
