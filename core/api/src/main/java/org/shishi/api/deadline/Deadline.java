package org.shishi.api.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One thing that one organisation owes by one day (domain specification R-C.9).
 *
 * @param type short name within the programme, for example {@code application}; text key {@code deadline.<type>}
 * @param object what it is about: a record's id or any stable key, unique within type and organisation
 * @param organisation who owes it
 * @param windowFrom reminders before this day are dropped; null: no such bound
 * @param due last day, inclusive, never moved
 * @param hard HARD: input after it is refused; SOFT: accepted and flagged late, overdue reminders follow
 * @param args arguments of the texts
 */
public record Deadline(
        String type,
        String object,
        UUID organisation,
        LocalDate windowFrom,
        LocalDate due,
        boolean hard,
        List<Object> args) {

    public Deadline {
        args = List.copyOf(args);
    }
}
