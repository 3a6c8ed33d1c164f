package org.shishi.kit.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as pages show them. Locale.ROOT: digits, commas and points are the same in both languages. */
public final class Amounts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Amounts() {}

    /** Fen as {@code ¥1,234.00}; a negative amount as {@code -¥0.50}. */
    public static String money(long fen) {
        BigDecimal yuan = BigDecimal.valueOf(fen, 2);
        return (fen < 0 ? "-¥" : "¥") + String.format(Locale.ROOT, "%,.2f", yuan.abs());
    }

    /** {@code 12,345}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count that was not counted further than a cap: {@code 1,000+} when it lies above. */
    public static String count(long number, long cap) {
        return number > cap ? count(cap) + "+" : count(number);
    }

    /** {@code 2026-09-30}, in Shanghai. */
    public static String day(Instant at) {
        return at.atZone(SHANGHAI).toLocalDate().toString();
    }

    /** {@code 2026-09-30 08:05}, in Shanghai. */
    public static String time(Instant at) {
        return TIME.format(at.atZone(SHANGHAI));
    }
}
