package org.shishi.core.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.shishi.api.deadline.ReminderPlan.DeadlineReminders;
import org.shishi.core.deadline.DeadlineTable.Kind;

/**
 * Open deadlines that are reminded of on the same days.
 *
 * @param remindedUpTo the last day reminders of their type were sent for; null: none yet
 * @param count how many they are
 */
record Kin(Kind kind, Terms terms, LocalDate remindedUpTo, int count) {

    /**
     * A reminder that will go out unless the thing is done before.
     *
     * @param planned the day the plan has it on; earlier than {@code day}: it was missed
     */
    record Sending(LocalDate day, LocalDate planned, boolean copied) {}

    /** In the order of their days, from today on. */
    List<Sending> sendings(DeadlineReminders plan, LocalDate today) {
        boolean doneToday = remindedUpTo != null && !remindedUpTo.isBefore(today);
        Stream<Sending> now = doneToday
                ? Stream.empty()
                : DueReminder.of(terms, plan, remindedUpTo, today).stream()
                        .map(due -> new Sending(today, due.planned(), due.copyToSuperior()));
        Stream<Sending> later = Stream.concat(plan.pre().stream(), plan.overdue().stream())
                .filter(day -> day.isAfter(today))
                .map(day -> new Sending(day, day, DueReminder.copied(plan, day)));
        return Stream.concat(now, later).toList();
    }
}
