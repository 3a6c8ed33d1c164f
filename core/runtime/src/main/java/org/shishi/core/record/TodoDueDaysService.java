package org.shishi.core.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.persistence.CoreDatabase;

/** Goes through the open items that have a limit, in chunks by id. */
@Component(service = TodoDueDays.class)
public final class TodoDueDaysService implements TodoDueDays {

    private static final int CHUNK = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private record Limited(UUID id, Instant since, int limitDays, LocalDate due) {}

    private final CoreDatabase core;
    private final DueDays dueDays;

    @Activate
    public TodoDueDaysService(@Reference CoreDatabase core, @Reference WorkingCalendar calendar) {
        this.core = core;
        this.dueDays = new DueDays(calendar);
    }

    @Override
    public int recalculate() {
        return compare(dueDays, this::set);
    }

    @Override
    public int wouldChange(WorkingCalendar other) {
        return compare(new DueDays(other), (id, due) -> 1);
    }

    private int compare(DueDays days, ToIntBiFunction<UUID, LocalDate> changing) {
        int changed = 0;
        UUID after = FIRST;
        List<Limited> items;
        do {
            items = chunk(after);
            for (Limited item : items) {
                LocalDate due = days.due(item.since(), item.limitDays());
                if (!Objects.equals(due, item.due())) {
                    changed += changing.applyAsInt(item.id(), due);
                }
                after = item.id();
            }
        } while (items.size() == CHUNK);
        return changed;
    }

    private List<Limited> chunk(UUID after) {
        return core.read(handle -> handle.createQuery("select id, since, limit_days, due from core.todo"
                        + " where is_open and limit_days > 0 and id > :after order by id limit :chunk")
                .bind("after", after)
                .bind("chunk", CHUNK)
                .map((rs, ctx) -> new Limited(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, OffsetDateTime.class).toInstant(),
                        rs.getInt(3),
                        rs.getObject(4, LocalDate.class)))
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
