package org.shishi.core.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.CalendarCheck;
import org.shishi.api.time.CalendarCheck.Row;
import org.shishi.api.time.WorkingCalendar;

/** Begins with the years that come with the product ({@code calendar/CN-2024.csv} …) and keeps later ones in memory. */
public final class ShippedCalendars implements CalendarStore {

    private static final int FIRST_YEAR = 2024;

    private volatile CalendarSnapshot snapshot = new CalendarSnapshot(Map.of());

    public ShippedCalendars() {
        int year = FIRST_YEAR;
        while (readShipped(year)) {
            year++;
        }
    }

    @Override
    public WorkingCalendar snapshot() {
        return snapshot;
    }

    CalendarSnapshot shipped() {
        return snapshot;
    }

    @Override
    public SortedSet<Integer> years() {
        return new TreeSet<>(snapshot.years().keySet());
    }

    @Override
    public List<Row> rows(int year) {
        YearOfDays days = snapshot.years().get(year);
        return days == null ? List.of() : days.rows();
    }

    @Override
    public WorkingCalendar with(int year, List<Row> rows) {
        return snapshot.with(year, YearOfDays.of(rows));
    }

    /** Never: what is put in here is gone with the process. */
    @Override
    public boolean imported(int year) {
        return false;
    }

    @Override
    public synchronized CalendarCheck.Counts replace(int year, List<Row> rows, UUID by) {
        if (rows.isEmpty()) {
            throw new RefusedException(CalendarCheck.CODE, "rows", 0, year);
        }
        CalendarCheck.Counts counts = CalendarCheck.checkCalendar(year, rows).orThrow();
        snapshot = snapshot.with(year, YearOfDays.of(rows));
        return counts;
    }

    private boolean readShipped(int year) {
        String name = "/calendar/CN-" + year + ".csv";
        try (InputStream file = ShippedCalendars.class.getResourceAsStream(name)) {
            if (file == null) {
                return false;
            }
            replace(year, CalendarCsv.read(new InputStreamReader(file, StandardCharsets.UTF_8)), Caller.SYSTEM_ID);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
