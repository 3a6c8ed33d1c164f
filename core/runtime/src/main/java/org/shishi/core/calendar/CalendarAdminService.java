package org.shishi.core.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.CalendarAdmin;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.CalendarCheck;
import org.shishi.api.time.CalendarCheck.Row;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.record.TodoDueDays;

/** Calendars as administrators import them. */
@Component
public final class CalendarAdminService implements CalendarAdmin {

    private static final int LARGEST_FILE = 64 * 1024;
    private static final int LONGEST_NAME = 100;
    private static final Comparator<Moved> BY_DAY = Comparator.comparing(Moved::kind)
            .thenComparing(move -> move.from() == null ? move.to() : move.from())
            .thenComparing(Moved::programmeId)
            .thenComparingInt(Moved::year);

    private final CoreDatabase database;
    private final CalendarStore store;
    private final TodoDueDays dueDays;
    private final Audit audit;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    volatile List<CalendarFollower> followers = List.of();

    @Activate
    public CalendarAdminService(
            @Reference CoreDatabase database,
            @Reference CalendarStore store,
            @Reference TodoDueDays dueDays,
            @Reference Audit audit) {
        this.database = database;
        this.store = store;
        this.dueDays = dueDays;
        this.audit = audit;
    }

    @Override
    public List<Year> years(Caller caller) {
        require(caller);
        return store.years().reversed().stream()
                .map(year -> {
                    YearOfDays days = YearOfDays.of(store.rows(year));
                    return new Year(
                            year,
                            days.holidays().size(),
                            days.workdays().size(),
                            days.workingDays(year),
                            store.imported(year));
                })
                .toList();
    }

    @Override
    public List<Row> rows(Caller caller, int year) {
        require(caller);
        return store.rows(year);
    }

    @Override
    public Plan plan(Caller caller, InputStream file) {
        require(caller);
        List<Row> rows =
                read(file).stream().map(CalendarAdminService::shortened).toList();
        if (rows.isEmpty()) {
            throw new RefusedException(CalendarCheck.CODE, "rows", 0, "");
        }
        int year = rows.getFirst().date().getYear();
        CalendarCheck.checkCalendar(year, rows).orThrow();
        List<Row> before = store.rows(year);
        List<Moved> moves = moves(year, rows);
        return new Plan(
                year,
                rows,
                !before.isEmpty(),
                rows.stream().filter(row -> !before.contains(row)).toList(),
                before.stream().filter(row -> !rows.contains(row)).toList(),
                YearOfDays.of(rows).workingDays(year),
                count(moves, Moved.Kind.TODO),
                moves);
    }

    private List<Moved> moves(int year, List<Row> rows) {
        WorkingCalendar then = store.with(year, rows);
        return followers.stream()
                .flatMap(follower -> follower.wouldMove(then).stream())
                .sorted(BY_DAY)
                .toList();
    }

    private static int count(List<Moved> moves, Moved.Kind kind) {
        return moves.stream()
                .filter(move -> move.kind() == kind)
                .mapToInt(Moved::count)
                .sum();
    }

    private static Row shortened(Row row) {
        String name = row.name();
        return name.length() <= LONGEST_NAME ? row : new Row(row.date(), row.kind(), name.substring(0, LONGEST_NAME));
    }

    private static List<Row> read(InputStream file) {
        try {
            byte[] content = file.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw new RefusedException("CORE-CAL-SIZE", null);
            }
            return CalendarCsv.read(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a calendar could not be read", e);
        }
    }

    @Override
    public List<Moved> publish(Caller caller, Plan plan) {
        require(caller);
        List<Moved> moves = moves(plan.year(), plan.rows());
        database.transact(handle -> {
            CalendarCheck.Counts counts = store.replace(plan.year(), plan.rows(), caller.accountId());
            audit.write(
                    caller,
                    "calendar.publish",
                    "calendar/" + plan.year(),
                    null,
                    Map.of(
                            "holidays", Integer.toString(counts.holidays()),
                            "workdays", Integer.toString(counts.workdays()),
                            "movedTodos", Integer.toString(count(moves, Moved.Kind.TODO)),
                            "movedReminders", Integer.toString(count(moves, Moved.Kind.REMINDER))));
            return null;
        });
        // Reminders are computed each day; due days stand with their items. Should this be cut short, core-calendar
        // does it.
        dueDays.recalculate();
        return moves;
    }

    private static void require(Caller caller) {
        if (!caller.runsPlatform()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }
}
