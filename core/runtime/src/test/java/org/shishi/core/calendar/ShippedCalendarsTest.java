package org.shishi.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.time.CalendarCheck;
import org.shishi.api.time.CalendarCheck.Counts;
import org.shishi.api.time.CalendarCheck.Row;
import org.shishi.api.time.WorkingCalendar;

class ShippedCalendarsTest {

    private static final Row NEW_YEAR = new Row(LocalDate.of(2027, 1, 1), "HOLIDAY", "元旦");

    private final CalendarStore store = new ShippedCalendars();

    @ParameterizedTest
    @CsvSource({"2024, 28, 8, 251", "2025, 28, 5, 248", "2026, 33, 6, 248"})
    void agreesWithThePublishedTotals(int year, int holidays, int workdays, int workingDays) {
        WorkingCalendar calendar = store.snapshot();
        assertEquals(
                new Counts(holidays, workdays),
                CalendarCheck.checkCalendar(year, store.rows(year)).orThrow());
        assertEquals(
                workingDays,
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(calendar::isWorkingDay)
                        .count());
        assertTrue(calendar.covers(year));
        assertTrue(store.rows(year).stream().noneMatch(row -> row.name().isEmpty()));
    }

    @Test
    void hasThreeYears() {
        assertEquals(Set.of(2024, 2025, 2026), store.years());
        assertFalse(store.snapshot().covers(2023));
        assertFalse(store.snapshot().covers(2027));
        assertEquals(List.of(), store.rows(2027));
    }

    @Test
    void takesANewYearWithoutTouchingSnapshotsTakenBefore() {
        WorkingCalendar before = store.snapshot();
        WorkingCalendar service = new CurrentCalendar(store);
        LocalDate lastDay = LocalDate.of(2026, 12, 31);
        assertThrows(RefusedException.class, () -> service.addWorkingDays(lastDay, 1));

        assertEquals(new Counts(1, 0), store.replace(2027, List.of(NEW_YEAR), Caller.SYSTEM_ID));

        assertEquals(LocalDate.of(2027, 1, 4), service.addWorkingDays(lastDay, 1));
        assertFalse(service.isWorkingDay(NEW_YEAR.date()));
        assertTrue(service.covers(2027));
        assertFalse(before.covers(2027));
    }

    @Test
    void replacesAYearAsAWhole() {
        store.replace(2027, List.of(NEW_YEAR), Caller.SYSTEM_ID);
        store.replace(2027, List.of(new Row(LocalDate.of(2027, 1, 4), "HOLIDAY", "元旦")), Caller.SYSTEM_ID);
        assertTrue(store.snapshot().isWorkingDay(NEW_YEAR.date()));
        assertFalse(store.snapshot().isWorkingDay(LocalDate.of(2027, 1, 4)));
    }

    @Test
    void refusesRowsThatMakeNoYearAndKeepsWhatItHas() {
        Row bad = new Row(LocalDate.of(2026, 5, 1), "WORKDAY", "x");
        RefusedException refused = assertThrows(
                RefusedException.class, () -> store.replace(2026, List.of(bad, NEW_YEAR), Caller.SYSTEM_ID));
        assertEquals(
                List.of("rows[0].date", "rows[1].date"),
                refused.violations().stream().map(Violation::field).toList());
        assertThrows(RefusedException.class, () -> store.replace(2026, List.of(), Caller.SYSTEM_ID));
        assertFalse(store.snapshot().isWorkingDay(LocalDate.of(2026, 5, 1)));
    }

    @Test
    void refusesToCountNoDays() {
        WorkingCalendar calendar = store.snapshot();
        LocalDate day = LocalDate.of(2026, 5, 1);
        assertThrows(IllegalArgumentException.class, () -> calendar.addWorkingDays(day, 0));
    }

    @Test
    void readsFilesAsPeopleSaveThem() throws IOException {
        String file = "\uFEFFdate,kind,name\r\n2027-01-01, HOLIDAY ,元旦\r\n\r\n2027-01-03,WORKDAY\r\n";
        assertEquals(
                List.of(NEW_YEAR, new Row(LocalDate.of(2027, 1, 3), "WORKDAY", "")),
                CalendarCsv.read(new StringReader(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', rows",
        "'day,kind\n2027-01-01,HOLIDAY', rows",
        "'date,kind,name\n2027-01-01,HOLIDAY,x\n1 May,HOLIDAY,x', rows[1].date"
    })
    void refusesOtherFiles(String file, String field) {
        RefusedException refused = assertThrows(RefusedException.class, () -> CalendarCsv.read(new StringReader(file)));
        assertEquals(
                List.of("CORE-CAL-FORMAT " + field),
                refused.violations().stream()
                        .map(v -> v.code() + " " + v.field())
                        .toList());
    }
}
