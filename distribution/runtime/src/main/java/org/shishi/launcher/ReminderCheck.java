package org.shishi.launcher;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** When reminders and letters go out: lists of numbers, times of day, or {@code none}. */
final class ReminderCheck {

    private static final String NONE = "none";
    private static final int YEAR = 366;
    private static final int DAY_MINUTES = 1_440;
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** What holds where nothing is set; also what the core goes by. */
    private static final Map<Setting, String> DEFAULTS = new EnumMap<>(Map.of(
            Setting.REMINDER_BEFORE, "14, 7, 3, 1, 0",
            Setting.REMINDER_AFTER, "1, 3, 7, 14",
            Setting.QUIET_HOURS, "21:00-08:00",
            Setting.DIGEST_AT, "08:30",
            Setting.RETRY_MINUTES, "1, 5, 30"));

    private ReminderCheck() {}

    static String otherwise(Setting setting) {
        return DEFAULTS.get(setting);
    }

    static void check(Map<Setting, Value> values) {
        numbers(values.get(Setting.REMINDER_BEFORE), 0, YEAR, "days before the due day from 0 to 366");
        numbers(values.get(Setting.REMINDER_AFTER), 1, YEAR, "days after the due day from 1 to 366");
        numbers(values.get(Setting.RETRY_MINUTES), 1, DAY_MINUTES, "minutes from 1 to 1440");
        quiet(values.get(Setting.QUIET_HOURS));
        Value digest = values.get(Setting.DIGEST_AT);
        if (!time(digest.text())) {
            throw digest.refused("is " + digest.text() + ", but must be a time of day like 08:30");
        }
    }

    /** As the core reads them: without spaces, an empty list for none. */
    static Map<Setting, String> of(Map<Setting, Value> values) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        DEFAULTS.keySet().forEach(setting -> {
            String text = values.get(setting).text().replace(" ", "");
            all.put(setting, text.equals(NONE) ? "" : text);
        });
        return all;
    }

    private static void numbers(Value value, int least, int most, String what) {
        boolean good = value.text().equals(NONE)
                || Arrays.stream(COMMA.split(value.text(), -1)).allMatch(text -> number(text, least, most));
        if (!good) {
            throw value.refused("is " + value.text() + ", but must be none or " + what + ", separated by commas");
        }
    }

    private static boolean number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void quiet(Value value) {
        String[] ends = value.text().split("-", -1);
        if (!value.text().equals(NONE) && !(ends.length == 2 && time(ends[0].strip()) && time(ends[1].strip()))) {
            throw value.refused("is " + value.text() + ", but must be none or two times of day like 21:00-08:00");
        }
    }

    private static boolean time(String text) {
        try {
            LocalTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
