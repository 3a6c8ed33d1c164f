package org.shishi.core.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.text.Text;
import org.shishi.core.scheduling.RunningJob.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of one owner that is there now, on its own Quartz scheduler. Times stay stored while the owner is away: what
 * was missed is seen by Quartz when it returns, and made up or skipped by each job's rule.
 */
final class OwnerSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerSchedule.class);
    private static final String GROUP = "jobs";

    private final Owner owner;
    private final KnownJobs known;
    private final JobRunner runner;
    private final Clock clock;
    private final CoreTexts texts;
    private final Duration patience;
    private final Scheduler quartz;

    private final Map<String, DeclaredJob> jobs = new ConcurrentHashMap<>();
    private final Map<String, CronTime> times = new ConcurrentHashMap<>();
    private final Map<String, RunningJob> running = new ConcurrentHashMap<>();
    private boolean stopping;

    OwnerSchedule(Owner owner, Quartz quartz, Parts parts) throws SchedulerException {
        this.owner = owner;
        this.known = parts.known();
        this.runner = parts.runner();
        this.clock = parts.clock();
        this.texts = parts.texts();
        this.patience = parts.patience();
        this.quartz = quartz.scheduler(owner.name().scheduler(), this::due);
        parts.runs()
                .closeLeftOpen(
                        owner.name(),
                        quartz.clustered() ? quartz.node() : null,
                        clock.instant(),
                        texts.get("job.error.lost"));
    }

    /** What schedules share. @param patience how long a leaving programme waits for its runs */
    record Parts(KnownJobs known, Runs runs, JobRunner runner, Clock clock, CoreTexts texts, Duration patience) {}

    OwnerName name() {
        return owner.name();
    }

    void start() throws SchedulerException {
        quartz.start();
    }

    /** No further run begins; runs under way are asked to end and waited for. */
    void stop() {
        synchronized (this) {
            stopping = true;
        }
        boolean drained = true;
        try {
            quartz.standby();
            List<RunningJob> underWay = List.copyOf(running.values());
            underWay.forEach(run -> run.stop(Stop.LEAVING));
            for (RunningJob run : underWay) {
                drained &= run.await(patience);
            }
            quartz.shutdown(drained);
        } catch (SchedulerException e) {
            LOG.warn("The scheduler {} did not stop in order: {}", owner.name().scheduler(), e.getMessage());
        }
        if (!drained) {
            LOG.warn(
                    "{} of {} still run after {}: they find their programme's database closed",
                    running.keySet(),
                    owner.name().scheduler(),
                    patience);
        }
    }

    /** A job is there: schedules it by its present times, keeping what was missed meanwhile. */
    void add(DeclaredJob job) throws SchedulerException {
        CronTime time = CronTime.of(job, owner, clock.instant(), texts);
        known.seen(owner.name(), job, owner.title(job.id()), time.expression(), clock.instant());
        synchronized (this) {
            jobs.put(job.id(), job);
        }
        times.put(job.id(), time);
        if (!time.schedulable()) {
            quartz.unscheduleJob(trigger(job.id()));
            LOG.info(
                    "Job {} is parked: {}",
                    owner.name().job(job.id()),
                    time.obstacle().en());
            return;
        }
        schedule(job, time);
        if (known.paused(owner.name(), job.id())) {
            quartz.pauseTrigger(trigger(job.id()));
        } else {
            makeUp(job);
        }
    }

    /** Whether the edition names other times for a job than those it goes by. */
    boolean outdated(DeclaredJob job) {
        return jobs.get(job.id()) == job
                && !CronTime.of(job, owner, clock.instant(), texts).equals(times.get(job.id()));
    }

    /** Runs once for what was missed while there was nobody to do it, unless the stored times do so anyway. */
    private void makeUp(DeclaredJob job) throws SchedulerException {
        if (job.catchUp() && known.takeMissed(owner.name(), job.id()) && !overdue(trigger(job.id()), 0)) {
            quartz.triggerJob(job(job.id()));
        }
    }

    private boolean overdue(TriggerKey key, long millis) throws SchedulerException {
        Trigger stored = quartz.getTrigger(key);
        Date next = stored == null ? null : stored.getNextFireTime();
        return next != null && next.getTime() <= System.currentTimeMillis() - millis;
    }

    private void schedule(DeclaredJob job, CronTime time) throws SchedulerException {
        quartz.addJob(
                JobBuilder.newJob(StoredJob.class)
                        .withIdentity(job(job.id()))
                        .storeDurably()
                        .requestRecovery()
                        .build(),
                true);
        CronTrigger wanted = wanted(job, time);
        Trigger stored = quartz.getTrigger(wanted.getKey());
        if (stored == null) {
            scheduleNew(wanted);
        } else if (!same(stored, wanted)) {
            if (overdue(wanted.getKey(), Quartz.MISSED_AFTER_MILLIS)) {
                known.missed(owner.name(), job.id(), clock.instant());
            }
            quartz.rescheduleJob(wanted.getKey(), wanted);
        } else if (quartz.getTriggerState(wanted.getKey()) == TriggerState.ERROR) {
            // Nothing of ours leads there, but what a fault outside of us left behind must not last.
            quartz.resetTriggerFromErrorState(wanted.getKey());
        }
    }

    private void scheduleNew(CronTrigger trigger) throws SchedulerException {
        try {
            quartz.scheduleJob(trigger);
        } catch (ObjectAlreadyExistsException e) {
            LOG.debug("{} was scheduled by another node just now", trigger.getKey());
        }
    }

    private CronTrigger wanted(DeclaredJob job, CronTime time) {
        CronScheduleBuilder times =
                CronScheduleBuilder.cronSchedule(time.expression()).inTimeZone(CronTime.ZONE);
        return TriggerBuilder.newTrigger()
                .withIdentity(trigger(job.id()))
                .forJob(job(job.id()))
                .withSchedule(
                        job.catchUp()
                                ? times.withMisfireHandlingInstructionFireAndProceed()
                                : times.withMisfireHandlingInstructionDoNothing())
                .build();
    }

    private static boolean same(Trigger stored, CronTrigger wanted) {
        return stored instanceof CronTrigger cron
                && cron.getCronExpression().equals(wanted.getCronExpression())
                && cron.getTimeZone().hasSameRules(wanted.getTimeZone())
                && cron.getMisfireInstruction() == wanted.getMisfireInstruction();
    }

    /** A job has gone: its run is waited for. Its times stay stored, it is parked. */
    void remove(DeclaredJob job) {
        RunningJob run;
        synchronized (this) {
            if (!jobs.remove(job.id(), job)) {
                return;
            }
            run = running.get(job.id());
        }
        if (run != null) {
            run.stop(Stop.LEAVING);
            run.await(patience);
        }
    }

    /** It is time: called on a Quartz thread. */
    private void due(String id) {
        RunningJob run = null;
        try {
            DeclaredJob job = jobs.get(id);
            run = job == null ? null : begin(job);
            if (run == null || runner.run(owner, job, run)) {
                known.missed(owner.name(), id, clock.instant());
            }
        } catch (RuntimeException e) {
            runner.fault(owner, id, e);
        } finally {
            if (run != null) {
                running.remove(id, run);
                run.ended();
            }
        }
    }

    /** @return null when the job is just going */
    private RunningJob begin(DeclaredJob job) {
        RunningJob run = runner.prepare(owner, job);
        synchronized (this) {
            if (stopping || jobs.get(job.id()) != job) {
                return null;
            }
            running.put(job.id(), run);
            return run;
        }
    }

    void runNow(String id) throws SchedulerException {
        quartz.triggerJob(job(id));
    }

    void pause(String id, boolean paused) throws SchedulerException {
        if (paused) {
            quartz.pauseTrigger(trigger(id));
        } else {
            quartz.resumeTrigger(trigger(id));
            DeclaredJob job = jobs.get(id);
            if (job != null) {
                makeUp(job);
            }
        }
    }

    void cancel(String id) {
        RunningJob run = running.get(id);
        if (run != null) {
            run.stop(Stop.CANCELLED);
        }
    }

    /** Why a job is parked although its owner is there; null: it is scheduled. */
    Text reason(String id) {
        if (!jobs.containsKey(id)) {
            return texts.get("job.parked.notOffered");
        }
        CronTime time = times.get(id);
        return time == null ? null : time.obstacle();
    }

    /** The next few times; empty: none (parked or paused). */
    List<Instant> upcoming(String id, int most) throws SchedulerException {
        Trigger trigger = quartz.getTrigger(trigger(id));
        CronTime time = times.get(id);
        if (trigger == null
                || time == null
                || trigger.getNextFireTime() == null
                || quartz.getTriggerState(trigger.getKey()) == TriggerState.PAUSED) {
            return List.of();
        }
        return Stream.iterate(trigger.getNextFireTime().toInstant(), Objects::nonNull, time::next)
                .limit(most)
                .toList();
    }

    int size() {
        return jobs.size();
    }

    int runningNow() {
        return running.size();
    }

    boolean started() {
        try {
            return quartz.isStarted() && !quartz.isInStandbyMode() && !quartz.isShutdown();
        } catch (SchedulerException e) {
            return false;
        }
    }

    private static JobKey job(String id) {
        return new JobKey(id, GROUP);
    }

    private static TriggerKey trigger(String id) {
        return new TriggerKey(id, GROUP);
    }
}
