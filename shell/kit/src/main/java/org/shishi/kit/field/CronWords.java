package org.shishi.kit.field;

import static org.shishi.kit.KitTexts.t;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of a job or a meeting as people say them; what is seldom written stays the expression it is. */
public final class CronWords {

    private static final Pattern DAILY = Pattern.compile("0 (\\d{1,2}) (\\d{1,2}) (\\S+) (\\S+) (\\S+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    private CronWords() {}

    /**
     * @param cron expression of Quartz: second, minute, hour, day, month, day of the week
     * @param locale of the names of weekdays
     */
    public static String of(String cron, Locale locale) {
        Matcher daily = DAILY.matcher(cron.strip().replaceAll("\\s+", " "));
        if (!daily.matches()) {
            return cron;
        }
        String time = String.format("%02d:%02d", Integer.valueOf(daily.group(2)), Integer.valueOf(daily.group(1)));
        return words(locale, time, any(daily.group(3)), any(daily.group(4)), any(daily.group(5)))
                .orElse(cron);
    }

    /** Null: any. */
    private static String any(String field) {
        return field.equals("*") || field.equals("?") ? null : field;
    }

    private static Optional<String> words(Locale locale, String time, String day, String months, String weekday) {
        if (weekday != null) {
            return day == null && months == null ? weekly(locale, time, weekday) : Optional.empty();
        }
        if (day == null) {
            return months == null ? Optional.of(t("cron.daily", time)) : Optional.empty();
        }
        if (day.equals("L") && months == null) {
            return Optional.of(t("cron.month-end", time));
        }
        return NUMBER.matcher(day).matches() ? monthly(time, day, months) : Optional.empty();
    }

    private static Optional<String> monthly(String time, String day, String months) {
        if (months == null) {
            return Optional.of(t("cron.monthly", time, day));
        }
        Matcher range = RANGE.matcher(months);
        if (range.matches()) {
            return Optional.of(t("cron.months", time, day, range.group(1), range.group(2)));
        }
        return NUMBER.matcher(months).matches() ? Optional.of(t("cron.yearly", time, day, months)) : Optional.empty();
    }

    private static Optional<String> weekly(Locale locale, String time, String weekday) {
        if (weekday.equals("MON-FRI")) {
            return Optional.of(t("cron.weekdays", time));
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(weekday) && weekday.length() == 3)
                .findFirst()
                .map(day -> t("cron.weekly", time, day.getDisplayName(TextStyle.FULL, locale)));
    }
}
