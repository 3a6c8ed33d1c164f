package org.shishi.core.node;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Nodes;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.CoreDatabase;

/** What the administrator sees of the nodes. */
@Component
public final class NodesService implements Nodes {

    private final CoreDatabase database;
    private final ThisNode here;
    private final NodeWatch watch;

    @Activate
    public NodesService(@Reference CoreDatabase database, @Reference ThisNode here, @Reference NodeWatch watch) {
        this.database = database;
        this.here = here;
        this.watch = watch;
    }

    @Override
    public List<Node> list(Caller caller) {
        if (!caller.runsPlatform()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        return database.read(handle -> new NodeRows(handle, database.postgres()).all(here));
    }

    @Override
    public int running() {
        return watch.running();
    }
}
