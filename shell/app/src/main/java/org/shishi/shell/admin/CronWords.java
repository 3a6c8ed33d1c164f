package org.shishi.shell.admin;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** A job's times as people say them; what is seldom written stays the expression it is. */
final class CronWords {

    private static final Pattern DAILY = Pattern.compile("0 (\\d{1,2}) (\\d{1,2}) (\\S+) (\\S+) (\\S+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    private CronWords() {}

    static String of(String cron) {
        Matcher daily = DAILY.matcher(cron.strip().replaceAll("\\s+", " "));
        if (!daily.matches()) {
            return cron;
        }
        String time = String.format("%02d:%02d", Integer.valueOf(daily.group(2)), Integer.valueOf(daily.group(1)));
        return words(time, any(daily.group(3)), any(daily.group(4)), any(daily.group(5)))
                .orElse(cron);
    }

    /** Null: any. */
    private static String any(String field) {
        return field.equals("*") || field.equals("?") ? null : field;
    }

    private static Optional<String> words(String time, String day, String months, String weekday) {
        if (weekday != null) {
            return day == null && months == null ? weekly(time, weekday) : Optional.empty();
        }
        if (day == null) {
            return months == null ? Optional.of(ShellTexts.t("job.cron.daily", time)) : Optional.empty();
        }
        return NUMBER.matcher(day).matches() ? monthly(time, day, months) : Optional.empty();
    }

    private static Optional<String> monthly(String time, String day, String months) {
        if (months == null) {
            return Optional.of(ShellTexts.t("job.cron.monthly", time, day));
        }
        Matcher range = RANGE.matcher(months);
        if (range.matches()) {
            return Optional.of(ShellTexts.t("job.cron.months", time, day, range.group(1), range.group(2)));
        }
        return NUMBER.matcher(months).matches()
                ? Optional.of(ShellTexts.t("job.cron.yearly", time, day, months))
                : Optional.empty();
    }

    private static Optional<String> weekly(String time, String weekday) {
        if (weekday.equals("MON-FRI")) {
            return Optional.of(ShellTexts.t("job.cron.weekdays", time));
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(weekday) && weekday.length() == 3)
                .findFirst()
                .map(day ->
                        ShellTexts.t("job.cron.weekly", time, day.getDisplayName(TextStyle.FULL, Messages.locale())));
    }
}
