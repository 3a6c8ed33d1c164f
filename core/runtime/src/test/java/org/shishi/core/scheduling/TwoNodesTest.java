package org.shishi.core.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.JobAdmin;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.sample.Await;

/** Two nodes on one PostgreSQL. */
class TwoNodesTest {

    private static final int ASKED = 12;

    private final Stage stage = new Stage(TestDatabases.Kind.POSTGRESQL);
    private final Schedules other = stage.node("two", Duration.ofSeconds(30));
    private final JobAdmin otherAdmin = stage.admin(other);

    @AfterEach
    void close() {
        assertEquals(0, stage.triggersInError(), "triggers in Quartz' error state");
        stage.close();
    }

    private void onBoth(ProgrammeJob work) {
        Stage.add(stage.node, Stage.ONCE_A_YEAR, true, work);
        Stage.add(other, Stage.ONCE_A_YEAR, true, work);
        stage.node.programmeArrived(stage.programme);
        other.programmeArrived(stage.programme);
    }

    @Test
    void eachTimeIsServedByOneOfThem() {
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        onBoth(context -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            atOnce.decrementAndGet();
            return JobResult.of("sent", runs.incrementAndGet());
        });

        for (int i = 1; i <= ASKED; i++) {
            (i % 2 == 0 ? stage.admin : otherAdmin).runNow(stage.administrator(), "basket", 2026, "basket-deadline");
            stage.awaitRuns(i);
        }

        assertEquals(ASKED, runs.get());
        assertEquals(ASKED, stage.history().size());
        assertEquals(1, mostAtOnce.get());
    }

    @Test
    void aRunIsCancelledFromTheOtherNode() {
        CountDownLatch begun = new CountDownLatch(1);
        ProgrammeJob work = context -> {
            begun.countDown();
            Await.until("cancelled", context::cancelled);
            return JobResult.of("sent", 7);
        };
        Stage.add(stage.node, Stage.ONCE_A_YEAR, true, work);
        stage.node.programmeArrived(stage.programme);
        stage.runNow();
        Await.until("the run has begun", () -> begun.getCount() == 0);

        assertTrue(stage.job(otherAdmin).running());
        otherAdmin.cancel(stage.administrator(), "basket", 2026, "basket-deadline");

        stage.awaitRuns(1);
        assertFalse(stage.history().getFirst().ok());
    }

    @Test
    void whoIsDeadSaysTheDatabaseAndNotTheClocks() {
        Stage.add(stage.node, Stage.ONCE_A_YEAR, true, context -> JobResult.of("sent", 1));
        stage.node.programmeArrived(stage.programme);
        ghost("RUNNING");
        long before = stage.checkedIn("one");
        Await.until("the node has looked", () -> stage.checkedIn("one") > before);
        assertTrue(stage.checkedIn("ghost") > 0, "its clock is ten minutes behind, but it lives");

        ghost("LOST");

        Await.until("it is taken over", () -> stage.checkedIn("ghost") == 0);
    }

    /** A node whose last check-in looks ten minutes old. */
    private void ghost(String state) {
        stage.db.core().transact(handle -> {
            handle.execute("delete from core.node where name = 'ghost'");
            handle.execute("delete from core.qrtz_scheduler_state where instance_name = 'ghost'");
            handle.execute(
                    """
                    insert into core.node (name, run, version, state, started_at, seen_at, clock_ahead_millis)
                    values ('ghost', ?, '1', ?, current_timestamp, current_timestamp, 0)
                    """,
                    UUID.randomUUID(),
                    state);
            return handle.execute(
                    "insert into core.qrtz_scheduler_state (sched_name, instance_name, last_checkin_time,"
                            + " checkin_interval) values ('basket-2026', 'ghost', ?, 3000)",
                    System.currentTimeMillis() - Duration.ofMinutes(10).toMillis());
        });
    }

    @Test
    void whileOneNodeHasTheProgrammeItsJobsAreDone() {
        AtomicInteger runs = new AtomicInteger();
        onBoth(context -> JobResult.of("sent", runs.incrementAndGet()));
        other.programmeLeft(stage.programme);

        stage.runNow();
        stage.awaitRuns(1);

        assertEquals("one", stage.history().getFirst().node());
        assertTrue(stage.job(otherAdmin).parked());
    }
}
