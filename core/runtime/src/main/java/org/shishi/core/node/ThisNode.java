package org.shishi.core.node;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.PlatformInfo;

/** This process: the operator's name for it, and what tells it from the one before under the same name. */
@Component(service = ThisNode.class)
public final class ThisNode {

    private final String name;
    private final String version;
    private final UUID run = UUID.randomUUID();

    @Activate
    public ThisNode(@Reference PlatformInfo platform) {
        this(platform.node(), platform.version());
    }

    ThisNode(String name, String version) {
        this.name = name;
        this.version = version;
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    public UUID run() {
        return run;
    }
}
