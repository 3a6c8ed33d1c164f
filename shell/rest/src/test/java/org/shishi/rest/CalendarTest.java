package org.shishi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shishi.api.platform.DeadlineCentre.Item;
import org.shishi.api.platform.DeadlineCentre.State;
import org.shishi.api.text.Text;

class CalendarTest {

    private static String written(String title) {
        return written(Text.same(title), Locale.CHINESE);
    }

    private static String written(Text title, Locale locale) {
        Item item = new Item(
                new UUID(0, 7), "basket", 2024, title, "示例区总工会", LocalDate.of(2024, 12, 31), true, null, State.OPEN);
        return new Calendar("实事期限", locale, Instant.parse("2024-05-01T01:02:03Z")).of(List.of(item));
    }

    @Test
    void aDeadlineIsAWholeDay() {
        String calendar = written("申报截止");
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), calendar);
        assertTrue(calendar.contains("\r\nDTSTAMP:20240501T010203Z\r\n"), calendar);
        assertTrue(calendar.contains("\r\nDTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101\r\n"), calendar);
        assertTrue(calendar.contains("\r\nSUMMARY:申报截止\r\nDESCRIPTION:示例区总工会\r\n"), calendar);
        assertTrue(calendar.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"), calendar);
    }

    @Test
    void speaksTheLanguageOfItsOwner() {
        Text title = new Text("申报截止", "Application");
        assertTrue(written(title, Locale.ENGLISH).contains("\r\nSUMMARY:Application\r\n"));
        assertTrue(written(title, Locale.CHINESE).contains("\r\nSUMMARY:申报截止\r\n"));
    }

    @Test
    void wordsCannotBreakOutOfTheirLine() {
        String calendar = written("a,b;c\\d\nEND:VCALENDAR");
        assertTrue(calendar.contains("\r\nSUMMARY:a\\,b\\;c\\\\d\\nEND:VCALENDAR\r\n"), calendar);
    }

    @Test
    void longLinesAreFoldedBetweenCharacters() {
        String title = "职工工间休息室申报汇总表".repeat(10);
        String calendar = written(title);
        for (String line : calendar.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        assertEquals(written("x").replace("SUMMARY:x", "SUMMARY:" + title), calendar.replace("\r\n ", ""));
    }
}
