package org.shishi.core.task;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Incidents;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.platform.Tasks;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.record.Ids;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.node.NodeLoss;
import org.shishi.core.persistence.CoreDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks on two threads of this node. A task that was under way when the node went down is found by the other nodes,
 * or at the next start, and says so.
 */
@Component(service = {Tasks.class, TaskRunner.class, NodeLoss.class})
public final class TaskEngine implements Tasks, TaskRunner, NodeLoss {

    private static final Logger LOG = LoggerFactory.getLogger(TaskEngine.class);
    private static final int THREADS = 2;
    private static final int MOST_PER_ACCOUNT = 2;
    private static final int MOST_LISTED = 1_000;
    private static final String STOPPED = "CORE-TASK-STOPPED";
    private static final String FAULT = "CORE-TASK-FAULT";
    private static final String OFFLINE = "CORE-TASK-OFFLINE";
    /** Why work stands still that somebody may go on with. */
    private static final List<String> WAITING = List.of(STOPPED, OFFLINE);

    private final Organisations organisations;
    private final CoreTexts texts;
    private final Incidents incidents;
    private final Clock clock;
    private final String node;
    private final TaskStore store;
    private final TaskRows rows;
    private final ExecutorService threads;
    private final Map<UUID, RunningTask> running = new ConcurrentHashMap<>();
    private final Set<String> goneOnWith = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @Activate
    public TaskEngine(
            @Reference CoreDatabase core,
            @Reference Organisations organisations,
            @Reference CoreTexts texts,
            @Reference Incidents incidents,
            @Reference PlatformInfo platform,
            @Reference Clock clock) {
        this.organisations = organisations;
        this.texts = texts;
        this.incidents = incidents;
        this.clock = clock;
        this.node = platform.node();
        this.store = new TaskStore(core);
        this.rows = new TaskRows(core);
        this.threads = threads();
        int abandoned = store.abandon(node, STOPPED, texts.get(STOPPED), clock.instant());
        if (abandoned > 0) {
            LOG.info("{} tasks were under way when this node last stopped; they are marked as failed", abandoned);
        }
    }

    @Override
    public void release() {
        int abandoned = store.abandonLost(STOPPED, texts.get(STOPPED), clock.instant());
        if (abandoned > 0) {
            LOG.info("{} tasks were under way on a node that is lost; they are marked as failed", abandoned);
        }
    }

    private static ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "task-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setContextClassLoader(TaskEngine.class.getClassLoader());
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Work under way ends at its next step and takes back what it saved. */
    @Deactivate
    public void stop() throws InterruptedException {
        stopping = true;
        running.values().forEach(RunningTask::stop);
        threads.shutdown();
        if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
            LOG.warn("A task did not end in time; it is marked as failed at the next start");
            threads.shutdownNow();
        }
    }

    @Override
    public UUID start(Caller caller, Plan plan, Work work) {
        if (store.running(caller.accountId()) >= MOST_PER_ACCOUNT) {
            throw new RefusedException("CORE-TASK-BUSY", null, MOST_PER_ACCOUNT);
        }
        UUID id = Ids.next();
        store.insert(id, caller, plan, node, clock.instant());
        RunningTask task = new RunningTask(id, plan.details(), store, rows, clock);
        running.put(id, task);
        threads.execute(() -> run(task, work));
        return id;
    }

    @Override
    public void goesOn(String kind) {
        goneOnWith.add(kind);
    }

    @Override
    public List<Known> interrupted(String kind) {
        return store.failed(node, kind, WAITING);
    }

    @Override
    public boolean resume(UUID id, Work work) {
        Optional<Known> known = store.find(id);
        if (stopping || known.isEmpty() || !store.again(id, node)) {
            return false;
        }
        RunningTask task = new RunningTask(id, known.get().details(), store, rows, clock);
        Task before = known.get().task();
        task.goOn(new TaskCounts(before.done(), before.total(), before.accepted(), before.rejected(), before.warned()));
        running.put(id, task);
        threads.execute(() -> run(task, work));
        return true;
    }

    private void run(RunningTask task, Work work) {
        try {
            task.check();
            work.run(task);
            end(task, State.DONE, null, null);
        } catch (TaskStoppedException e) {
            if (stopping) {
                end(task, State.FAILED, STOPPED, texts.get(STOPPED));
            } else {
                end(task, State.CANCELLED, null, null);
            }
        } catch (RefusedException e) {
            Violation first = e.violations().getFirst();
            end(task, State.FAILED, first.code(), texts.message(first, null));
        } catch (ProgrammeOfflineException e) {
            end(task, State.FAILED, OFFLINE, texts.get(OFFLINE));
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            String number = incidents.report("task " + task.id(), e);
            end(task, State.FAILED, number, texts.get(FAULT, number));
        } finally {
            running.remove(task.id());
        }
    }

    private void end(RunningTask task, State state, String code, Text error) {
        try {
            store.end(task.id(), state, task.counts(), code, error, clock.instant());
        } catch (RuntimeException e) {
            incidents.report("end of task " + task.id(), e);
        }
    }

    @Override
    public Optional<Known> find(Caller caller, UUID id) {
        return store.find(id).filter(known -> sees(caller, known)).map(this::now);
    }

    @Override
    public List<TaskRow> rejected(UUID id, int afterSheet, int afterRow, int limit) {
        return rows.rejectedAfter(id, afterSheet, afterRow, limit);
    }

    @Override
    public void undone(UUID id) {
        store.undone(id);
    }

    @Override
    public Optional<Task> get(Caller caller, UUID id) {
        return find(caller, id).map(Known::task);
    }

    @Override
    public List<Row> rejectedRows(Caller caller, UUID id, int afterRow, int limit) {
        require(caller, id);
        return plain(rows.rejectedAfter(id, afterRow, limited(limit)));
    }

    @Override
    public List<Row> warnedRows(Caller caller, UUID id, int afterRow, int limit) {
        require(caller, id);
        return plain(rows.warnedAfter(id, afterRow, limited(limit)));
    }

    @Override
    public List<Row> previewRows(Caller caller, UUID id, int limit) {
        require(caller, id);
        return plain(rows.preview(id, limited(limit)));
    }

    @Override
    public List<Task> mine(Caller caller, int limit) {
        return store.of(caller.accountId(), limited(limit)).stream()
                .map(this::now)
                .map(Known::task)
                .toList();
    }

    @Override
    public void cancel(Caller caller, UUID id) {
        Known known = require(caller, id);
        if (!known.task().startedBy().equals(caller.accountId())) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        RunningTask task = running.get(id);
        if (task != null) {
            task.stop();
            return;
        }
        store.requestCancel(id);
        if (goneOnWith.contains(known.task().kind())) {
            store.giveUp(id, WAITING);
        }
    }

    private Known require(Caller caller, UUID id) {
        return find(caller, id).orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    private static int limited(int limit) {
        return Math.clamp(limit, 1, MOST_LISTED);
    }

    private boolean sees(Caller caller, Known known) {
        if (known.task().startedBy().equals(caller.accountId())) {
            return true;
        }
        boolean superior = organisations
                .byId(known.organisation())
                .filter(o -> !o.id().equals(caller.organisation().id())
                        && o.path().contains(caller.organisation().id() + "/"))
                .isPresent();
        return superior && caller.seesDescendants(known.task().programmeId());
    }

    /** With the counts of this moment, if it runs here. */
    private Known now(Known known) {
        RunningTask task = running.get(known.task().id());
        if (task == null || known.task().state() != State.RUNNING) {
            return known;
        }
        Task t = known.task();
        TaskCounts counts = task.counts();
        return new Known(
                new Task(
                        t.id(),
                        t.kind(),
                        t.programmeId(),
                        t.year(),
                        t.title(),
                        t.state(),
                        t.dryRun(),
                        counts.done(),
                        counts.total(),
                        counts.accepted(),
                        counts.rejected(),
                        counts.warned(),
                        t.error(),
                        t.errorCode(),
                        t.startedAt(),
                        t.endedAt(),
                        t.startedBy()),
                known.organisation(),
                known.details());
    }

    private static List<Row> plain(List<TaskRow> rows) {
        return rows.stream()
                .map(row -> new Row(
                        row.sheet() + 1,
                        row.row(),
                        row.refusals(),
                        row.messages(),
                        row.warnings(),
                        row.cautions(),
                        row.cells()))
                .toList();
    }
}
