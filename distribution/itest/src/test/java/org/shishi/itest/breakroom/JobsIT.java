package org.shishi.itest.breakroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Accounts;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.platform.Inbox;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.platform.SignIn;
import org.shishi.api.programme.EditionState;
import org.shishi.itest.clock.AutumnDemo;
import org.shishi.itest.clock.MovedClock;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.container.Service;

/** The jobs of P01 as they run in the product, on 8 October 2024: who hears of what, and only once. */
@InContainer(JobsIT.Own.class)
class JobsIT {

    /** The year is closed in it: nobody else can use it afterwards. */
    public static final class Own extends AutumnDemo {}

    private static final String ID = "break-room";
    private static final String FORM = "2024年职工工间休息室申报汇总表";
    /** The first working day after the National Day holiday. */
    private static final LocalDate TODAY = LocalDate.of(2024, 10, 8);

    private JobAdmin jobs;
    private SignIn signIn;
    private Inbox inbox;
    private DeadlineCentre centre;

    @BeforeEach
    void ready(
            @Service JobAdmin jobAdmin,
            @Service SignIn door,
            @Service Inbox box,
            @Service DeadlineCentre deadlines,
            @Service ProgrammeAdmin programmes) {
        centre = deadlines;
        jobs = jobAdmin;
        signIn = door;
        inbox = box;
        Awaitility.await("the demonstration")
                .atMost(Duration.ofSeconds(60))
                .until(() -> programmes.programmes().stream()
                        .anyMatch(each -> each.id().equals(ID) && each.state() == ProgrammeStatus.State.RUNNING));
    }

    private Caller as(String role) {
        return signIn.signIn("demo-" + role, "shishi-demo", "127.0.0.1").speaking(Locale.SIMPLIFIED_CHINESE);
    }

    private JobAdmin.Run run(String job) {
        Caller admin = as("platform-admin");
        int before = jobs.history(admin, ID, 2024, job, 10).size();
        jobs.runNow(admin, ID, 2024, job);
        Awaitility.await(job)
                .atMost(Duration.ofSeconds(30))
                .until(() -> jobs.history(admin, ID, 2024, job, 10).size() > before);
        JobAdmin.Run run = jobs.history(admin, ID, 2024, job, 10).getFirst();
        assertTrue(run.ok(), job + ": " + run.error());
        return run;
    }

    private List<String> told(String role, String part) {
        return told(as(role), part);
    }

    private List<String> told(Caller caller, String part) {
        return inbox.list(caller, false, null, 100).stream()
                .map(message -> message.title().zh() + " " + message.body().zh())
                .filter(text -> text.contains(part))
                .toList();
    }

    /** Runs it twice: the second time nobody is told again. */
    private void onlyOnce(String job, String part, String hears, String doesNot) {
        assertTrue(run(job).counts().get("sent") > 0, job);
        List<String> first = told(hears, part);
        assertEquals(1, first.size(), hears + ": " + first);
        assertEquals(0, run(job).counts().get("sent"), job + " a second time");
        assertEquals(first, told(hears, part));
        assertEquals(List.of(), told(doesNot, part), doesNot);
    }

    @Test
    void reminders_reach_whom_they_concern_once(
            @Service EditionAdmin editions, @Service OrganisationAdmin tree, @Service Accounts accounts) {
        set(editions, "breakroom.applicationDeadline", TODAY);
        assertEquals(0, run("breakroom-selfcheck").counts().get("sent"), "in September all have been checked");
        MovedClock.days(18);

        onlyOnce("breakroom-selfcheck", "休息室自查提醒（2024-10-31前完成）", "grassroots-officer", "city-finance");
        onlyOnce("breakroom-inspection-gap", "休息室指导普查提醒", "second-level-approver", "grassroots-officer");
        onlyOnce("breakroom-city-meeting", "市级工作组例会", "city-approver", "second-level-officer");

        // The district has declared rooms and owes nothing; a bureau that is new has declared none.
        Caller late = newBureau(tree, accounts);
        assertTrue(run("breakroom-deadline").counts().get("sent") > 0);
        assertEquals(1, owing(late).size());
        assertEquals(List.of(), owing(as("second-level-officer")));
        assertEquals(1, told(late, FORM).size());
        assertEquals(0, run("breakroom-deadline").counts().get("sent"), "a second time");
        assertEquals(1, told(late, FORM).size());
        assertEquals(List.of(), told("second-level-officer", FORM));

        nobodyIsRemindedOfAYearThatIsClosed(editions, late);

        JobAdmin.Run night = run("breakroom-indicator");
        assertTrue(night.counts().get("values") > 0, night.toString());
        assertEquals(0, night.counts().get("difference"), "rooms and ledger agree");
        assertEquals(List.of(), told("city-finance", "休息室补贴金额与台账不一致"));
    }

    private List<DeadlineCentre.Item> owing(Caller caller) {
        return centre.list(caller, new DeadlineCentre.Query(null, ID, null, null, null), null, 50);
    }

    /** What was owed stands as it was. On the next day, when there would be something to say again. */
    private void nobodyIsRemindedOfAYearThatIsClosed(EditionAdmin editions, Caller late) {
        editions.move(as("city-approver"), ID, 2024, EditionState.CLOSED, "测试");
        MovedClock.days(19);
        for (String job : List.of(
                "breakroom-deadline", "breakroom-selfcheck", "breakroom-inspection-gap", "breakroom-city-meeting")) {
            assertEquals(0, run(job).counts().get("sent"), job);
        }
        assertEquals(1, told(late, FORM).size());
        assertEquals(DeadlineCentre.State.LATE, owing(late).getFirst().state(), "not done");
    }

    /** The officer of a bureau union that has just been founded. */
    private Caller newBureau(OrganisationAdmin tree, Accounts accounts) {
        Caller admin = as("platform-admin");
        Organisation bureau = tree.create(
                admin,
                new Organisation(
                        null,
                        OrgType.BUREAU,
                        "示例新局工会",
                        List.of(),
                        admin.organisation().id(),
                        null,
                        null,
                        false,
                        null,
                        null));
        Accounts.Created officer = accounts.create(
                admin,
                "new-bureau",
                "演示新局经办",
                Set.of(new Accounts.Grant(bureau.id(), Caller.EVERY_PROGRAMME, Role.SECOND_LEVEL_OFFICER)));
        return signIn.signIn("new-bureau", officer.oneTimePassword(), "127.0.0.1");
    }

    /** A revision by two persons changes when a job runs, at once. */
    @Test
    void another_time_for_the_meeting_counts_at_once(@Service EditionAdmin editions) {
        set(editions, "breakroom.cityMeetingCron", "0 30 8 15 * ?");

        Awaitility.await("the new time")
                .atMost(Duration.ofSeconds(10))
                .until(() -> jobs.jobs(as("platform-admin")).stream()
                        .anyMatch(job -> job.id().equals("breakroom-city-meeting")
                                && job.cron().equals("0 30 8 15 * ?")
                                && job.next() != null));
    }

    private void set(EditionAdmin editions, String name, Object value) {
        EditionAdmin.Revision draft = editions.propose(
                as("city-officer"), ID, 2024, new EditionAdmin.Change(name, value, LocalDate.of(2024, 9, 20), "测试"));
        editions.publish(as("city-approver"), draft.id());
    }
}
