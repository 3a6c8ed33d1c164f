package org.shishi.core.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.shishi.api.deadline.ReminderPlan.DeadlineReminders;

/**
 * The one reminder that a deadline needs today: the plan's for today, or the latest of those missed.
 *
 * @param planned the day the plan has it on
 */
record DueReminder(LocalDate planned, boolean copyToSuperior) {

    /** @param remindedUpTo the last day reminders were sent for; null: this is the first time */
    static Optional<DueReminder> of(Terms terms, DeadlineReminders plan, LocalDate remindedUpTo, LocalDate today) {
        if (terms.hard() && today.isAfter(terms.due())) {
            // Nothing can be done about it any more; there is nothing to remind of.
            return Optional.empty();
        }
        return Stream.concat(plan.pre().stream(), plan.overdue().stream())
                .filter(day ->
                        day.equals(today) || remindedUpTo != null && day.isAfter(remindedUpTo) && day.isBefore(today))
                .max(Comparator.naturalOrder())
                .map(day -> new DueReminder(day, copied(plan, day)));
    }

    static boolean copied(DeadlineReminders plan, LocalDate day) {
        return plan.superiorCopyFrom() != null && !day.isBefore(plan.superiorCopyFrom());
    }
}
