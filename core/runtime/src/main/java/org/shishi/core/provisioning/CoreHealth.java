package org.shishi.core.provisioning;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.Health;
import org.shishi.api.platform.PlatformInfo;

/**
 * The core is up when the programmes of the folder have been dealt with, well or not, or half a minute has passed: a node
 * that knows none of them yet is not to be sent their visitors, and one programme that hangs is not to keep the others from
 * theirs. From then on it stays up, whatever programme starts.
 */
@Component
public final class CoreHealth implements Health {

    private final Provisioner provisioner;
    private final PlatformInfo platform;

    @Activate
    public CoreHealth(@Reference Provisioner provisioner, @Reference PlatformInfo platform) {
        this.provisioner = provisioner;
        this.platform = platform;
    }

    @Override
    public String component() {
        return "core";
    }

    @Override
    public boolean up() {
        return provisioner.begun();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("version", platform.version(), "node", platform.node());
    }
}
