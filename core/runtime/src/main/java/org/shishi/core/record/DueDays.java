package org.shishi.core.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.WorkingCalendar;

/** By when something that waits is due. */
final class DueDays {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendar calendar;

    DueDays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * @param limitDays working days; 0: no limit
     * @return null without a limit, and while the calendar lacks the year: the step itself must not fail for that, and a
     *     guess would be worse than none. {@link TodoDueDays} fills it in when the year is there
     */
    LocalDate due(Instant since, int limitDays) {
        if (limitDays == 0) {
            return null;
        }
        try {
            return calendar.addWorkingDays(since.atZone(SHANGHAI).toLocalDate(), limitDays);
        } catch (RefusedException yearMissing) {
            return null;
        }
    }
}
