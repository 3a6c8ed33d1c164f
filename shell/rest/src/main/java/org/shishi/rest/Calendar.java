package org.shishi.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.shishi.api.platform.DeadlineCentre.Item;

/** Writes iCalendar (RFC 5545): each deadline an all-day event on its due day. */
final class Calendar {

    /** Octets of a line before it is folded (RFC 5545 §3.1). */
    private static final int LINE = 75;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String name;
    private final String stamp;
    private final Locale locale;
    private final StringBuilder out = new StringBuilder();

    Calendar(String name, Locale locale, Instant now) {
        this.name = name;
        this.locale = locale;
        this.stamp = STAMP.format(now);
    }

    String of(List<Item> items) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Shishi//Deadlines//" + locale.getLanguage().toUpperCase(Locale.ROOT));
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
        items.forEach(this::event);
        line("END:VCALENDAR");
        return out.toString();
    }

    private void event(Item item) {
        LocalDate due = item.due();
        line("BEGIN:VEVENT");
        line("UID:" + item.id() + "@shishi");
        line("DTSTAMP:" + stamp);
        line("DTSTART;VALUE=DATE:" + DAY.format(due));
        line("DTEND;VALUE=DATE:" + DAY.format(due.plusDays(1)));
        line("SUMMARY:" + escaped(item.title().in(locale)));
        line("DESCRIPTION:" + escaped(item.organisation()));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Folds between characters, never inside of one. */
    private void line(String text) {
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            String letter = Character.toString(character);
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(letter);
            octets += size;
            at += Character.charCount(character);
        }
        out.append("\r\n");
    }
}
