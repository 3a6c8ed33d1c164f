package org.shishi.core.scheduling;

import java.util.LinkedHashMap;
import java.util.Map;
import org.quartz.SchedulerException;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.Incidents;

/** One bundle with jobs. Its jobs and its programme come and go in any order; they are scheduled while both are there. */
final class Guest {

    private final Quartz quartz;
    private final OwnerSchedule.Parts parts;
    private final Incidents incidents;
    private final Map<ProgrammeJob, DeclaredJob> jobs = new LinkedHashMap<>();
    private volatile OwnerSchedule schedule;

    Guest(Quartz quartz, OwnerSchedule.Parts parts, Incidents incidents) {
        this.quartz = quartz;
        this.parts = parts;
        this.incidents = incidents;
    }

    /** null while its programme is away. */
    OwnerSchedule schedule() {
        return schedule;
    }

    synchronized void arrive(Owner owner) {
        leave();
        try {
            OwnerSchedule arrived = new OwnerSchedule(owner, quartz, parts);
            schedule = arrived;
            // Before it starts: what was missed is judged by the rules of the jobs as they are now.
            jobs.values().forEach(this::schedule);
            arrived.start();
        } catch (SchedulerException | RuntimeException e) {
            incidents.report("scheduler " + owner.name().scheduler(), e);
        }
    }

    synchronized void leave() {
        if (schedule != null) {
            schedule.stop();
            schedule = null;
        }
    }

    synchronized void add(DeclaredJob job) {
        jobs.put(job.work(), job);
        if (schedule != null) {
            schedule(job);
        }
    }

    synchronized void remove(ProgrammeJob work) {
        DeclaredJob job = jobs.remove(work);
        if (job != null && schedule != null) {
            schedule.remove(job);
        }
    }

    /** Looks anew at the times of this owner's jobs. */
    synchronized void retime(OwnerName owner) {
        if (schedule != null && schedule.name().equals(owner)) {
            jobs.values().stream().filter(schedule::outdated).forEach(this::schedule);
        }
    }

    private void schedule(DeclaredJob job) {
        try {
            schedule.add(job);
        } catch (SchedulerException | RuntimeException e) {
            incidents.report("schedule of " + schedule.name().job(job.id()), e);
        }
    }
}
