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

    enum Kind {
        /** A step of the workflow waits. */
        STEP,
        /** A signature was asked for. */
        SIGN,
        /** A copy, to be read. */
        COPY
    }

    /** Whose list. */
    enum View {
        /** What the caller may do: of the acting organisation, and what was handed to the caller. */
        MINE,
        /** All that waits in the acting organisation, with whomever, in programmes that the caller sees. */
        UNIT,
        /** Copies that the caller has not read. */
        COPIED
    }

    /** Which of them. */
    enum Urgency {
        ALL,
        /** Today or later in this week (Asia/Shanghai, to Sunday). */
        DUE,
        OVERDUE,
        /** Came back for correction. */
        RETURNED
    }

    /**
     * @param programmeId null: every programme
     * @param text part of the record's title, whatever the case; null: any
     */
    record Query(View view, Urgency urgency, String programmeId, String text) {

        public static final Query ALL_MINE = new Query(View.MINE, Urgency.ALL, null, null);

        public static Query mine(Urgency urgency) {
            return new Query(View.MINE, urgency, null, null);
        }

        public static Query mineIn(String programmeId) {
            return new Query(View.MINE, Urgency.ALL, programmeId, null);
        }
    }

    /**
     * @param holder the one person whose it is, by name; null: whoever may in the organisation
     * @param actions names of the transitions that it waits for; empty unless a step waits
     * @param returned it came back for correction
     * @param due null: no limit
     * @param agreed how many have signed of those who were asked to, 0 of 0: nobody was asked
     * @param live whether its programme runs now
     */
    record Todo(
            UUID id,
            Kind kind,
            String programmeId,
            int year,
            String recordType,
            UUID recordId,
            String title,
            String state,
            String holder,
            List<String> actions,
            boolean returned,
            Instant since,
            LocalDate due,
            int agreed,
            int asked,
            boolean live) {}

    /**
     * Overdue first, then by due day, then oldest.
     *
     * @param afterId pages by key; null: from the start
     * @param limit at most 500
     */
    List<Todo> list(Caller caller, Query query, UUID afterId, int limit);

    /** Counts no further than 1 000. */
    record Counts(int open, int dueThisWeek, int overdue, int returned, int copied) {}

    /** Of what is the caller's ({@link View#MINE}), and of unread copies. */
    Counts counts(Caller caller);
}
