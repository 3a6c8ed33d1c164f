package org.shishi.core.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.JobAdmin.Run;
import org.shishi.core.edition.EditionKey;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.sample.Await;
import org.shishi.core.sample.SampleProgramme;
import org.shishi.core.time.ShanghaiClock;

/** Jobs come, run, go and come back. */
@ParameterizedClass
@EnumSource
class SchedulesTest {

    private final Stage stage;

    SchedulesTest(TestDatabases.Kind kind) {
        stage = new Stage(kind);
    }

    @AfterEach
    void close() {
        assertEquals(0, stage.triggersInError(), "triggers in Quartz' error state");
        stage.close();
    }

    private static ProgrammeJob counting(AtomicInteger runs) {
        return context -> JobResult.of("sent", runs.incrementAndGet());
    }

    @Test
    void runsAtItsTimesAsTheSystemNamedAfterTheJob() {
        List<JobContext> seen = new CopyOnWriteArrayList<>();
        stage.add("* * * * * ?", true, context -> {
            seen.add(context);
            return JobResult.of("sent", 38);
        });
        stage.node.programmeArrived(stage.programme);

        stage.awaitRuns(2);

        Caller caller = seen.getFirst().caller();
        assertTrue(caller.system());
        assertEquals("期限提醒", caller.name());
        assertEquals(stage.organisations.city(), caller.organisation());
        assertEquals(LocalDate.now(new ShanghaiClock()), seen.getFirst().today());
        Run run = stage.history().getFirst();
        assertTrue(run.ok());
        assertEquals(Map.of("sent", 38L), run.counts());
        assertEquals("one", run.node());
        assertNull(run.error());
        assertFalse(run.took().isNegative());
    }

    @Test
    void theOrderInWhichJobAndProgrammeArriveDoesNotMatter() {
        AtomicInteger runs = new AtomicInteger();
        stage.node.programmeArrived(stage.programme);
        stage.add("* * * * * ?", true, counting(runs));

        stage.awaitRuns(1);
    }

    @Test
    void whatWasMissedWhileAwayIsMadeUpOnce() {
        AtomicInteger runs = new AtomicInteger();
        stage.add("0 0 9 * * ?", true, counting(runs));
        stage.node.programmeArrived(stage.programme);
        stage.node.programmeLeft(stage.programme);
        stage.missItsTime();

        stage.node.programmeArrived(stage.programme);
        stage.awaitRuns(1);
        stage.awaitNextTimeAhead();
        stage.runNow();
        stage.awaitRuns(2);

        assertEquals(2, runs.get(), "three missed days, made up by one run, and the one asked for");
    }

    @Test
    void whatWasMissedWhileAwayIsSkippedWhenTheJobSaysSo() {
        AtomicInteger runs = new AtomicInteger();
        stage.add("0 0 9 * * ?", false, counting(runs));
        stage.node.programmeArrived(stage.programme);
        stage.node.programmeLeft(stage.programme);
        stage.missItsTime();

        stage.node.programmeArrived(stage.programme);
        stage.awaitNextTimeAhead();
        stage.runNow();
        stage.awaitRuns(1);

        assertEquals(1, runs.get(), "only the one asked for");
    }

    @Test
    void whatWasMissedIsMadeUpAlsoWhenTheTimesHaveChangedMeanwhile() {
        AtomicInteger runs = new AtomicInteger();
        ProgrammeJob work = counting(runs);
        stage.add("0 0 9 * * ?", true, work);
        stage.node.programmeArrived(stage.programme);
        stage.node.programmeLeft(stage.programme);
        stage.node.jobLeft(Stage.BUNDLE, work);
        stage.missItsTime();

        stage.add(Stage.ONCE_A_YEAR, true, work);
        stage.node.programmeArrived(stage.programme);
        stage.awaitRuns(1);

        assertEquals(Stage.ONCE_A_YEAR, stage.job().cron());
        assertEquals(1, runs.get());
    }

    @Test
    void otherTimesInTheEditionCountAtOnce() {
        stage.programme.parameter("basket.cron", "0 0 9 1 * ?");
        stage.add("${basket.cron}", true, context -> JobResult.of("sent", 1));
        stage.node.programmeArrived(stage.programme);
        java.time.Instant before = stage.job().next();

        stage.programme.parameter("basket.cron", Stage.ONCE_A_YEAR);
        stage.node.editionChanged(new EditionKey("basket", 2025));
        assertEquals(before, stage.job().next(), "another year's edition");
        stage.node.editionChanged(new EditionKey("basket", 2026));
        assertEquals(Stage.ONCE_A_YEAR, stage.job().cron());
        assertTrue(stage.job().next().isAfter(before));

        stage.programme.parameter("basket.cron", null);
        stage.node.editionChanged(new EditionKey("basket", 2026));
        assertTrue(stage.job().next() == null && stage.job().reason() != null);

        stage.programme.parameter("basket.cron", "0 0 9 1 * ?");
        stage.node.editionChanged(new EditionKey("basket", 2026));
        assertEquals(before, stage.job().next());
        assertEquals(List.of(), stage.history(), "other times are no reason to run");
    }

    @Test
    void aLeavingProgrammeWaitsForItsRunAndTheRunIsMadeUp() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger runs = new AtomicInteger();
        stage.add(Stage.ONCE_A_YEAR, true, context -> {
            if (runs.incrementAndGet() == 1) {
                begun.countDown();
                Await.until("asked to stop", context::cancelled);
                ended.set(true);
            }
            return JobResult.of("sent", runs.get());
        });
        stage.node.programmeArrived(stage.programme);
        stage.runNow();
        Await.until("the run has begun", () -> begun.getCount() == 0);

        stage.node.programmeLeft(stage.programme);

        assertTrue(ended.get(), "the programme left before its run had ended");
        Run cut = stage.history().getFirst();
        assertFalse(cut.ok());
        assertEquals(Map.of("sent", 1L), cut.counts());
        assertEquals("Interrupted because its programme stopped.", cut.error());

        stage.node.programmeArrived(stage.programme);
        stage.awaitRuns(2);
        assertTrue(stage.history().getFirst().ok());
        assertEquals(2, runs.get());
    }

    @Test
    void aJobThatGoesAloneIsParkedAndMadeUpWhenItReturns() {
        AtomicInteger runs = new AtomicInteger();
        ProgrammeJob work = counting(runs);
        stage.add("0 0 9 * * ?", true, work);
        stage.node.programmeArrived(stage.programme);
        stage.node.jobLeft(Stage.BUNDLE, work);
        stage.missItsTime();
        // Quartz looks for missed times each minute; a restart makes it look now.
        stage.node.programmeLeft(stage.programme);
        stage.node.programmeArrived(stage.programme);
        Await.until("its time came with nobody there", () -> stage.node
                .known()
                .find(new OwnerName("basket", 2026), "basket-deadline")
                .orElseThrow()
                .missed());

        assertTrue(stage.job().parked());
        assertEquals(
                "The programme runs, but its present version does not offer this job.",
                stage.job().reason().en());
        assertEquals(0, runs.get());

        stage.add("0 0 9 * * ?", true, work);
        stage.awaitRuns(1);
        assertFalse(stage.job().parked());
        assertEquals(1, runs.get());
    }

    @Test
    void aRunWhoseProcessDiedIsClosedAndTheJobRunsOn() {
        stage.add(Stage.ONCE_A_YEAR, true, context -> JobResult.of("sent", 1));
        stage.node.programmeArrived(stage.programme);
        stage.node.programmeLeft(stage.programme);
        stage.node
                .runs()
                .begin(
                        java.util.UUID.randomUUID(),
                        new OwnerName("basket", 2026),
                        "basket-deadline",
                        "one",
                        java.time.Instant.now());
        assertTrue(stage.job().running());

        stage.node.programmeArrived(stage.programme);

        assertFalse(stage.job().running());
        assertEquals(
                "Interrupted: its process ended. The job runs again from the start.",
                stage.history().getFirst().error());
        stage.runNow();
        stage.awaitRuns(2);
    }

    @Test
    void aTriggerLeftInErrorByAFaultFromOutsideIsHealed() {
        stage.add(Stage.ONCE_A_YEAR, true, context -> JobResult.of("sent", 1));
        stage.node.programmeArrived(stage.programme);
        stage.node.programmeLeft(stage.programme);
        stage.db.core().transact(handle -> handle.execute("update core.qrtz_triggers set trigger_state = 'ERROR'"));

        stage.node.programmeArrived(stage.programme);

        assertNotNull(stage.job().next());
        assertEquals(0, stage.triggersInError());
    }

    /** Known trap: what is stored names a class that is gone with its programme, and the trigger ends in error for ever. */
    @Test
    void aStoredClassThatIsGoneLeavesNoTriggerInError() {
        AtomicInteger runs = new AtomicInteger();
        stage.add(Stage.ONCE_A_YEAR, true, counting(runs));
        stage.node.programmeArrived(stage.programme);
        stage.node.programmeLeft(stage.programme);
        stage.db.core().transact(handle -> {
            handle.execute("update core.qrtz_job_details set job_class_name = 'org.example.gone.GoneJob'");
            return handle.execute("update core.qrtz_triggers set next_fire_time = 1000");
        });

        stage.node.programmeArrived(stage.programme);

        stage.awaitRuns(1);
        assertEquals(1, runs.get(), "made up once");
        assertEquals(0, stage.triggersInError());
        assertNull(stage.job().reason());
    }

    @Test
    void theNewestRunsAreKeptWithWhatTheySaid() {
        stage.add(Stage.ONCE_A_YEAR, true, context -> {
            context.log("38 件待发送\n");
            context.log("x".repeat(600));
            return JobResult.of("sent", 38);
        });
        stage.node.programmeArrived(stage.programme);
        Runs all = stage.node.runs();
        OwnerName owner = new OwnerName("basket", 2026);
        java.time.Instant long0 = java.time.Instant.parse("2020-01-01T00:00:00Z");
        for (int i = 0; i < Runs.KEPT + 2; i++) {
            java.util.UUID id = java.util.UUID.randomUUID();
            java.time.Instant at = long0.plusSeconds(i);
            all.begin(id, owner, "basket-deadline", "one", at);
            all.end(id, at, true, Map.of(), null, null, List.of());
        }
        stage.runNow();
        Await.until("it ran", () -> stage.history().getFirst().counts().equals(Map.of("sent", 38L)));

        List<String> log = stage.history().getFirst().log();
        assertTrue(log.getFirst().matches("\\d\\d:\\d\\d:\\d\\d 38 件待发送"), log.getFirst());
        assertEquals("00:00:00 ".length() + 500, log.getLast().length());
        int kept = stage.db.core().read(handle -> handle.createQuery("select count(*) from core.job_run")
                .mapTo(Integer.class)
                .one());
        assertEquals(Runs.KEPT + 1, kept);
    }

    @Test
    void twoYearsOfAProgrammeStandBesideEachOther() {
        AtomicInteger runs = new AtomicInteger();
        SampleProgramme next = new SampleProgramme(2027, 8);
        stage.add(Stage.ONCE_A_YEAR, true, counting(runs));
        stage.node.jobArrived(8, counting(runs), Map.of("job.id", "basket-deadline", "job.cron", Stage.ONCE_A_YEAR));
        stage.node.programmeArrived(stage.programme);
        stage.node.programmeArrived(next);

        stage.node.programmeLeft(stage.programme);
        stage.admin.runNow(stage.administrator(), "basket", 2027, "basket-deadline");

        Await.until("the other year runs", () -> !stage.admin
                .history(stage.administrator(), "basket", 2027, "basket-deadline", 1)
                .isEmpty());
        assertEquals(List.of(), stage.history());
    }

    @Test
    void aRunThatDoesNotEndHoldsNobodyUpForEverAndIsDoneAgain() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        try (Stage hasty = new Stage(
                stage.db.postgres() ? TestDatabases.Kind.POSTGRESQL : TestDatabases.Kind.H2, Duration.ofMillis(50))) {
            hasty.add(Stage.ONCE_A_YEAR, true, context -> {
                if (runs.incrementAndGet() == 1) {
                    begun.countDown();
                    release.await();
                }
                return JobResult.of("sent", 1);
            });
            hasty.node.programmeArrived(hasty.programme);
            hasty.runNow();
            Await.until("the run has begun", () -> begun.getCount() == 0);

            hasty.node.programmeLeft(hasty.programme);
            assertTrue(hasty.job().parked());

            // For Quartz this is a crash: it left the run's trace in the store, and takes it up again.
            hasty.node.programmeArrived(hasty.programme);
            Await.until(
                    "done again",
                    () -> runs.get() == 2 && hasty.history().getFirst().ok());
            release.countDown();
            assertEquals(0, hasty.triggersInError());
        }
    }

    @Test
    void theCoresOwnJobsNeedNoProgramme() {
        stage.node.jobArrived(
                1,
                context -> JobResult.of("sent", 2),
                Map.of("job.id", "core-calendar", "job.cron", Stage.ONCE_A_YEAR, "job.catchUp", true));
        stage.admin.runNow(stage.administrator(), "core", 0, "core-calendar");

        Await.until("the core's job ran", () -> !stage.admin
                .history(stage.administrator(), "core", 0, "core-calendar", 1)
                .isEmpty());
        assertEquals("core", stage.admin.jobs(stage.administrator()).getFirst().programmeId());
        assertEquals(
                "Reminder to import next year's working calendar",
                stage.admin.jobs(stage.administrator()).getFirst().title().en());
    }
}
