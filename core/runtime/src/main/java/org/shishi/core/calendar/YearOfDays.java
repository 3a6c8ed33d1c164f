package org.shishi.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.text.Normal;
import org.shishi.api.time.CalendarCheck;
import org.shishi.api.time.CalendarCheck.Row;

/** One year as the State Council published it: only the days that differ from the plain week. */
record YearOfDays(List<Row> rows, Set<LocalDate> holidays, Set<LocalDate> workdays) {

    static YearOfDays of(List<Row> rows) {
        return new YearOfDays(
                List.copyOf(rows), ofKind(rows, CalendarCheck.HOLIDAY), ofKind(rows, CalendarCheck.WORKDAY));
    }

    private static Set<LocalDate> ofKind(List<Row> rows, String kind) {
        return rows.stream()
                .filter(row -> Normal.text(row.kind()).equals(kind))
                .map(Row::date)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        return workdays.contains(day) || !weekend && !holidays.contains(day);
    }

    int workingDays(int year) {
        return (int) LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(this::isWorkingDay)
                .count();
    }
}
