package org.shishi.api.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** What a year's calendar file must satisfy before it counts (§13.5). */
public final class CalendarCheck {

    public static final String CODE = "CORE-CAL-FORMAT";
    public static final String HOLIDAY = "HOLIDAY";
    public static final String WORKDAY = "WORKDAY";

    /** What a line may say of its day. */
    public enum DayKind {
        HOLIDAY,
        WORKDAY
    }

    /** One line: a day off, or a weekend day that is worked (调休). */
    public record Row(LocalDate date, @Input(offers = DayKind.class) String kind, String name) {}

    public record Counts(int holidays, int workdays) {}

    private CalendarCheck() {}

    @Rule(id = "R-C.18", name = "checkCalendar", source = "§13.5")
    public static Outcome<Counts> checkCalendar(
            @Input("calendarYear") int calendarYear, @Input("rows") List<Row> rows) {
        List<Violation> refusals = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        int holidays = 0;
        int workdays = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String kind = Normal.text(row.kind());
            String badField = badField(row.date(), kind, calendarYear, !seen.add(row.date()));
            if (badField != null) {
                refusals.add(Violation.of(CODE, badField, i + 1, row.date()).at("rows[" + i + "]"));
            } else if (HOLIDAY.equals(kind)) {
                holidays++;
            } else {
                workdays++;
            }
        }
        return refusals.isEmpty() ? Outcome.of(new Counts(holidays, workdays)) : Outcome.refused(refusals);
    }

    private static String badField(LocalDate date, String kind, int year, boolean twice) {
        if (date.getYear() != year || twice) {
            return "date";
        }
        return switch (kind) {
            case HOLIDAY -> null;
            // A make-up day makes a day of rest a working day; a weekday needs none.
            case WORKDAY -> weekend(date) ? null : "date";
            default -> "kind";
        };
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
