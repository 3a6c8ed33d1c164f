package org.shishi.core.scheduling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.JobAdmin.Job;
import org.shishi.api.platform.JobAdmin.Run;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.sample.Await;
import org.shishi.core.sample.SampleOrganisations;
import org.shishi.core.sample.SampleProgramme;
import org.shishi.core.text.CoreMessages;
import org.shishi.core.time.ShanghaiClock;

/** The scheduling of one or two nodes on a fresh database, wired by hand, with one programme from bundle 7. */
final class Stage implements AutoCloseable {

    static final long BUNDLE = 7;
    /** Far from now on any day a test runs: only what is made happen happens. */
    static final String ONCE_A_YEAR = "0 0 0 29 2 ?";

    final TestDatabase db;
    final SampleOrganisations organisations = new SampleOrganisations();
    final List<String> incidents = new CopyOnWriteArrayList<>();
    final List<String> audited = new CopyOnWriteArrayList<>();
    final SampleProgramme programme =
            new SampleProgramme(2026, BUNDLE).word("job.basket-deadline", "期限提醒", "Deadline reminder");
    final Schedules node;
    final JobAdmin admin;
    private final List<Schedules> nodes = new ArrayList<>();

    Stage(TestDatabases.Kind kind) {
        this(kind, Duration.ofSeconds(30));
    }

    Stage(TestDatabases.Kind kind, Duration patience) {
        db = TestDatabases.open(kind);
        node = node("one", patience);
        admin = admin(node);
    }

    Schedules node(String name, Duration patience) {
        Schedules added = new Schedules(
                new Quartz(db.dataSource(), db.postgres(), name),
                1,
                db.core(),
                new ShanghaiClock(),
                new CoreMessages(),
                organisations,
                (where, fault) -> {
                    incidents.add(where + ": " + fault.getMessage());
                    return "I-" + incidents.size();
                },
                patience);
        nodes.add(added);
        return added;
    }

    JobAdmin admin(Schedules of) {
        return new JobAdminService(
                of,
                db.core(),
                new CoreMessages(),
                (caller, action, object, reason, details) -> audited.add(action + " " + object));
    }

    Caller caller(Role role) {
        return new Caller(
                new UUID(0, 5),
                "平台管理员",
                organisations.city(),
                Map.of(Caller.EVERY_PROGRAMME, Set.of(role)),
                Locale.ENGLISH,
                "127.0.0.1");
    }

    Caller administrator() {
        return caller(Role.PLATFORM_ADMIN);
    }

    void add(String cron, boolean catchUp, ProgrammeJob work) {
        add(node, cron, catchUp, work);
    }

    static void add(Schedules to, String cron, boolean catchUp, ProgrammeJob work) {
        to.jobArrived(BUNDLE, work, Map.of("job.id", "basket-deadline", "job.cron", cron, "job.catchUp", catchUp));
    }

    Job job() {
        return job(admin);
    }

    Job job(JobAdmin on) {
        return on.jobs(administrator()).stream()
                .filter(job -> job.id().equals("basket-deadline"))
                .findFirst()
                .orElseThrow();
    }

    void runNow() {
        admin.runNow(administrator(), "basket", 2026, "basket-deadline");
    }

    void pause(boolean paused) {
        admin.pause(administrator(), "basket", 2026, "basket-deadline", paused);
    }

    /** Runs that ended, newest first. */
    List<Run> history() {
        return admin.history(administrator(), "basket", 2026, "basket-deadline", 100);
    }

    void awaitRuns(int count) {
        Await.until(count + " runs", () -> history().size() >= count);
    }

    /** As if its time had come while nobody was there: days ago, to be sure that it counts as missed. */
    void missItsTime() {
        db.core().transact(handle -> handle.createUpdate(
                        "update core.qrtz_triggers set next_fire_time = :then where sched_name = 'basket-2026'")
                .bind("then", System.currentTimeMillis() - Duration.ofDays(3).toMillis())
                .execute());
    }

    /** When Quartz has dealt with what was missed, the next time lies ahead again. */
    void awaitNextTimeAhead() {
        Await.until("the next time lies ahead", () -> nextTime() > System.currentTimeMillis());
    }

    private long nextTime() {
        return db.core().read(handle -> handle.createQuery(
                        "select next_fire_time from core.qrtz_triggers where sched_name = 'basket-2026' and trigger_group = 'jobs'")
                .mapTo(Long.class)
                .one());
    }

    /** When a node last said to the programme's scheduler that it is there; 0: it is not. */
    long checkedIn(String name) {
        return db.core().read(handle -> handle.createQuery("select last_checkin_time from core.qrtz_scheduler_state"
                        + " where sched_name = 'basket-2026' and instance_name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    long triggersInError() {
        return db.core().read(handle -> handle.createQuery(
                        "select count(*) from core.qrtz_triggers where trigger_state = 'ERROR'")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        nodes.forEach(Schedules::stop);
        db.close();
    }
}
