package org.shishi.core.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.Health;

/** Whether this node is what the others take it for: its clock right, its name its own. It serves people all the same. */
@Component
public final class NodeHealth implements Health {

    private final ThisNode node;
    private final NodeWatch watch;

    @Activate
    public NodeHealth(@Reference ThisNode node, @Reference NodeWatch watch) {
        this.node = node;
        this.watch = watch;
    }

    @Override
    public String component() {
        return "node";
    }

    @Override
    public boolean up() {
        return true;
    }

    @Override
    public boolean degraded() {
        return watch.twin() || NodeWatch.wrong(watch.ahead());
    }

    @Override
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("name", node.name());
        details.put("nodes", Integer.toString(watch.running()));
        details.put("clockAheadSeconds", Long.toString(watch.ahead().toSeconds()));
        if (watch.twin()) {
            details.put("nameTaken", "true");
        }
        return details;
    }
}
