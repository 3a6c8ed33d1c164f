package org.shishi.api.job;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Scheduled work of a programme: a DS service with a {@link JobSchedule}. The class is never written into the job store;
 * it is unscheduled (a run under way is asked to stop and waited for) when its bundle stops.
 */
@ConsumerType
public interface ProgrammeJob {

    /**
     * One run. Must be repeatable: after a crash it runs again from the start.
     *
     * @throws Exception a fault: logged with an incident number, shown on the job page; the next time runs as planned
     */
    JobResult run(JobContext context) throws Exception;
}
