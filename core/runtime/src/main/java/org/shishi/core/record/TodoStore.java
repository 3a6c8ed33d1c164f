package org.shishi.core.record;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.FastBatch;

/** Writes to-do items. */
final class TodoStore {

    /** Where items without a due day stand in the list. */
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final int LONGEST_TITLE = 300;
    private static final String INSERT = "insert into core.todo (id, programme_id, edition_year, type_id, record_id,"
            + " organisation_id, title, state, actions, rights, returned, since, limit_days, due, sort_day, is_open)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)";

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
        for (TodoPlan.Item item : items) {
            LocalDate due = dueDays.due(since, item.limitDays());
            String actions = String.join(",", item.actions());
            String rights = item.rights().stream().map(Enum::name).collect(Collectors.joining(",", ",", ","));
            OffsetDateTime at = since.atOffset(ZoneOffset.UTC);
            FastBatch.run(handle, INSERT, records, (row, record) -> {
                row.setObject(1, Ids.next());
                row.setString(2, kind.programmeId());
                row.setInt(3, kind.year());
                row.setString(4, kind.type().id());
                row.setObject(5, record.id());
                row.setObject(6, item.organisation());
                row.setString(7, title(kind, record));
                row.setString(8, record.head().status());
                row.setString(9, actions);
                row.setString(10, rights);
                row.setBoolean(11, returned);
                row.setObject(12, at);
                row.setInt(13, item.limitDays());
                row.setObject(14, due, Types.DATE);
                row.setObject(15, due == null ? LAST_DAY : due);
            });
        }
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
