package org.shishi.core.scheduling;

import java.util.Map;
import java.util.Objects;
import org.shishi.api.job.ProgrammeJob;

/**
 * A job as its service declares it.
 *
 * @param cron as written: an expression, or the name of the parameter that holds it
 */
record DeclaredJob(String id, String cron, boolean catchUp, ProgrammeJob work) {

    private static final int LONGEST_ID = 60;

    DeclaredJob {
        Objects.requireNonNull(work);
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("job.id must be 1 to " + LONGEST_ID + " characters, not '" + id + "'");
        }
        if (cron == null || cron.isBlank()) {
            throw new IllegalArgumentException("job.cron of " + id + " is missing");
        }
    }

    /** From the properties that {@link org.shishi.api.job.JobSchedule} becomes. */
    static DeclaredJob of(ProgrammeJob work, Map<String, ?> properties) {
        return new DeclaredJob(
                (String) properties.get("job.id"),
                (String) properties.get("job.cron"),
                !Boolean.FALSE.equals(properties.get("job.catchUp")),
                work);
    }
}
