package org.shishi.core.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.CalendarCheck;
import org.shishi.api.time.CalendarCheck.Row;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.persistence.CoreDatabase;

/**
 * The calendars in the database over those that come with the product. A year that was imported on another node is there
 * after ten seconds at the latest.
 */
@Component(service = CalendarStore.class)
public final class StoredCalendars implements CalendarStore {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Known(CalendarSnapshot snapshot, Map<Integer, UUID> stamps, Instant readAt) {}

    private final CoreDatabase database;
    private final Clock clock;
    private final CalendarSnapshot shipped;
    private volatile Known known;

    @Activate
    public StoredCalendars(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
        this.shipped = new ShippedCalendars().shipped();
        this.known = new Known(shipped, Map.of(), Instant.MIN);
    }

    @Override
    public WorkingCalendar snapshot() {
        return current();
    }

    private CalendarSnapshot current() {
        Known now = known;
        if (now.readAt().equals(Instant.MIN)
                || clock.instant().isAfter(now.readAt().plus(FRESH))) {
            now = read(now);
            known = now;
        }
        return now.snapshot();
    }

    private Known read(Known before) {
        return database.read(handle -> {
            Map<Integer, UUID> stamps = new HashMap<>();
            handle.createQuery("select calendar_year, stamp from core.calendar_year")
                    .map((row, context) -> Map.entry(row.getInt(1), row.getObject(2, UUID.class)))
                    .forEach(entry -> stamps.put(entry.getKey(), entry.getValue()));
            return stamps.equals(before.stamps())
                    ? new Known(before.snapshot(), stamps, clock.instant())
                    : new Known(stored(handle), stamps, clock.instant());
        });
    }

    private CalendarSnapshot stored(Handle handle) {
        Map<Integer, List<Row>> rows = new TreeMap<>();
        handle.createQuery("select calendar_year, calendar_date, kind, name from core.calendar_day"
                        + " order by calendar_year, place")
                .map((row, context) -> Map.entry(
                        row.getInt(1), new Row(row.getObject(2, LocalDate.class), row.getString(3), row.getString(4))))
                .forEach(entry -> rows.computeIfAbsent(entry.getKey(), year -> new ArrayList<>())
                        .add(entry.getValue()));
        Map<Integer, YearOfDays> years = new TreeMap<>(shipped.years());
        rows.forEach((year, days) -> years.put(year, YearOfDays.of(days)));
        return new CalendarSnapshot(years);
    }

    @Override
    public SortedSet<Integer> years() {
        return new TreeSet<>(current().years().keySet());
    }

    @Override
    public List<Row> rows(int year) {
        YearOfDays days = current().years().get(year);
        return days == null ? List.of() : days.rows();
    }

    @Override
    public boolean imported(int year) {
        current();
        return known.stamps().containsKey(year);
    }

    @Override
    public WorkingCalendar with(int year, List<Row> rows) {
        return current().with(year, YearOfDays.of(rows));
    }

    @Override
    public CalendarCheck.Counts replace(int year, List<Row> rows, UUID by) {
        if (rows.isEmpty()) {
            throw new RefusedException(CalendarCheck.CODE, "rows", 0, year);
        }
        CalendarCheck.Counts counts = CalendarCheck.checkCalendar(year, rows).orThrow();
        database.transact(handle -> {
            handle.execute("delete from core.calendar_day where calendar_year = ?", year);
            handle.execute("delete from core.calendar_year where calendar_year = ?", year);
            handle.createUpdate(
                            """
                            insert into core.calendar_year (calendar_year, stamp, imported_at, imported_by)
                            values (:year, :stamp, :now, :by)
                            """)
                    .bind("year", year)
                    .bind("stamp", UUID.randomUUID())
                    .bind("now", clock.instant())
                    .bind("by", by)
                    .execute();
            insert(handle, year, rows);
            return null;
        });
        database.afterCommit(() -> known = new Known(known.snapshot(), known.stamps(), Instant.MIN));
        return counts;
    }

    private static void insert(Handle handle, int year, List<Row> rows) {
        try (PreparedBatch batch = handle.prepareBatch(
                """
                insert into core.calendar_day (calendar_year, place, calendar_date, kind, name)
                values (:year, :place, :date, :kind, :name)
                """)) {
            for (int place = 0; place < rows.size(); place++) {
                Row row = rows.get(place);
                batch.bind("year", year)
                        .bind("place", place)
                        .bind("date", row.date())
                        .bind("kind", row.kind())
                        .bind("name", row.name())
                        .add();
            }
            batch.execute();
        }
    }
}
