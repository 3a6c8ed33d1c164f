package org.shishi.core.organisation;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.core.persistence.CoreDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's copy of the tree. Each change of the tree leaves a new random stamp in the database; a copy with another
 * stamp is old. This node looks right after its own changes are committed, and every second for those of others: readers
 * never wait, and see a change elsewhere a second later at most.
 *
 * <p>The copy is never loaded inside somebody's transaction, so what is rolled back was never in it.
 */
@Component(service = CurrentTree.class)
public final class CurrentTree {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentTree.class);

    private record Copy(UUID stamp, Tree tree) {}

    private final CoreDatabase database;
    private final ScheduledExecutorService watch;
    private volatile Copy copy;
    private boolean failing;

    @Activate
    public CurrentTree(@Reference CoreDatabase database, @Reference Begun begun) {
        this(database);
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Without a look at what other nodes do; for tests. */
    public CurrentTree(CoreDatabase database) {
        this.database = database;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("shishi-organisations").factory());
        refresh();
    }

    Tree get() {
        return copy.tree;
    }

    /** @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN} for everybody but administrators */
    public TreeScope scope(Caller caller) {
        return TreeScope.of(caller, get());
    }

    /** Loads the tree anew if it has changed. Not to be called inside a transaction. */
    public synchronized void refresh() {
        database.read(handle -> {
            OrganisationRows rows = new OrganisationRows(handle);
            // First the stamp: if a change falls between the two, the next look finds another stamp.
            UUID stamp = rows.stamp();
            if (copy == null || !copy.stamp.equals(stamp)) {
                copy = new Copy(stamp, Tree.of(rows.all(), new HistoryRows(handle).past()));
            }
            return null;
        });
    }

    private void look() {
        try {
            refresh();
            failing = false;
        } catch (RuntimeException e) {
            // Said once: the database has its own health line.
            if (!failing) {
                LOG.warn("The organisations cannot be looked at, the last known tree stays: {}", e.getMessage());
            }
            failing = true;
        }
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
    }
}
