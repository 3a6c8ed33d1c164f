package org.shishi.core.scheduling;

import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.core.QuartzScheduler;
import org.quartz.core.QuartzSchedulerResources;
import org.quartz.impl.DefaultThreadExecutor;
import org.quartz.impl.StdJobRunShellFactory;
import org.quartz.impl.StdScheduler;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.utils.DBConnectionManager;

/**
 * Makes Quartz schedulers on the core's database. Put together by hand: Quartz' factories read files and class names and
 * keep every scheduler in a registry of the process, where two nodes of a test and two runs of a bundle would meet.
 */
final class Quartz {

    private static final int THREADS = 3;
    private static final long IDLE_MILLIS = 30_000;
    private static final long DATABASE_RETRY_MILLIS = 15_000;
    /** Later than this is missed, and made up or skipped by the job's own rule. */
    static final long MISSED_AFTER_MILLIS = 60_000;
    /** How often it is looked whether the runs of a dead node are to be taken over. */
    private static final long CHECK_IN_MILLIS = 3_000;

    private final String node;
    private final boolean clustered;
    private final String connections = "shishi-" + UUID.randomUUID();
    private final SharedPool pool;

    /** @param postgres several nodes may share it; an embedded database has one */
    Quartz(DataSource dataSource, boolean postgres, String node) {
        this.node = node;
        this.clustered = postgres;
        this.pool = new SharedPool(dataSource);
        DBConnectionManager.getInstance().addConnectionProvider(connections, pool);
    }

    void close() {
        pool.forget();
    }

    boolean clustered() {
        return clustered;
    }

    String node() {
        return node;
    }

    /**
     * A scheduler that does not run yet.
     *
     * @param name the same on every node
     * @param run called with a job's name when it is time; must not throw
     */
    Scheduler scheduler(String name, Consumer<String> run) throws SchedulerException {
        JobStoreTX store = store(name);

        QuartzSchedulerResources parts = new QuartzSchedulerResources();
        parts.setName(name);
        parts.setInstanceId(node);
        parts.setThreadName("jobs-" + name);
        parts.setMakeSchedulerThreadDaemon(true);
        parts.setThreadExecutor(new DefaultThreadExecutor());
        parts.setThreadPool(new JobThreads(name, THREADS));
        parts.setJobStore(store);
        StdJobRunShellFactory shells = new StdJobRunShellFactory();
        parts.setJobRunShellFactory(shells);

        QuartzScheduler core = new QuartzScheduler(parts, IDLE_MILLIS, DATABASE_RETRY_MILLIS);
        StdScheduler scheduler = new StdScheduler(core);
        store.initialize(new StoredClasses(), core.getSchedulerSignaler());
        shells.initialize(scheduler);
        core.initialize();
        scheduler.setJobFactory((bundle, in) -> new StoredJob(run));
        return scheduler;
    }

    private JobStoreTX store(String name) throws SchedulerException {
        JobStoreTX store = new ClusterStore();
        store.setInstanceName(name);
        store.setInstanceId(node);
        store.setDataSource(connections);
        store.setTablePrefix("core.qrtz_");
        try {
            store.setDriverDelegateClass((clustered ? PostgreSQLDelegate.class : StdJDBCDelegate.class).getName());
        } catch (org.quartz.impl.jdbcjobstore.InvalidConfigurationException e) {
            throw new SchedulerException(e);
        }
        store.setUseProperties("true");
        store.setIsClustered(clustered);
        store.setClusterCheckinInterval(CHECK_IN_MILLIS);
        store.setMisfireThreshold(MISSED_AFTER_MILLIS);
        store.setMakeThreadsDaemons(true);
        store.setThreadPoolSize(THREADS);
        return store;
    }
}
