package org.shishi.core.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CalendarAdmin.Moved;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.calendar.CalendarFollower;
import org.shishi.core.persistence.CoreDatabase;

/** Goes through the open items that have a limit, in chunks by id. */
@Component(service = {TodoDueDays.class, CalendarFollower.class})
public final class TodoDueDaysService implements TodoDueDays {

    private static final int CHUNK = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private record Limited(UUID id, String programmeId, int year, Instant since, int limitDays, LocalDate due) {}

    private interface Changing {
        int change(Limited item, LocalDate due);
    }

    private final CoreDatabase core;
    private final DueDays dueDays;

    @Activate
    public TodoDueDaysService(@Reference CoreDatabase core, @Reference WorkingCalendar calendar) {
        this.core = core;
        this.dueDays = new DueDays(calendar);
    }

    @Override
    public int recalculate() {
        return compare(dueDays, (item, due) -> set(item.id(), due));
    }

    @Override
    public List<Moved> wouldMove(WorkingCalendar other) {
        Map<Moved, Integer> moved = new LinkedHashMap<>();
        compare(
                new DueDays(other),
                (item, due) -> moved.merge(
                        new Moved(Moved.Kind.TODO, item.programmeId(), item.year(), item.due(), due, 0),
                        1,
                        Integer::sum));
        return moved.entrySet().stream()
                .map(entry -> entry.getKey().of(entry.getValue()))
                .toList();
    }

    private int compare(DueDays days, Changing changing) {
        int changed = 0;
        UUID after = FIRST;
        List<Limited> items;
        do {
            items = chunk(after);
            for (Limited item : items) {
                LocalDate due = days.due(item.since(), item.limitDays());
                if (!Objects.equals(due, item.due())) {
                    changed += changing.change(item, due);
                }
                after = item.id();
            }
        } while (items.size() == CHUNK);
        return changed;
    }

    private List<Limited> chunk(UUID after) {
        return core.read(handle -> handle.createQuery(
                        "select id, programme_id, edition_year, since, limit_days, due from core.todo"
                                + " where is_open and limit_days > 0 and id > :after order by id limit :chunk")
                .bind("after", after)
                .bind("chunk", CHUNK)
                .map((rs, ctx) -> new Limited(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getInt(3),
                        rs.getObject(4, OffsetDateTime.class).toInstant(),
                        rs.getInt(5),
                        rs.getObject(6, LocalDate.class)))
                .list());
    }

    private int set(UUID id, LocalDate due) {
        return core.transact((Handle handle) -> handle.createUpdate(
                        "update core.todo set due = :due, sort_day = :sortDay where id = :id and is_open")
                .bind("due", due)
                .bind("sortDay", due == null ? TodoStore.LAST_DAY : due)
                .bind("id", id)
                .execute());
    }
}
