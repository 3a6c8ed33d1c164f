package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.platform.Tasks;
import org.shishi.api.platform.TodoBatches;
import org.shishi.api.platform.Todos;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.text.Text;
import org.shishi.core.batch.TodoBatchService;
import org.shishi.core.identity.ActingAgainService;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.task.TaskEngine;
import org.shishi.core.task.TaskRow;
import org.shishi.core.task.TaskRunner;
import org.shishi.core.text.CoreMessages;

@ParameterizedClass
@EnumSource
class TodoBatchTest {

    private final World world;
    private final LiveYears live = new LiveYears();
    private final LiveProgramme programme;
    private final Caller reviewer;
    private Todos todos;
    private TaskEngine engine;
    private TodoBatchService batches;

    TodoBatchTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        world.db.core().transact(handle -> handle.execute("delete from core.task"));
        world.db.core().transact(handle -> handle.execute("delete from core.node"));
        programme = new Live(world.programme);
        live.bindProgramme(programme);
        reviewer = world.stored(world.reviewer());
        start();
    }

    private record Live(ProgrammeContext context) implements LiveProgramme {

        @Override
        public ProgrammeDescriptor descriptor() {
            return context.descriptor();
        }

        @Override
        public String version() {
            return "2026.1.0";
        }

        @Override
        public long bundleId() {
            return 1;
        }

        @Override
        public Text title() {
            return Text.same("workshop");
        }
    }

    private record Node(String node, Path home) implements PlatformInfo {

        @Override
        public String version() {
            return "1";
        }

        @Override
        public boolean demo() {
            return false;
        }
    }

    /** The platform's part as after a start of the node. */
    private void start() {
        start("one");
    }

    private TaskEngine engine(String node) {
        return new TaskEngine(
                world.db.core(),
                world.tree,
                new CoreMessages(),
                (where, fault) -> {
                    throw new AssertionError(where, fault);
                },
                new Node(node, Path.of(".")),
                world.clock());
    }

    private void start(String node) {
        CoreMessages texts = new CoreMessages();
        engine = engine(node);
        todos = new TodoService(world.db.core(), live, world.clock());
        batches = new TodoBatchService(
                world.db.core(),
                todos,
                engine,
                live,
                new ActingAgainService(world.db.core(), world.tree, world.clock()),
                texts,
                (caller, action, object, reason, details) -> {});
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.stop();
    }

    private List<UUID> declared(int count, Predicate<Integer> complete) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Workshop draft = world.draft("B" + i);
            draft.setPlaces(complete.test(i) ? 10 : null);
            UUID id = world.workshops.create(world.officer(), draft).id();
            world.workshops.transition(world.officer(), id, -1, TransitionRequest.of("submit"));
            ids.add(id);
        }
        return ids;
    }

    private Tasks.Task await(UUID task, Predicate<Tasks.Task> until) {
        while (true) {
            Tasks.Task now = engine.get(reviewer, task).orElseThrow();
            if (until.test(now)) {
                return now;
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private Tasks.Task ended(UUID task) {
        return await(task, now -> now.state() != Tasks.State.RUNNING);
    }

    private long reviewed() {
        return world.db.core().read(handle -> handle.createQuery(
                        "select count(*) from core.record_history where action = 'review'")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void eachRecordByItselfAndWhatIsRefusedIsSkippedWithItsReason() {
        declared(5, i -> i != 2);
        UUID other = world.created(world.stored(world.eastOfficer()), "Draft").id();
        List<UUID> ids = new ArrayList<>(todos.list(reviewer, Todos.Query.ALL_MINE, null, 100).stream()
                .map(Todos.Todo::id)
                .toList());
        assertEquals(5, ids.size());
        ids.addAll(todos.list(world.eastOfficer(), Todos.Query.ALL_MINE, null, 9).stream()
                .filter(todo -> todo.recordId().equals(other))
                .map(Todos.Todo::id)
                .toList());
        UUID task = batches.start(reviewer, ids, "review", "同意");
        Tasks.Task done = ended(task);
        assertEquals(Tasks.State.DONE, done.state());
        assertEquals(List.of(6L, 6L, 4L, 2L), List.of(done.total(), done.done(), done.accepted(), done.rejected()));
        List<TodoBatches.Item> skipped = batches.items(reviewer, task, TodoBatches.State.SKIPPED, -1, 10);
        assertEquals(
                List.of("B2", "Draft"),
                skipped.stream().map(TodoBatches.Item::title).toList());
        assertEquals("WS-PLACES", skipped.getFirst().reasons().getFirst().code());
        assertEquals("CORE-BATCH-ACTION", skipped.getLast().reasons().getFirst().code());
        assertEquals(2, engine.rejectedRows(reviewer, task, -1, 10).size());
        assertEquals(4, reviewed());
        assertEquals(1, todos.counts(reviewer).open());
        assertEquals("CORE-NOT-FOUND", World.refusal(() -> batches.items(world.westOfficer(), task, null, -1, 1)));
    }

    @Test
    void nothingAndTooMuchIsRefused() {
        assertEquals("CORE-BATCH-SIZE", World.refusal(() -> batches.start(reviewer, List.of(), "review", null)));
        assertEquals(
                "CORE-BATCH-SIZE",
                World.refusal(() -> batches.start(reviewer, List.of(UUID.randomUUID()), "review", null)),
                "nobody's");
        List<UUID> most = new ArrayList<>();
        for (int i = 0; i <= TodoBatches.MOST; i++) {
            most.add(new UUID(1, i));
        }
        assertEquals("CORE-BATCH-SIZE", World.refusal(() -> batches.start(reviewer, most, "review", null)));
    }

    @Test
    void aStoppedNodeGoesOnWhereItWas() throws InterruptedException {
        declared(40, i -> true);
        UUID task = batches.startAll(reviewer, Todos.Query.ALL_MINE, "review", null);
        await(task, now -> now.done() >= 3);
        engine.stop();
        Tasks.Task cut = engine.get(reviewer, task).orElseThrow();
        assertEquals("CORE-TASK-STOPPED", cut.errorCode());
        assertTrue(cut.done() < 40, "it was cut short");
        assertEquals(cut.done(), reviewed());

        start();
        batches.bindProgramme(programme);
        Tasks.Task done = ended(task);
        assertEquals(Tasks.State.DONE, done.state());
        assertEquals(40, done.accepted());
        assertEquals(40, reviewed(), "none twice, none lost");
        assertEquals(
                Map.of(TodoBatches.State.DONE, 40L),
                batches.items(reviewer, task, null, -1, 100).stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                TodoBatches.Item::state, java.util.stream.Collectors.counting())));
        batches.bindProgramme(programme);
        assertEquals(Tasks.State.DONE, engine.get(reviewer, task).orElseThrow().state());
    }

    @Test
    void aLostNodesWorkIsTakenOver() throws InterruptedException {
        declared(40, i -> true);
        UUID task = batches.startAll(reviewer, Todos.Query.ALL_MINE, "review", null);
        await(task, now -> now.done() >= 3);
        engine.stop();
        start("two");
        batches.release();
        assertEquals(
                Tasks.State.FAILED, engine.get(reviewer, task).orElseThrow().state(), "it may come back");
        world.db
                .core()
                .transact(handle -> handle.execute(
                        "insert into core.node (name, run, version, state, started_at,"
                                + " seen_at, clock_ahead_millis) values ('one', ?, '1', 'LOST', now(), now(), 0)",
                        UUID.randomUUID()));
        batches.release();
        assertEquals(Tasks.State.DONE, ended(task).state());
        assertEquals(40, reviewed());
    }

    @Test
    void aProgrammeThatLeavesIsWaitedFor() {
        declared(3, i -> true);
        live.unbindProgramme(programme);
        UUID task = batches.startAll(reviewer, Todos.Query.ALL_MINE, "review", null);
        assertEquals("CORE-TASK-OFFLINE", ended(task).errorCode());
        assertEquals(0, reviewed());
        live.bindProgramme(programme);
        batches.bindProgramme(programme);
        assertEquals(Tasks.State.DONE, ended(task).state());
        assertEquals(3, reviewed());
    }

    @Test
    void cancelledItEndsAtTheNextRecord() {
        declared(40, i -> true);
        UUID task = batches.startAll(reviewer, Todos.Query.ALL_MINE, "review", null);
        await(task, now -> now.done() >= 1);
        engine.cancel(reviewer, task);
        Tasks.Task cancelled = ended(task);
        assertEquals(Tasks.State.CANCELLED, cancelled.state());
        assertEquals(cancelled.done(), reviewed());
    }

    @Test
    void cancelledAtAnotherNodeItEndsBetweenTwoItems() throws InterruptedException {
        TaskEngine other = engine("two");
        AtomicInteger items = new AtomicInteger();
        UUID task = engine.start(
                reviewer, new TaskRunner.Plan("endless", "workshop", 2026, "Endless", false, Map.of()), progress -> {
                    while (true) {
                        progress.check();
                        progress.rows(List.of(new TaskRow(
                                0, items.incrementAndGet(), List.of(), List.of(), List.of(), List.of(), Map.of())));
                    }
                });
        await(task, now -> now.done() >= 3);
        assertEquals("CORE-NOT-FOUND", World.refusal(() -> other.cancel(world.westOfficer(), task)));
        other.cancel(reviewer, task);
        world.pass(Duration.ofSeconds(2));
        Tasks.Task cancelled = ended(task);
        assertEquals(Tasks.State.CANCELLED, cancelled.state());
        assertEquals(items.get(), cancelled.done(), "what was done is said");
        assertEquals(cancelled, other.get(reviewer, task).orElseThrow());
        other.stop();
    }

    @Test
    void whatWaitsToGoOnCanBeGivenUp() {
        declared(3, i -> true);
        live.unbindProgramme(programme);
        UUID task = batches.startAll(reviewer, Todos.Query.ALL_MINE, "review", null);
        assertEquals("CORE-TASK-OFFLINE", ended(task).errorCode());
        engine.cancel(reviewer, task);
        live.bindProgramme(programme);
        batches.bindProgramme(programme);
        Tasks.Task given = engine.get(reviewer, task).orElseThrow();
        assertEquals(Tasks.State.CANCELLED, given.state());
        assertNull(given.errorCode());
        assertEquals(0, reviewed());
    }
}
