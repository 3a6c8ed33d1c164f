package org.shishi.core.record;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Todos;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.FastBatch;
import org.shishi.core.search.TitleIndex;

/** Writes to-do items, and looks at those of one record. */
final class TodoStore {

    /** Where items without a due day stand in the list. */
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final int LONGEST_TITLE = 300;
    private static final int READ_AT_ONCE = 1_000;
    private static final String INSERT = "insert into core.todo (id, programme_id, edition_year, type_id, record_id,"
            + " organisation_id, title, state, actions, rights, returned, since, limit_days, due, sort_day, is_open,"
            + " holder_id, holder_name, kind, desk, maker_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?)";

    private final CoreDatabase core;
    private final DueDays dueDays;
    private final TodoDesks desks;
    private final TitleIndex titles;

    TodoStore(CoreDatabase core, DueDays dueDays, TodoDesks desks, TitleIndex titles) {
        this.core = core;
        this.dueDays = dueDays;
        this.desks = desks;
        this.titles = titles;
    }

    /** Whose an item is. @param account null: whoever may in the organisation */
    record Holder(UUID organisation, UUID account, String name) {

        UUID id() {
            return account == null ? organisation : account;
        }
    }

    /** A step of a record that waits. @param holder not the organisation: it was passed on to this account */
    record Open(
            UUID organisation,
            UUID holder,
            String holderName,
            List<String> actions,
            Set<Right> rights,
            Instant since,
            LocalDate due) {

        boolean passedOn() {
            return !holder.equals(organisation);
        }
    }

    /** The record waits anew; what was open about it is done. Copies stay: they are to be read, whatever happens. */
    <T extends ProgrammeRecord> void replace(
            Kind<T> kind, T record, List<TodoPlan.Item> items, boolean returned, Instant since) {
        core.transact(handle -> {
            if (!items.isEmpty()) {
                index(handle, kind, record);
            }
            handle.createUpdate("delete from core.todo where record_id = :record and not is_open and kind <> 'COPY'")
                    .bind("record", record.id())
                    .execute();
            handle.createUpdate("update core.todo set is_open = false where record_id = :record and kind <> 'COPY'")
                    .bind("record", record.id())
                    .execute();
            insert(handle, kind, List.of(record), items, returned, since);
            return null;
        });
    }

    /** A title that stands at an item of the record can be found already. */
    private <T extends ProgrammeRecord> void index(Handle handle, Kind<T> kind, T record) {
        String title = title(kind, record);
        boolean known = handle
                .createQuery("select title from core.todo where record_id = :record")
                .bind("record", record.id())
                .mapTo(String.class)
                .stream()
                .anyMatch(title::equals);
        if (!known) {
            titles.add(record.id(), record.version(), title);
        }
    }

    /** For new records of one owner and state: the same items for each. */
    <T extends ProgrammeRecord> void insertNew(
            Handle handle, Kind<T> kind, List<T> records, List<TodoPlan.Item> items, Instant since) {
        if (!items.isEmpty()) {
            records.forEach(record -> titles.add(record.id(), record.version(), title(kind, record)));
        }
        insert(handle, kind, records, items, false, since);
    }

    private <T extends ProgrammeRecord> void insert(
            Handle handle, Kind<T> kind, List<T> records, List<TodoPlan.Item> items, boolean returned, Instant since) {
        for (TodoPlan.Item item : items) {
            insert(
                    handle,
                    kind,
                    records,
                    item,
                    Todos.Kind.STEP,
                    new Holder(item.organisation(), null, null),
                    returned,
                    since);
        }
    }

    /** Something for one person: a signature to give, a copy to read. */
    <T extends ProgrammeRecord> void give(Kind<T> kind, T record, Todos.Kind what, Holder holder, Instant since) {
        TodoPlan.Item item = new TodoPlan.Item(holder.organisation(), List.of(), Set.of(), 0);
        core.transact(handle -> {
            index(handle, kind, record);
            handle.createUpdate(
                            "delete from core.todo where record_id = :record and kind = :kind and holder_id = :account")
                    .bind("record", record.id())
                    .bind("kind", what)
                    .bind("account", holder.account())
                    .execute();
            insert(handle, kind, List.of(record), item, what, holder, false, since);
            return null;
        });
    }

    private <T extends ProgrammeRecord> void insert(
            Handle handle,
            Kind<T> kind,
            List<T> records,
            TodoPlan.Item item,
            Todos.Kind what,
            Holder holder,
            boolean returned,
            Instant since) {
        LocalDate due = dueDays.due(since, item.limitDays());
        String actions = String.join(",", item.actions());
        String rights = TodoDesks.text(item.rights());
        int desk = desks.id(kind.programmeId(), what, item.rights(), returned);
        OffsetDateTime at = since.atOffset(ZoneOffset.UTC);
        FastBatch.run(handle, INSERT, records, (row, record) -> {
            about(row, kind, record);
            row.setObject(6, item.organisation());
            row.setString(9, actions);
            row.setString(10, rights);
            row.setBoolean(11, returned);
            row.setObject(12, at);
            row.setInt(13, item.limitDays());
            row.setObject(14, due, Types.DATE);
            row.setObject(15, due == null ? LAST_DAY : due);
            row.setObject(16, holder.id());
            row.setString(17, holder.name());
            row.setString(18, what.name());
            row.setInt(19, desk);
        });
    }

    private static <T extends ProgrammeRecord> void about(PreparedStatement row, Kind<T> kind, T record)
            throws SQLException {
        row.setObject(1, Ids.next());
        row.setString(2, kind.programmeId());
        row.setInt(3, kind.year());
        row.setString(4, kind.type().id());
        row.setObject(5, record.id());
        row.setString(7, title(kind, record));
        row.setString(8, record.head().status());
        row.setObject(20, record.head().createdBy());
    }

    /** What waits of a record's steps. */
    List<Open> open(UUID record) {
        return core.read(handle -> handle.createQuery(
                        "select organisation_id, holder_id, holder_name, actions, rights, since, due from core.todo"
                                + " where record_id = :record and is_open and kind = 'STEP' order by since, id")
                .bind("record", record)
                .map((rs, ctx) -> new Open(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        rs.getString(3),
                        List.of(rs.getString(4).split(",")),
                        TodoDesks.rights(rs.getString(5)),
                        rs.getObject(6, OffsetDateTime.class).toInstant(),
                        rs.getObject(7, LocalDate.class)))
                .list());
    }

    void passOn(UUID record, Holder to) {
        core.transact(handle -> handle.createUpdate(
                        "update core.todo set holder_id = :account, holder_name = :name"
                                + " where record_id = :record and organisation_id = :organisation and is_open and kind = 'STEP'")
                .bind("record", record)
                .bind("organisation", to.organisation())
                .bind("account", to.account())
                .bind("name", to.name())
                .execute());
    }

    /** @param account null: everybody's @return how many were open */
    int close(UUID record, Todos.Kind what, UUID account) {
        return core.transact(handle -> handle.createUpdate("update core.todo set is_open = false"
                        + " where record_id = :record and is_open and kind = :kind"
                        + (account == null ? "" : " and holder_id = :account"))
                .bind("record", record)
                .bind("kind", what)
                .bind("account", account)
                .execute());
    }

    <T extends ProgrammeRecord> void rename(Kind<T> kind, T record) {
        String title = title(kind, record);
        core.transact(handle -> {
            int items = handle.createUpdate("update core.todo set title = :title where record_id = :record")
                    .bind("title", title)
                    .bind("record", record.id())
                    .execute();
            if (items > 0) {
                titles.add(record.id(), record.version(), title);
            }
            return null;
        });
    }

    static void remove(Handle handle, List<UUID> records) {
        handle.createUpdate("delete from core.todo where record_id in (<records>)")
                .bindList("records", records)
                .execute();
    }

    /** Each record that has items, with its title. */
    static void titles(CoreDatabase core, TitleIndex.Sink sink) {
        // Below every version that a record can have: what was written since stands.
        core.transact(handle -> {
            handle.createQuery("select distinct record_id, title from core.todo")
                    .setFetchSize(READ_AT_ONCE)
                    .map((rs, ctx) -> Map.entry(rs.getObject(1, UUID.class), rs.getString(2)))
                    .forEach(row -> sink.add(row.getKey(), -1, row.getValue()));
            return null;
        });
    }

    private static <T extends ProgrammeRecord> String title(Kind<T> kind, T record) {
        String title = String.valueOf(kind.type().title(record));
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
