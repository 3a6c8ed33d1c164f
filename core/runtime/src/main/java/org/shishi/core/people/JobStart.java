package org.shishi.core.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.rule.RefusedException;

/** Starts one of the core's own jobs for somebody whose right to its work was asked for before. */
final class JobStart {

    private static final String CORE = "core";

    private final JobAdmin jobs;
    private final String id;

    JobStart(JobAdmin jobs, String id) {
        this.jobs = jobs;
        this.id = id;
    }

    /** One that runs already takes the new work up, or the next run does. */
    void now(Caller caller) {
        try {
            jobs.runNow(platform(caller), CORE, 0, id);
        } catch (RefusedException e) {
            if (!e.violations().getFirst().code().equals("CORE-JOB-RUNNING")) {
                throw e;
            }
        }
    }

    void cancel(Caller caller) {
        jobs.cancel(platform(caller), CORE, 0, id);
    }

    Optional<JobAdmin.Job> state(Caller caller) {
        return jobs.jobs(platform(caller)).stream()
                .filter(job -> job.programmeId().equals(CORE) && job.id().equals(id))
                .findFirst();
    }

    /** Jobs ask for the platform's right, which people of programmes never hold. The log names who it was. */
    private static Caller platform(Caller caller) {
        return new Caller(
                Caller.SYSTEM_ID, caller.name(), caller.organisation(), Map.of(), Locale.CHINESE, caller.address());
    }
}
