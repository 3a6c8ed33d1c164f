package org.shishi.core.people;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.Retention;
import org.shishi.api.platform.Retention.Run;

/** Orders of retention in the database, and how far they are. */
final class RetentionRuns {

    private final Handle handle;

    RetentionRuns(Handle handle) {
        this.handle = handle;
    }

    void insert(Run run, UUID by) {
        handle.createUpdate("insert into core.retention_run (id, as_of, reason, ordered_by, ordered_name, ordered_at,"
                        + " persons, rows_done, skipped, contacts, state) values (:id, :asOf, :reason, :by, :name, :at,"
                        + " :persons, 0, 0, :contacts, 'OPEN')")
                .bind("id", run.id())
                .bind("asOf", run.asOf())
                .bind("reason", run.reason())
                .bind("by", by)
                .bind("name", run.orderedBy())
                .bind("at", run.orderedAt().atOffset(java.time.ZoneOffset.UTC))
                .bind("persons", run.persons())
                .bind("contacts", run.contacts())
                .execute();
    }

    void traces(UUID run, PersonTraces.Found found, int importRows) {
        handle.createUpdate("update core.retention_run set attachments = attachments + :attachments,"
                        + " seals = seals + :seals, import_rows = import_rows + :rows where id = :id")
                .bind("attachments", found.attachments())
                .bind("seals", found.seals())
                .bind("rows", importRows)
                .bind("id", run)
                .execute();
    }

    void progress(UUID run, int done, int skipped) {
        handle.createUpdate("update core.retention_run set rows_done = rows_done + :done, skipped = skipped + :skipped"
                        + " where id = :id")
                .bind("done", done)
                .bind("skipped", skipped)
                .bind("id", run)
                .execute();
    }

    void hidden(UUID run, int records) {
        handle.createUpdate("update core.retention_run set hidden = hidden + :records where id = :id")
                .bind("records", records)
                .bind("id", run)
                .execute();
    }

    int end(UUID run, Retention.State state, OffsetDateTime at) {
        return handle.createUpdate("update core.retention_run set state = :state, ended_at = :at where id = :id"
                        + " and state = 'OPEN'")
                .bind("state", state.name())
                .bind("at", at)
                .bind("id", run)
                .execute();
    }

    Optional<Run> open() {
        return runs("where state = 'OPEN'").stream().findFirst();
    }

    List<Run> all() {
        return runs("");
    }

    private List<Run> runs(String where) {
        return handle.createQuery("select * from core.retention_run " + where + " order by ordered_at desc limit 50")
                .map((row, context) -> {
                    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new Run(
                            row.getObject("id", UUID.class),
                            row.getObject("as_of", LocalDate.class),
                            row.getString("reason"),
                            row.getString("ordered_name"),
                            row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                            row.getLong("persons"),
                            row.getLong("rows_done"),
                            row.getLong("skipped"),
                            row.getLong("contacts"),
                            row.getLong("hidden"),
                            row.getLong("attachments"),
                            row.getLong("seals"),
                            row.getLong("import_rows"),
                            Retention.State.valueOf(row.getString("state")),
                            ended == null ? null : ended.toInstant());
                })
                .list();
    }
}
