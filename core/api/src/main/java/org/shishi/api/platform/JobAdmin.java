package org.shishi.api.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.text.Text;

/** The job page. Needs the right PLATFORM at the city: jobs belong to everybody. */
@ProviderType
public interface JobAdmin {

    /**
     * @param programmeId {@code core} for the platform's own
     * @param parked the programme is away; the reason says so
     * @param reason why it is parked, in words for an administrator; null while it is scheduled
     * @param next null: none (parked or paused)
     * @param upcoming the next few times, {@code next} first; empty: none
     * @param progress of the run under way; null: it does not run, or has not said
     * @param last the run that ended last; null: it never ran
     */
    record Job(
            String programmeId,
            int year,
            String id,
            Text title,
            String cron,
            boolean paused,
            boolean running,
            boolean parked,
            Text reason,
            Instant next,
            List<Instant> upcoming,
            Progress progress,
            Run last) {
        public Job {
            upcoming = List.copyOf(upcoming);
        }
    }

    /** How far a run under way is. */
    record Progress(long done, long total) {}

    /**
     * @param error incident number with a sentence; null: it went well
     * @param log what it said about itself; empty: nothing
     */
    record Run(
            Instant at,
            Duration took,
            boolean ok,
            Map<String, Long> counts,
            String error,
            String node,
            List<String> log) {
        public Run {
            log = List.copyOf(log);
        }
    }

    List<Job> jobs(Caller caller);

    /** Runs that ended, newest first; the newest 1 000 of each job are kept, also while the programme is away, and after. */
    List<Run> history(Caller caller, String programmeId, int year, String id, int limit);

    /**
     * Runs it once as soon as a thread is free, beside its times, also while it is paused.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-JOB-PARKED}, {@code CORE-JOB-RUNNING}, {@code CORE-NOT-FOUND}
     */
    void runNow(Caller caller, String programmeId, int year, String id);

    /** Paused stays paused over restarts, updates and absences. On resuming, missed times are made up once or skipped. */
    void pause(Caller caller, String programmeId, int year, String id, boolean paused);

    /** Asks the run under way, on whatever node, to end at its next chunk. Nothing happens when none is under way. */
    void cancel(Caller caller, String programmeId, int year, String id);
}
