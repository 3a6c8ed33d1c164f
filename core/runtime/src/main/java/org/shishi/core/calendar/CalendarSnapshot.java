package org.shishi.core.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.WorkingCalendar;

/** The calendar as it stood at one moment. Immutable. */
record CalendarSnapshot(Map<Integer, YearOfDays> years) implements WorkingCalendar {

    CalendarSnapshot {
        years = Map.copyOf(years);
    }

    CalendarSnapshot with(int year, YearOfDays days) {
        Map<Integer, YearOfDays> changed = new HashMap<>(years);
        changed.put(year, days);
        return new CalendarSnapshot(changed);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        YearOfDays year = years.get(day.getYear());
        if (year == null) {
            throw new RefusedException("CORE-CAL-MISSING", null, day.getYear());
        }
        return year.isWorkingDay(day);
    }

    /** Ends for any n: sooner or later a year without data is reached. */
    @Override
    public LocalDate addWorkingDays(LocalDate day, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        LocalDate at = day;
        for (int counted = 0; counted < n; ) {
            at = at.plusDays(1);
            if (isWorkingDay(at)) {
                counted++;
            }
        }
        return at;
    }

    @Override
    public boolean covers(int year) {
        return years.containsKey(year);
    }
}
