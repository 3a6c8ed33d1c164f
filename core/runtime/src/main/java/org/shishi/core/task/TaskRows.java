package org.shishi.core.task;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.shishi.core.persistence.CoreDatabase;

/** The table of rows with their verdicts. */
final class TaskRows {

    private static final int LONGEST_CELL = 500;

    private final CoreDatabase core;

    TaskRows(CoreDatabase core) {
        this.core = core;
    }

    void insert(UUID task, List<TaskRow> rows, boolean preview) {
        if (rows.isEmpty()) {
            return;
        }
        core.transact(handle -> {
            PreparedBatch batch = handle.prepareBatch("insert into core.task_row (task_id, row_no, sheet_no, rejected,"
                    + " preview, refusals, messages, warned, warnings, cautions, cells) values (:task, :row, :sheet,"
                    + " :rejected, :preview, :refusals, :messages, :warned, :warnings, :cautions, :cells)");
            for (TaskRow row : rows) {
                batch.bind("task", task)
                        .bind("row", row.row())
                        .bind("sheet", row.sheet())
                        .bind("rejected", row.rejected())
                        .bind("preview", preview)
                        .bind("refusals", TaskJson.violations(row.refusals()))
                        .bind("messages", TaskJson.texts(row.messages()))
                        .bind("warned", row.warned())
                        .bind("warnings", TaskJson.violations(row.warnings()))
                        .bind("cautions", TaskJson.texts(row.cautions()))
                        .bind("cells", TaskJson.map(shortened(row)))
                        .add();
            }
            return batch.execute();
        });
    }

    private static java.util.Map<String, String> shortened(TaskRow row) {
        java.util.Map<String, String> cells = new java.util.LinkedHashMap<>();
        row.cells()
                .forEach((field, text) ->
                        cells.put(field, text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…"));
        return cells;
    }

    /** In the order of row numbers; the last number's rows of all sheets together, so that the next page may begin after it. */
    List<TaskRow> rejectedAfter(UUID task, int afterRow, int limit) {
        return after("rejected", task, afterRow, limit);
    }

    /** The same for those that are not refused and have something noteworthy. */
    List<TaskRow> warnedAfter(UUID task, int afterRow, int limit) {
        return after("warned and not rejected", task, afterRow, limit);
    }

    private List<TaskRow> after(String which, UUID task, int afterRow, int limit) {
        return core.read(
                handle -> rows(handle.createQuery("select * from core.task_row where task_id = :task and " + which
                                + " and row_no > :after and row_no <= coalesce((select max(n.row_no) from (select row_no from"
                                + " core.task_row where task_id = :task and " + which
                                + " and row_no > :after order by row_no,"
                                + " sheet_no limit :limit) n), 0) order by row_no, sheet_no")
                        .bind("task", task)
                        .bind("after", afterRow)
                        .bind("limit", limit)));
    }

    /** In the order of the file. */
    List<TaskRow> rejectedAfter(UUID task, int afterSheet, int afterRow, int limit) {
        return core.read(
                handle -> rows(handle.createQuery("select * from core.task_row where task_id = :task and rejected"
                                + " and (sheet_no > :sheet or sheet_no = :sheet and row_no > :row)"
                                + " order by sheet_no, row_no limit :limit")
                        .bind("task", task)
                        .bind("sheet", afterSheet)
                        .bind("row", afterRow)
                        .bind("limit", limit)));
    }

    List<TaskRow> preview(UUID task, int limit) {
        return core.read(
                handle -> rows(handle.createQuery("select * from core.task_row where task_id = :task and preview"
                                + " order by sheet_no, row_no limit :limit")
                        .bind("task", task)
                        .bind("limit", limit)));
    }

    private static List<TaskRow> rows(Query query) {
        return query.map((rs, ctx) -> new TaskRow(
                        rs.getInt("sheet_no"),
                        rs.getInt("row_no"),
                        TaskJson.violations(rs.getString("refusals")),
                        TaskJson.texts(rs.getString("messages")),
                        TaskJson.violations(rs.getString("warnings")),
                        TaskJson.texts(rs.getString("cautions")),
                        TaskJson.map(rs.getString("cells"))))
                .list();
    }
}
