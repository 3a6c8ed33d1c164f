package org.shishi.core.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.core.persistence.CoreDatabase;

/** Writes to-do items. */
final class TodoStore {

    /** Where items without a due day stand in the list. */
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final int LONGEST_TITLE = 300;
    private static final String INSERT = "insert into core.todo (id, programme_id, edition_year, type_id, record_id,"
            + " organisation_id, title, state, actions, rights, returned, since, limit_days, due, sort_day, is_open)"
            + " values (:id, :programme, :year, :type, :record, :organisation, :title, :state, :actions, :rights,"
            + " :returned, :since, :limit, :due, :sortDay, true)";

    private final CoreDatabase core;
    private final DueDays dueDays;

    TodoStore(CoreDatabase core, DueDays dueDays) {
        this.core = core;
        this.dueDays = dueDays;
    }

    /** The record waits anew; what was open about it is done. */
    <T extends ProgrammeRecord> void replace(
            Kind<T> kind, T record, List<TodoPlan.Item> items, boolean returned, Instant since) {
        core.transact(handle -> {
            handle.createUpdate("delete from core.todo where record_id = :record and not is_open")
                    .bind("record", record.id())
                    .execute();
            handle.createUpdate("update core.todo set is_open = false where record_id = :record")
                    .bind("record", record.id())
                    .execute();
            insert(handle, kind, List.of(record), items, returned, since);
            return null;
        });
    }

    /** For new records of one owner and state: the same items for each. */
    <T extends ProgrammeRecord> void insert(
            Handle handle, Kind<T> kind, List<T> records, List<TodoPlan.Item> items, boolean returned, Instant since) {
        if (items.isEmpty() || records.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (TodoPlan.Item item : items) {
            LocalDate due = dueDays.due(since, item.limitDays());
            for (T record : records) {
                batch.bind("id", Ids.next())
                        .bind("programme", kind.programmeId())
                        .bind("year", kind.year())
                        .bind("type", kind.type().id())
                        .bind("record", record.id())
                        .bind("organisation", item.organisation())
                        .bind("title", title(kind, record))
                        .bind("state", record.head().status())
                        .bind("actions", String.join(",", item.actions()))
                        .bind(
                                "rights",
                                item.rights().stream().map(Enum::name).collect(Collectors.joining(",", ",", ",")))
                        .bind("returned", returned)
                        .bind("since", since)
                        .bind("limit", item.limitDays())
                        .bind("due", due)
                        .bind("sortDay", due == null ? LAST_DAY : due)
                        .add();
            }
        }
        batch.execute();
    }

    <T extends ProgrammeRecord> void rename(Kind<T> kind, T record) {
        core.transact(handle -> handle.createUpdate("update core.todo set title = :title where record_id = :record")
                .bind("title", title(kind, record))
                .bind("record", record.id())
                .execute());
    }

    static void remove(Handle handle, List<UUID> records) {
        handle.createUpdate("delete from core.todo where record_id in (<records>)")
                .bindList("records", records)
                .execute();
    }

    private static <T extends ProgrammeRecord> String title(Kind<T> kind, T record) {
        String title = String.valueOf(kind.type().title(record));
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
