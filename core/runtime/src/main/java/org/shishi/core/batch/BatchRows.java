package org.shishi.core.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.TodoBatches.Item;
import org.shishi.api.platform.TodoBatches.State;
import org.shishi.api.platform.Todos.Todo;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.task.TaskJson;

/** The table {@code core.todo_batch_item}: what is to be done, and what became of each. */
final class BatchRows {

    /** A waiting step that somebody chose. */
    record Chosen(String programmeId, int year, String recordType, UUID recordId, String title, List<String> actions) {

        static Chosen of(Todo todo) {
            return new Chosen(
                    todo.programmeId(), todo.year(), todo.recordType(), todo.recordId(), todo.title(), todo.actions());
        }
    }

    private static final int CHUNK = 500;

    private final CoreDatabase core;

    BatchRows(CoreDatabase core) {
        this.core = core;
    }

    /** In the order chosen. Only of the caller's own lists: ids of others say nothing of what they are about. */
    List<Chosen> chosen(Caller caller, Collection<UUID> ids) {
        Map<UUID, Chosen> found = new HashMap<>();
        List<UUID> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<UUID> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            core.read(handle -> handle.createQuery("select * from core.todo where id in (<ids>) and is_open"
                            + " and kind = 'STEP' and holder_id in (:organisation, :account)")
                    .bindList("ids", chunk)
                    .bind("organisation", caller.organisation().id())
                    .bind("account", caller.accountId())
                    .map((rs, ctx) -> found.put(rs.getObject("id", UUID.class), chosen(rs)))
                    .list());
        }
        return all.stream().filter(found::containsKey).map(found::get).toList();
    }

    private static Chosen chosen(ResultSet rs) throws SQLException {
        return new Chosen(
                rs.getString("programme_id"),
                rs.getInt("edition_year"),
                rs.getString("type_id"),
                rs.getObject("record_id", UUID.class),
                rs.getString("title"),
                List.of(rs.getString("actions").split(",")));
    }

    void insert(UUID batch, List<Item> items) {
        core.transact(handle -> {
            PreparedBatch rows =
                    handle.prepareBatch("insert into core.todo_batch_item (batch_id, position, programme_id,"
                            + " edition_year, type_id, record_id, title, state, reasons) values (:batch, :position, :programme,"
                            + " :year, :type, :record, :title, :state, :reasons)");
            for (Item item : items) {
                rows.bind("batch", batch)
                        .bind("position", item.position())
                        .bind("programme", item.programmeId())
                        .bind("year", item.year())
                        .bind("type", item.recordType())
                        .bind("record", item.recordId())
                        .bind("title", item.title())
                        .bind("state", item.state())
                        .bind("reasons", TaskJson.violations(item.reasons()))
                        .add();
            }
            return rows.execute();
        });
    }

    /** Joins the transaction of the step: both are kept, or neither. */
    void mark(UUID batch, int position, State state, List<Violation> reasons) {
        core.transact(handle -> handle.createUpdate("update core.todo_batch_item set state = :state, reasons = :reasons"
                        + " where batch_id = :batch and position = :position")
                .bind("state", state)
                .bind("reasons", TaskJson.violations(reasons))
                .bind("batch", batch)
                .bind("position", position)
                .execute());
    }

    /** @param only null: all */
    List<Item> list(UUID batch, State only, int after, int limit) {
        return core.read(handle -> items(handle, batch, only, after, limit));
    }

    private static List<Item> items(Handle handle, UUID batch, State only, int after, int limit) {
        return handle.createQuery("select * from core.todo_batch_item where batch_id = :batch and position > :after"
                        + (only == null ? "" : " and state = :only") + " order by position limit :limit")
                .bind("batch", batch)
                .bind("after", after)
                .bind("only", only)
                .bind("limit", limit)
                .map((rs, ctx) -> item(rs))
                .list();
    }

    private static Item item(ResultSet rs) throws SQLException {
        return new Item(
                rs.getInt("position"),
                rs.getString("programme_id"),
                rs.getInt("edition_year"),
                rs.getString("type_id"),
                rs.getObject("record_id", UUID.class),
                rs.getString("title"),
                State.valueOf(rs.getString("state")),
                TaskJson.violations(rs.getString("reasons")));
    }

    int count(UUID batch) {
        return core.read(
                handle -> handle.createQuery("select count(*) from core.todo_batch_item where batch_id = :batch")
                        .bind("batch", batch)
                        .mapTo(Integer.class)
                        .one());
    }
}
