package org.shishi.shell.input;

import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time that comes again, as people choose it.
 *
 * @param on day of the month ({@code 1} to {@code 31}, {@code L}: the last one) or of the week ({@code MON}); empty: none
 * @param month {@code 1} to {@code 12}; empty: none
 */
record Recurrence(Rhythm rhythm, LocalTime time, String on, String month) {

    /** How often. */
    enum Rhythm {
        DAILY,
        WEEKDAYS,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    static final List<String> WEEK = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    static final String LAST = "L";

    private static final Pattern CRON = Pattern.compile("0 (\\d{1,2}) (\\d{1,2}) (\\S+) (\\S+) (\\S+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    /** @return null: an expression that says more than people can choose */
    static Recurrence of(String cron) {
        Matcher parts = CRON.matcher(cron.strip().replaceAll("\\s+", " "));
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > 59 || Integer.parseInt(parts.group(2)) > 23) {
            return null;
        }
        LocalTime time = LocalTime.of(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)));
        return of(time, any(parts.group(3)), any(parts.group(4)), any(parts.group(5)));
    }

    /** Empty: any. */
    private static String any(String field) {
        return field.equals("*") || field.equals("?") ? "" : field;
    }

    private static Recurrence of(LocalTime time, String day, String month, String weekday) {
        if (!weekday.isEmpty()) {
            if (!day.isEmpty() || !month.isEmpty()) {
                return null;
            }
            return weekday.equals("MON-FRI")
                    ? new Recurrence(Rhythm.WEEKDAYS, time, "", "")
                    : WEEK.contains(weekday) ? new Recurrence(Rhythm.WEEKLY, time, weekday, "") : null;
        }
        if (day.isEmpty()) {
            return month.isEmpty() ? new Recurrence(Rhythm.DAILY, time, "", "") : null;
        }
        if (!NUMBER.matcher(day).matches() && !day.equals(LAST)) {
            return null;
        }
        if (month.isEmpty()) {
            return new Recurrence(Rhythm.MONTHLY, time, day, "");
        }
        return NUMBER.matcher(month).matches() ? new Recurrence(Rhythm.YEARLY, time, day, month) : null;
    }

    String cron() {
        String at = "0 " + time.getMinute() + " " + time.getHour() + " ";
        return at
                + switch (rhythm) {
                    case DAILY -> "* * ?";
                    case WEEKDAYS -> "? * MON-FRI";
                    case WEEKLY -> "? * " + on;
                    case MONTHLY -> on + " * ?";
                    case YEARLY -> on + " " + month + " ?";
                };
    }
}
