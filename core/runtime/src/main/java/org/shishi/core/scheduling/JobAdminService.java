package org.shishi.core.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quartz.SchedulerException;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.scheduling.KnownJobs.Known;
import org.shishi.core.scheduling.Runs.Ended;
import org.shishi.core.scheduling.Runs.UnderWay;

/** The job page's use cases. Jobs of programmes that are away stay listed, parked with the reason. */
@Component
public final class JobAdminService implements JobAdmin {

    private static final int LONGEST_HISTORY = 1_000;
    /** So many of the coming times are told. */
    private static final int UPCOMING = 5;

    private final Schedules schedules;
    private final CoreDatabase database;
    private final CoreTexts texts;
    private final Audit audit;

    @Activate
    public JobAdminService(
            @Reference Schedules schedules,
            @Reference CoreDatabase database,
            @Reference CoreTexts texts,
            @Reference Audit audit) {
        this.schedules = schedules;
        this.database = database;
        this.texts = texts;
        this.audit = audit;
    }

    /** A job by name, to find things of it. */
    private record Name(OwnerName owner, String id) {}

    @Override
    public List<Job> jobs(Caller caller) {
        require(caller);
        Map<Name, UnderWay> underWay = byName(schedules.runs().underWay(), run -> new Name(run.owner(), run.job()));
        Map<Name, Ended> last = byName(schedules.runs().last(), run -> new Name(run.owner(), run.job()));
        return schedules.known().all().stream()
                .map(job -> {
                    Name name = new Name(job.owner(), job.id());
                    return job(caller, job, underWay.get(name), last.get(name));
                })
                .toList();
    }

    private Job job(Caller caller, Known job, UnderWay underWay, Ended last) {
        Optional<OwnerSchedule> schedule = schedules.find(job.owner());
        Text reason = schedule.isPresent() ? schedule.get().reason(job.id()) : texts.get("job.parked.away");
        List<Instant> upcoming =
                reason != null || job.paused() ? List.of() : upcoming(schedule.orElseThrow(), job.id());
        return new Job(
                job.owner().programmeId(),
                job.owner().year(),
                job.id(),
                job.title(),
                job.cron(),
                job.paused(),
                underWay != null,
                reason != null,
                reason,
                upcoming.isEmpty() ? null : upcoming.getFirst(),
                upcoming,
                underWay == null ? null : underWay.progress(),
                last == null ? null : run(caller, last));
    }

    @Override
    public List<Run> history(Caller caller, String programmeId, int year, String id, int limit) {
        require(caller);
        return schedules
                .runs()
                .history(new OwnerName(programmeId, year), id, Math.clamp(limit, 1, LONGEST_HISTORY))
                .stream()
                .map(run -> run(caller, run))
                .toList();
    }

    private static Run run(Caller caller, Ended run) {
        List<String> log = run.log().stream()
                .map(line -> RunningJob.read(line, caller.locale()))
                .toList();
        return new Run(run.at(), run.took(), run.ok(), run.counts(), error(caller, run), run.node(), log);
    }

    private static String error(Caller caller, Ended run) {
        if (run.error() == null) {
            return null;
        }
        String sentence = run.error().in(caller.locale());
        return run.incident() == null ? sentence : run.incident() + " " + sentence;
    }

    @Override
    public void runNow(Caller caller, String programmeId, int year, String id) {
        Known job = known(caller, programmeId, year, id);
        OwnerSchedule schedule = schedules
                .find(job.owner())
                .filter(owner -> owner.reason(id) == null)
                .orElseThrow(() -> new RefusedException("CORE-JOB-PARKED", null, job.title()));
        if (running(job)) {
            throw new RefusedException("CORE-JOB-RUNNING", null, job.title());
        }
        write(caller, "job.run", job);
        change(() -> schedule.runNow(id));
    }

    @Override
    public void pause(Caller caller, String programmeId, int year, String id, boolean paused) {
        Known job = known(caller, programmeId, year, id);
        if (job.paused() == paused) {
            return;
        }
        database.transact(handle -> {
            schedules.known().pause(job.owner(), id, paused);
            write(caller, paused ? "job.pause" : "job.resume", job);
            return null;
        });
        schedules.find(job.owner()).ifPresent(schedule -> change(() -> schedule.pause(id, paused)));
    }

    @Override
    public void cancel(Caller caller, String programmeId, int year, String id) {
        Known job = known(caller, programmeId, year, id);
        if (!running(job)) {
            return;
        }
        write(caller, "job.cancel", job);
        schedules.runs().requestCancel(job.owner(), id);
        schedules.find(job.owner()).ifPresent(schedule -> schedule.cancel(id));
    }

    private boolean running(Known job) {
        return schedules.runs().underWay().stream()
                .anyMatch(run -> run.owner().equals(job.owner()) && run.job().equals(job.id()));
    }

    private Known known(Caller caller, String programmeId, int year, String id) {
        require(caller);
        return schedules
                .known()
                .find(new OwnerName(programmeId, year), id)
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    private void write(Caller caller, String action, Known job) {
        audit.write(
                caller,
                action,
                "job/" + job.owner().programmeId() + "/" + job.owner().year() + "/" + job.id(),
                null,
                Map.of());
    }

    private static void require(Caller caller) {
        if (!caller.runsPlatform()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    private interface Change {
        void make() throws SchedulerException;
    }

    private static void change(Change change) {
        try {
            change.make();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler failed: " + e.getMessage(), e);
        }
    }

    private static List<Instant> upcoming(OwnerSchedule schedule, String id) {
        try {
            return schedule.upcoming(id, UPCOMING);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler failed: " + e.getMessage(), e);
        }
    }

    private static <T> Map<Name, T> byName(List<T> runs, Function<T, Name> name) {
        return runs.stream().collect(Collectors.toMap(name, Function.identity(), (first, second) -> second));
    }
}
