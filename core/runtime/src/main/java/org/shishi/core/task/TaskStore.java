package org.shishi.core.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Tasks;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;

/** The table of tasks. */
final class TaskStore {

    private final CoreDatabase core;

    TaskStore(CoreDatabase core) {
        this.core = core;
    }

    void insert(UUID id, Caller caller, TaskRunner.Plan plan, String node, Instant now) {
        core.transact(
                handle -> handle.createUpdate("insert into core.task (id, kind, programme_id, edition_year, title,"
                                + " state, dry_run, rows_done, rows_total, rows_accepted, rows_rejected, rows_warned, started_at, started_by,"
                                + " organisation_id, node, details) values (:id, :kind, :programme, :year, :title, 'RUNNING',"
                                + " :dryRun, 0, 0, 0, 0, 0, :now, :by, :organisation, :node, :details)")
                        .bind("id", id)
                        .bind("kind", plan.kind())
                        .bind("programme", plan.programmeId())
                        .bind("year", plan.year())
                        .bind(
                                "title",
                                plan.title().length() <= 300
                                        ? plan.title()
                                        : plan.title().substring(0, 300))
                        .bind("dryRun", plan.dryRun())
                        .bind("now", now)
                        .bind("by", caller.accountId())
                        .bind("organisation", caller.organisation().id())
                        .bind("node", node)
                        .bind("details", TaskJson.map(plan.details()))
                        .execute());
    }

    void progress(UUID id, TaskCounts counts) {
        core.transact(handle -> written(handle, id, counts));
    }

    /** Whether somebody wants it to end: only the node that runs it can do that. */
    boolean cancelRequested(UUID id) {
        return core.read(handle -> handle.createQuery("select cancel_requested from core.task where id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    private static int written(Handle handle, UUID id, TaskCounts counts) {
        return handle.createUpdate(
                        "update core.task set rows_done = :done, rows_total = :total,"
                                + " rows_accepted = :accepted, rows_rejected = :rejected, rows_warned = :warned where id = :id and state = 'RUNNING'")
                .bind("id", id)
                .bind("done", counts.done())
                .bind("total", counts.total())
                .bind("accepted", counts.accepted())
                .bind("rejected", counts.rejected())
                .bind("warned", counts.warned())
                .execute();
    }

    void requestCancel(UUID id) {
        core.transact(handle -> handle.createUpdate(
                        "update core.task set cancel_requested = true where id = :id and state = 'RUNNING'")
                .bind("id", id)
                .execute());
    }

    /** What waits to be gone on with is not gone on with any more. */
    void giveUp(UUID id, Collection<String> codes) {
        core.transact(handle -> handle.createUpdate(
                        "update core.task set state = 'CANCELLED', error_code = null,"
                                + " error_zh = null, error_en = null where id = :id and state = 'FAILED' and error_code in (<codes>)")
                .bind("id", id)
                .bindList("codes", List.copyOf(codes))
                .execute());
    }

    void details(UUID id, Map<String, String> details) {
        core.transact(handle -> handle.createUpdate("update core.task set details = :details where id = :id")
                .bind("id", id)
                .bind("details", TaskJson.map(details))
                .execute());
    }

    /** @param code null: no error */
    void end(UUID id, Tasks.State state, TaskCounts counts, String code, Text error, Instant now) {
        core.transact(handle -> {
            written(handle, id, counts);
            return handle.createUpdate("update core.task set state = :state, error_code = :code, error_zh = :zh,"
                            + " error_en = :en, ended_at = :now where id = :id and state = 'RUNNING'")
                    .bind("id", id)
                    .bind("state", state.name())
                    .bind("code", code)
                    .bind("zh", error == null ? null : error.zh())
                    .bind("en", error == null ? null : error.en())
                    .bind("now", now)
                    .execute();
        });
    }

    void undone(UUID id) {
        core.transact(handle -> handle.createUpdate("update core.task set state = 'UNDONE' where id = :id")
                .bind("id", id)
                .execute());
    }

    /** What this node left running when it went down. */
    int abandon(String node, String code, Text error, Instant now) {
        return core.transact(handle -> handle.createUpdate("update core.task set state = 'FAILED', error_code = :code,"
                        + " error_zh = :zh, error_en = :en, ended_at = :now where node = :node and state = 'RUNNING'")
                .bind("node", node)
                .bind("code", code)
                .bind("zh", error.zh())
                .bind("en", error.en())
                .bind("now", now)
                .execute());
    }

    /** What nodes left running that are lost. */
    int abandonLost(String code, Text error, Instant now) {
        return core.transact(handle -> handle.createUpdate("update core.task set state = 'FAILED', error_code = :code,"
                        + " error_zh = :zh, error_en = :en, ended_at = :now where state = 'RUNNING' and exists (select 1"
                        + " from core.node n where n.name = core.task.node and n.state <> 'RUNNING')")
                .bind("code", code)
                .bind("zh", error.zh())
                .bind("en", error.en())
                .bind("now", now)
                .execute());
    }

    /** Of this node and of those that are lost; newest first. */
    List<TaskRunner.Known> failed(String node, String kind, List<String> codes) {
        return core.read(handle -> handle.createQuery("select * from core.task where state = 'FAILED'"
                        + " and kind = :kind and error_code in (<codes>) and (node = :node or exists (select 1"
                        + " from core.node n where n.name = core.task.node and n.state <> 'RUNNING')) order by id desc")
                .bind("node", node)
                .bind("kind", kind)
                .bindList("codes", codes)
                .map((rs, ctx) -> known(rs))
                .list());
    }

    /** @return whether it runs again now, by this call */
    boolean again(UUID id, String node) {
        return core.transact(handle -> handle.createUpdate("update core.task set state = 'RUNNING', node = :node,"
                                + " error_code = null, error_zh = null, error_en = null, ended_at = null"
                                + " where id = :id and state = 'FAILED'")
                        .bind("id", id)
                        .bind("node", node)
                        .execute())
                == 1;
    }

    int running(UUID account) {
        return core.read(handle -> handle.createQuery(
                        "select count(*) from core.task where started_by = :account and state = 'RUNNING'")
                .bind("account", account)
                .mapTo(Integer.class)
                .one());
    }

    Optional<TaskRunner.Known> find(UUID id) {
        return core.read(handle -> handle.createQuery("select * from core.task where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> known(rs))
                .findOne());
    }

    List<TaskRunner.Known> of(UUID account, int limit) {
        return core.read(handle -> handle.createQuery(
                        "select * from core.task where started_by = :account order by id desc limit :limit")
                .bind("account", account)
                .bind("limit", limit)
                .map((rs, ctx) -> known(rs))
                .list());
    }

    private static TaskRunner.Known known(ResultSet rs) throws SQLException {
        String zh = rs.getString("error_zh");
        Tasks.Task task = new Tasks.Task(
                rs.getObject("id", UUID.class),
                rs.getString("kind"),
                rs.getString("programme_id"),
                rs.getInt("edition_year"),
                rs.getString("title"),
                Tasks.State.valueOf(rs.getString("state")),
                rs.getBoolean("dry_run"),
                rs.getLong("rows_done"),
                rs.getLong("rows_total"),
                rs.getLong("rows_accepted"),
                rs.getLong("rows_rejected"),
                rs.getLong("rows_warned"),
                zh == null ? null : new Text(zh, rs.getString("error_en")),
                rs.getString("error_code"),
                instant(rs, "started_at"),
                instant(rs, "ended_at"),
                rs.getObject("started_by", UUID.class));
        return new TaskRunner.Known(
                task, rs.getObject("organisation_id", UUID.class), TaskJson.map(rs.getString("details")));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
