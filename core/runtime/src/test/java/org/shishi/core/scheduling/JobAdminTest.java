package org.shishi.core.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.JobAdmin.Job;
import org.shishi.api.platform.JobAdmin.Progress;
import org.shishi.api.platform.JobAdmin.Run;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.sample.Await;
import org.shishi.core.time.ShanghaiClock;

/** What the job page shows and does. */
@ParameterizedClass
@EnumSource
class JobAdminTest {

    private static final ProgrammeJob NOTHING = context -> JobResult.of("sent", 0);

    private final Stage stage;

    JobAdminTest(TestDatabases.Kind kind) {
        stage = new Stage(kind);
    }

    @AfterEach
    void close() {
        assertEquals(0, stage.triggersInError(), "triggers in Quartz' error state");
        stage.close();
    }

    private static void refused(String code, Executable work) {
        assertEquals(
                code,
                assertThrows(RefusedException.class, work)
                        .violations()
                        .getFirst()
                        .code());
    }

    @Test
    void showsAJobWithItsNextTime() {
        stage.add(Stage.ONCE_A_YEAR, true, NOTHING);
        stage.node.programmeArrived(stage.programme);

        Job job = stage.job();
        assertEquals("basket", job.programmeId());
        assertEquals(2026, job.year());
        assertEquals("期限提醒", job.title().zh());
        assertEquals(Stage.ONCE_A_YEAR, job.cron());
        assertFalse(job.paused() || job.running() || job.parked());
        assertNull(job.reason());
        assertNull(job.last());
        assertNotNull(job.next());
    }

    @Test
    void whatARunSaysIsReadInTheReadersLanguage() {
        stage.add(Stage.ONCE_A_YEAR, true, context -> {
            context.log(new Text("3家未申报", "3 unions owe\nit"));
            context.log("plain");
            return JobResult.of("sent", 3);
        });
        stage.node.programmeArrived(stage.programme);
        stage.runNow();
        stage.awaitRuns(1);

        assertEquals(List.of("3 unions owe it", "plain"), said(stage.history().getFirst()));
        Caller reader = stage.administrator().speaking(Locale.SIMPLIFIED_CHINESE);
        assertEquals(
                List.of("3家未申报", "plain"),
                said(stage.admin
                        .history(reader, "basket", 2026, "basket-deadline", 1)
                        .getFirst()));
    }

    /** Without the time. */
    private static List<String> said(Run run) {
        return run.log().stream()
                .map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d ", ""))
                .toList();
    }

    @Test
    void theNextFewTimesAreTold() {
        stage.add("0 0 9 1 1 ?", true, NOTHING);
        stage.node.programmeArrived(stage.programme);

        List<Instant> upcoming = stage.job().upcoming();
        assertEquals(stage.job().next(), upcoming.getFirst());
        int year = upcoming.getFirst().atZone(ShanghaiClock.ZONE).getYear();
        assertEquals(
                List.of(year, year + 1, year + 2, year + 3, year + 4),
                upcoming.stream()
                        .map(at -> at.atZone(ShanghaiClock.ZONE).getYear())
                        .toList());
        assertTrue(upcoming.stream().allMatch(at -> at.toString().endsWith("-01-01T01:00:00Z")), upcoming.toString());
        stage.pause(true);
        assertEquals(List.of(), stage.job().upcoming(), "paused it has none");
        stage.pause(false);
        assertEquals(5, stage.job().upcoming().size());
        stage.node.programmeLeft(stage.programme);
        assertEquals(List.of(), stage.job().upcoming(), "parked neither");
    }

    @Test
    void timesThatEndAreTheLastOnes() {
        int next = LocalDate.now(ShanghaiClock.ZONE).getYear() + 1;
        stage.add("0 0 9 1 1 ? " + next + "," + (next + 1), true, NOTHING);
        stage.node.programmeArrived(stage.programme);

        assertEquals(2, stage.job().upcoming().size());
    }

    @Test
    void timesAreThoseOfShanghai() {
        stage.add("0 0 9 1 1 ?", true, NOTHING);
        stage.node.programmeArrived(stage.programme);

        assertTrue(
                stage.job().next().toString().endsWith("-01-01T01:00:00Z"),
                () -> stage.job().next().toString());
    }

    @Test
    void aJobOfAProgrammeThatIsAwayIsParkedWithAReason() {
        stage.add(Stage.ONCE_A_YEAR, true, NOTHING);
        stage.node.programmeArrived(stage.programme);
        stage.runNow();
        stage.awaitRuns(1);
        stage.node.programmeLeft(stage.programme);

        Job job = stage.job();
        assertTrue(job.parked());
        assertNull(job.next());
        assertTrue(job.reason().zh().startsWith("项目未运行"));
        assertEquals("期限提醒", job.title().zh(), "the title outlives its programme");
        assertTrue(job.last().ok(), "so does the history");
        refused("CORE-JOB-PARKED", stage::runNow);
    }

    @Test
    void aPauseHoldsOverAbsenceAndNewTimes() {
        ProgrammeJob work = context -> JobResult.of("sent", 0);
        stage.add("0 0 9 * * ?", true, work);
        stage.node.programmeArrived(stage.programme);
        stage.pause(true);
        assertTrue(stage.job().paused());
        assertNull(stage.job().next());

        stage.node.programmeLeft(stage.programme);
        stage.node.jobLeft(Stage.BUNDLE, work);
        stage.add("0 0 10 * * ?", true, work);
        stage.node.programmeArrived(stage.programme);

        assertTrue(stage.job().paused());
        assertNull(stage.job().next());
        stage.pause(false);
        assertFalse(stage.job().paused());
        assertNotNull(stage.job().next());
        assertEquals(
                List.of("job.pause job/basket/2026/basket-deadline", "job.resume job/basket/2026/basket-deadline"),
                stage.audited);
    }

    @Test
    void whatWasMissedWhilePausedIsMadeUpOnceOnResuming() {
        AtomicInteger runs = new AtomicInteger();
        stage.add("0 0 9 * * ?", true, context -> JobResult.of("sent", runs.incrementAndGet()));
        stage.node.programmeArrived(stage.programme);
        stage.pause(true);
        stage.missItsTime();

        stage.pause(false);
        stage.awaitRuns(1);

        stage.awaitNextTimeAhead();
        assertEquals(1, runs.get());
    }

    @Test
    void aPausedJobMayBePausedWhileItsProgrammeIsAway() {
        stage.add(Stage.ONCE_A_YEAR, true, NOTHING);
        stage.node.programmeArrived(stage.programme);
        stage.node.programmeLeft(stage.programme);

        stage.pause(true);
        stage.node.programmeArrived(stage.programme);

        assertTrue(stage.job().paused());
        assertNull(stage.job().next());
        stage.runNow();
        stage.awaitRuns(1);
    }

    @Test
    void oneRunAtATimeAndItShowsHowFarItIs() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        stage.add(Stage.ONCE_A_YEAR, true, context -> {
            context.progress(30, 120);
            begun.countDown();
            release.await();
            return JobResult.of("sent", 120);
        });
        stage.node.programmeArrived(stage.programme);
        stage.runNow();
        Await.until("the run has begun", () -> begun.getCount() == 0);

        assertTrue(stage.job().running());
        assertEquals(new Progress(30, 120), stage.job().progress());
        refused("CORE-JOB-RUNNING", stage::runNow);

        release.countDown();
        stage.awaitRuns(1);
        assertFalse(stage.job().running());
        assertEquals(Map.of("sent", 120L), stage.job().last().counts());
    }

    @Test
    void aRunIsCancelledAtItsNextChunk() {
        CountDownLatch begun = new CountDownLatch(1);
        stage.add(Stage.ONCE_A_YEAR, true, context -> {
            begun.countDown();
            Await.until("cancelled", context::cancelled);
            return JobResult.of("sent", 7);
        });
        stage.node.programmeArrived(stage.programme);
        stage.admin.cancel(stage.administrator(), "basket", 2026, "basket-deadline");
        assertEquals(List.of(), stage.audited, "nothing runs, nothing happens");

        stage.runNow();
        Await.until("the run has begun", () -> begun.getCount() == 0);
        stage.admin.cancel(stage.administrator(), "basket", 2026, "basket-deadline");
        stage.awaitRuns(1);

        Run run = stage.history().getFirst();
        assertFalse(run.ok());
        assertEquals(Map.of("sent", 7L), run.counts());
        assertEquals("Cancelled by an administrator.", run.error());
        assertTrue(stage.audited.contains("job.cancel job/basket/2026/basket-deadline"));
    }

    @Test
    void aFaultHasAnIncidentNumberAndTheJobRunsOn() {
        AtomicInteger runs = new AtomicInteger();
        stage.add(Stage.ONCE_A_YEAR, true, context -> {
            if (runs.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("of a broken programme");
            }
            return JobResult.of("sent", 1);
        });
        stage.node.programmeArrived(stage.programme);
        stage.runNow();
        stage.awaitRuns(1);

        Run failed = stage.history().getFirst();
        assertFalse(failed.ok());
        assertEquals("I-1 It failed. Please give the number to operations; the log has the details.", failed.error());
        assertEquals(List.of("job basket-2026/basket-deadline: of a broken programme"), stage.incidents);

        stage.runNow();
        stage.awaitRuns(2);
        assertTrue(stage.history().getFirst().ok());
    }

    @Test
    void aRefusalIsAnAnswerInTheReadersLanguageNotAnIncident() {
        stage.add(Stage.ONCE_A_YEAR, true, context -> {
            throw new RefusedException("CORE-CAL-MISSING", "due", 2031);
        });
        stage.node.programmeArrived(stage.programme);
        stage.runNow();
        stage.awaitRuns(1);

        assertEquals(List.of(), stage.incidents);
        assertTrue(stage.history().getFirst().error().startsWith("The working calendar of 2031 has not been imported"));
        Caller reader = stage.administrator().speaking(Locale.SIMPLIFIED_CHINESE);
        String zh = stage.admin
                .history(reader, "basket", 2026, "basket-deadline", 1)
                .getFirst()
                .error();
        assertTrue(zh.contains("2031"), zh);
    }

    @Test
    void needsTheRightPlatform() {
        stage.add(Stage.ONCE_A_YEAR, true, NOTHING);
        stage.node.programmeArrived(stage.programme);
        Caller officer = stage.caller(Role.CITY_OFFICER);

        refused("CORE-FORBIDDEN", () -> stage.admin.jobs(officer));
        refused("CORE-FORBIDDEN", () -> stage.admin.history(officer, "basket", 2026, "basket-deadline", 1));
        refused("CORE-FORBIDDEN", () -> stage.admin.runNow(officer, "basket", 2026, "basket-deadline"));
        refused("CORE-FORBIDDEN", () -> stage.admin.pause(officer, "basket", 2026, "basket-deadline", true));
        refused("CORE-FORBIDDEN", () -> stage.admin.cancel(officer, "basket", 2026, "basket-deadline"));
        refused("CORE-NOT-FOUND", () -> stage.admin.runNow(stage.administrator(), "basket", 2026, "unknown"));
        assertEquals(List.of(), stage.audited);
    }

    @Test
    void timesComeFromTheEdition() {
        stage.programme.parameter("basket.meetingCron", "0 0 9 1 1 ?");
        stage.add("${basket.meetingCron}", false, NOTHING);
        stage.node.programmeArrived(stage.programme);

        assertEquals("0 0 9 1 1 ?", stage.job().cron());
        assertNotNull(stage.job().next());
    }

    @Test
    void aJobWithoutTimesIsParkedWithTheReason() {
        assertReason("The edition's parameter \"basket.empty\" is empty, so there are no times.", "${basket.empty}");
        assertReason(
                "The edition has no parameter \"basket.none\". Please tell the programme's developers.",
                "${basket.none}");
        assertReason("\"every morning\" is not a valid time expression.", "every morning");
        assertReason("\"0 0 9 1 1 ? 2001\" names no time in the future.", "0 0 9 1 1 ? 2001");
    }

    private void assertReason(String reason, String cron) {
        stage.programme.parameter("basket.empty", null);
        ProgrammeJob work = context -> JobResult.of("sent", 0);
        stage.add(cron, true, work);
        stage.node.programmeArrived(stage.programme);
        assertTrue(stage.job().parked());
        assertEquals(reason, stage.job().reason().en());
        assertNull(stage.job().next());
        refused("CORE-JOB-PARKED", stage::runNow);
        stage.node.programmeLeft(stage.programme);
        stage.node.jobLeft(Stage.BUNDLE, work);
    }

    @Test
    void healthTellsWhetherJobsAreDone() {
        SchedulerHealth health = new SchedulerHealth(stage.node);
        stage.add(Stage.ONCE_A_YEAR, true, NOTHING);
        stage.node.programmeArrived(stage.programme);

        assertEquals("scheduler", health.component());
        assertTrue(health.up());
        assertEquals("one", health.details().get("node"));
        assertEquals(Boolean.toString(stage.db.postgres()), health.details().get("clustered"));
        assertEquals("2", health.details().get("schedulers"));
        assertEquals("1", health.details().get("jobs"));
        stage.node.stop();
        assertFalse(health.up());
    }
}
