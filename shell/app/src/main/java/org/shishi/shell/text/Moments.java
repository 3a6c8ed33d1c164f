package org.shishi.shell.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Points in time as they stand on pages: Shanghai time, the same figures in both languages. */
public final class Moments {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);

    private Moments() {}

    /** Empty for null. */
    public static String minute(Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }

    public static String second(Instant at) {
        return at == null ? "" : SECOND.format(at);
    }

    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    public static String day(LocalDate day) {
        return day.toString();
    }

    /** {@code 2026-09-30 (3 days left)}. */
    public static String due(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        String key = days < 0 ? "due.over" : days == 0 ? "due.today" : "due.left";
        return ShellTexts.t(key, due, Math.abs(days));
    }

    public static String took(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return ShellTexts.t("took.millis", millis);
        }
        long seconds = duration.toSeconds();
        return seconds < 120 ? ShellTexts.t("took.seconds", seconds) : ShellTexts.t("took.minutes", seconds / 60);
    }
}
