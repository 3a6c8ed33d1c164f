package org.shishi.core.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.time.ShanghaiClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says each second that this node is there, and looks for those that are there no more. Only the database's clock is
 * compared, so that a node whose own clock is wrong takes nobody for dead.
 *
 * <p>Who could not reach the database himself judges nobody until he has been back for as long as others may be silent:
 * after the database was away, everybody looks dead for a moment.
 */
@Component(service = NodeWatch.class, immediate = true)
public final class NodeWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final CoreDatabase database;
    private final ThisNode node;
    private final ClockAlarm alarm;
    private final Clock clock;
    private final LongSupplier nanos;
    private final ScheduledExecutorService thread;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    volatile List<NodeLoss> losses = List.of();

    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean twin;
    private volatile int running = 1;
    private List<NodeLoss> released = List.of();
    private long beaten;
    private long judgesFrom;
    private boolean failing;

    /** The clock that is watched is the machine's: by it Quartz begins jobs. Where the platform was given another, that is meant. */
    @Activate
    public NodeWatch(@Reference CoreDatabase database, @Reference ThisNode node, @Reference ClockAlarm alarm) {
        this(database, node, alarm, new ShanghaiClock(), System::nanoTime);
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Beats only when told to; for tests. */
    NodeWatch(CoreDatabase database, ThisNode node, ClockAlarm alarm, Clock clock, LongSupplier nanos) {
        this.database = database;
        this.node = node;
        this.alarm = alarm;
        this.clock = clock;
        this.nanos = nanos;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("shishi-node").factory());
        this.beaten = nanos.getAsLong();
        this.judgesFrom = beaten + NodeRows.LOST_AFTER.toNanos();
        database.transact(handle -> {
            rows(handle).begin(node);
            return null;
        });
        beat();
    }

    static boolean wrong(Duration ahead) {
        return ahead.abs().compareTo(TOLERATED) > 0;
    }

    void beat() {
        long now = nanos.getAsLong();
        if (now - beaten > NodeRows.LOST_AFTER.toNanos()) {
            judgesFrom = now + NodeRows.LOST_AFTER.toNanos();
        }
        Duration measured = measure();
        boolean judges = now >= judgesFrom;
        int lost = database.transact(handle -> {
            NodeRows rows = rows(handle);
            noticeTwin(!rows.touch(node, measured));
            int found = judges ? rows.lose(node) : 0;
            running = Math.max(1, rows.running());
            return found;
        });
        beaten = now;
        ahead = measured;
        alarm.look(node.name(), measured, wrong(measured));
        if (lost > 0) {
            LOG.warn("{} node(s) not heard of for {}: what they were at is taken over", lost, NodeRows.LOST_AFTER);
        }
        release(lost > 0);
    }

    /** Half of the time that the question took is the answer's age. */
    private Duration measure() {
        Instant before = clock.instant();
        Instant there = database.read(handle -> rows(handle).now());
        Duration took = Duration.between(before, clock.instant());
        return Duration.between(there, before.plus(took.dividedBy(2)));
    }

    private void noticeTwin(boolean found) {
        if (found && !twin) {
            LOG.error(
                    "Another process runs on this database under the name {}: give each node a SHISHI_NODE of its own",
                    node.name());
        }
        twin = found;
    }

    /** Also when somebody who can release has just come: what was lost before concerns him too. */
    private void release(boolean lost) {
        List<NodeLoss> present = losses;
        if (lost || present != released) {
            database.transact(handle -> {
                present.forEach(NodeLoss::release);
                return null;
            });
            released = present;
        }
    }

    private void look() {
        try {
            beat();
            failing = false;
        } catch (RuntimeException e) {
            // Said once: the database has its own health line.
            if (!failing) {
                LOG.warn("This node cannot say that it is there: {}", e.getMessage());
            }
            failing = true;
        }
    }

    /** What tells this process from the one before under the same name. */
    public UUID run() {
        return node.run();
    }

    /** How far this node's clock is ahead of the database's, as last measured; negative: behind. */
    Duration ahead() {
        return ahead;
    }

    /** Whether another process has taken this node's name. */
    boolean twin() {
        return twin;
    }

    /** Nodes that run, this one among them. */
    int running() {
        return running;
    }

    private NodeRows rows(Handle handle) {
        return new NodeRows(handle, database.postgres());
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
        try {
            database.transact(handle -> {
                rows(handle).end(node);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.debug("The end of this node could not be written down", e);
        }
    }
}
