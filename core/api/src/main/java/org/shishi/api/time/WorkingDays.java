package org.shishi.api.time;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.Violation;

/** Counting working days (K-4). */
public final class WorkingDays {

    public record WorkingDay(boolean workingDay) {}

    public record Counted(LocalDate date) {}

    private WorkingDays() {}

    @Rule(id = "R-C.1", name = "isWorkingDay", source = "§0 K-4, §13.5")
    public static Outcome<WorkingDay> isWorkingDay(@Input("d") LocalDate d, WorkingCalendar calendar) {
        return counting("d", () -> new WorkingDay(calendar.isWorkingDay(d)));
    }

    @Rule(id = "R-C.2", name = "addWorkingDays", source = "§0 K-4, §13.5")
    public static Outcome<Counted> addWorkingDays(
            @Input("d") LocalDate d, @Input(value = "n", min = 1) int n, WorkingCalendar calendar) {
        return counting("d", () -> new Counted(calendar.addWorkingDays(d, n)));
    }

    /** Work that counts working days, as an outcome: a year without data is refused for the field the counting starts from. */
    public static <T> Outcome<T> counting(String field, Supplier<T> work) {
        try {
            return Outcome.of(work.get());
        } catch (RefusedException e) {
            return Outcome.refused(e.violations().stream()
                    .map(v -> new Violation(v.code(), field, v.args()))
                    .toList());
        }
    }
}
