package org.shishi.api.deadline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Parameter;
import org.shishi.api.rule.Rule;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.api.time.WorkingDays;

/** On which days something is reminded of. Everything stops when the thing is done. */
public final class ReminderPlan {

    /** Calendar days after the due day from which on the superior organisation gets a copy. */
    private static final int SUPERIOR_AFTER_DAYS = 3;

    /**
     * @param superiorCopyFrom first overdue day with a copy to the superior organisation; null: none
     */
    public record DeadlineReminders(List<LocalDate> pre, List<LocalDate> overdue, LocalDate superiorCopyFrom) {}

    public record SlaReminders(List<LocalDate> remind, List<LocalDate> breach, LocalDate superiorCopyFrom) {}

    public record PaymentLimitReminders(List<LocalDate> remind, LocalDate lapseNotice) {}

    private ReminderPlan() {}

    @Rule(id = "R-C.9", name = "deadlineReminders", source = "§13.6, D-16")
    public static Outcome<DeadlineReminders> deadlineReminders(
            @Input(value = "windowFrom", required = false) LocalDate windowFrom,
            @Input("due") LocalDate due,
            @Input("hard") boolean hard,
            @Parameter("core.reminder.preDays") List<Integer> preDays,
            @Parameter("core.reminder.overdueDays") List<Integer> overdueDays,
            WorkingCalendar calendar) {
        return WorkingDays.counting("due", () -> {
            List<LocalDate> pre = ascending(days(preDays)
                    .map(before -> backward(due.minusDays(before), windowFrom, calendar))
                    .filter(Objects::nonNull));
            List<Integer> steps = hard ? List.of() : days(overdueDays).sorted().toList();
            List<LocalDate> overdue = ascending(steps.stream().map(after -> forward(due.plusDays(after), calendar)));
            LocalDate superiorCopyFrom = steps.stream()
                    .filter(after -> after >= SUPERIOR_AFTER_DAYS)
                    .findFirst()
                    .map(after -> forward(due.plusDays(after), calendar))
                    .orElse(null);
            return new DeadlineReminders(pre, overdue, superiorCopyFrom);
        });
    }

    @Rule(id = "R-C.10", name = "slaReminders", source = "§13.6, D-16")
    public static Outcome<SlaReminders> slaReminders(@Input("start") LocalDate start, WorkingCalendar calendar) {
        return WorkingDays.counting("start", () -> {
            List<LocalDate> breach = workingDays(start, calendar, 6, 7, 8);
            return new SlaReminders(workingDays(start, calendar, 3, 4, 5), breach, breach.getFirst());
        });
    }

    @Rule(id = "R-C.11", name = "paymentLimitReminders", source = "§13.6, D-16")
    public static Outcome<PaymentLimitReminders> paymentLimitReminders(
            @Input("start") LocalDate start, WorkingCalendar calendar) {
        return WorkingDays.counting(
                "start",
                () -> new PaymentLimitReminders(
                        workingDays(start, calendar, 10, 13, 15), calendar.addWorkingDays(start, 16)));
    }

    private static Stream<Integer> days(List<Integer> parameter) {
        return parameter == null ? Stream.empty() : parameter.stream();
    }

    private static List<LocalDate> ascending(Stream<LocalDate> days) {
        return List.copyOf(new TreeSet<>(days.toList()));
    }

    private static List<LocalDate> workingDays(LocalDate start, WorkingCalendar calendar, int... counts) {
        return Arrays.stream(counts)
                .mapToObj(count -> calendar.addWorkingDays(start, count))
                .toList();
    }

    /** The last working day up to a day; null once that lies before the window, where nobody needs the calendar any more. */
    private static LocalDate backward(LocalDate day, LocalDate windowFrom, WorkingCalendar calendar) {
        LocalDate at = day;
        while (windowFrom == null || !at.isBefore(windowFrom)) {
            if (calendar.isWorkingDay(at)) {
                return at;
            }
            at = at.minusDays(1);
        }
        return null;
    }

    private static LocalDate forward(LocalDate day, WorkingCalendar calendar) {
        return calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, 1);
    }
}
