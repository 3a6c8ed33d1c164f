package org.shishi.core.deadline;

import java.util.HashMap;
import java.util.Map;
import org.shishi.api.deadline.ReminderPlan;
import org.shishi.api.deadline.ReminderPlan.DeadlineReminders;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.rule.CoreParameters;

/** Plans of reminders by R-C.9 under one calendar, each made once. For one thread, and not for long. */
final class Plans {

    private final CoreParameters parameters;
    private final WorkingCalendar calendar;
    private final Map<Terms, DeadlineReminders> made = new HashMap<>();

    Plans(CoreParameters parameters, WorkingCalendar calendar) {
        this.parameters = parameters;
        this.calendar = calendar;
    }

    /** @throws org.shishi.api.rule.RefusedException {@code CORE-CAL-MISSING} */
    DeadlineReminders of(Terms terms) {
        return made.computeIfAbsent(terms, key -> ReminderPlan.deadlineReminders(
                        key.windowFrom(),
                        key.due(),
                        key.hard(),
                        parameters.preDays(),
                        parameters.overdueDays(),
                        calendar)
                .orThrow());
    }
}
