package org.shishi.api.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/** What waits for whom. Items of programmes that are away stay listed as parked. */
@ProviderType
public interface Todos {

    /**
     * @param actions names of the transitions that it waits for
     * @param returned it came back for correction
     * @param due null: no limit
     * @param live whether its programme runs now
     */
    record Todo(
            UUID id,
            String programmeId,
            int year,
            String recordType,
            UUID recordId,
            String title,
            String state,
            List<String> actions,
            boolean returned,
            Instant since,
            LocalDate due,
            boolean live) {}

    /** Overdue first, then by due day, then oldest; {@code afterId} pages by key (null: from the start). */
    List<Todo> list(Caller caller, String programmeId, UUID afterId, int limit);

    /** Counts no further than 1 000. */
    record Counts(int open, int dueThisWeek, int overdue, int returned) {}

    Counts counts(Caller caller);
}
