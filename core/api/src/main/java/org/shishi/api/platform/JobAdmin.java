package org.shishi.api.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.text.Text;

/** The job page. Needs the right PLATFORM. */
@ProviderType
public interface JobAdmin {

    /**
     * @param programmeId {@code core} for the platform's own
     * @param parked the programme is away; the reason says so
     * @param next null: none
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
            Run last) {}

    /** @param error incident number with a sentence; null: it went well */
    record Run(Instant at, Duration took, boolean ok, Map<String, Long> counts, String error, String node) {}

    List<Job> jobs(Caller caller);

    List<Run> history(Caller caller, String programmeId, int year, String id, int limit);

    void runNow(Caller caller, String programmeId, int year, String id);

    void pause(Caller caller, String programmeId, int year, String id, boolean paused);

    void cancel(Caller caller, String programmeId, int year, String id);
}
