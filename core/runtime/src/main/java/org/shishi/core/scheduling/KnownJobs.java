package org.shishi.core.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/** The table {@code core.job}: every job that was ever there, with what must outlive its programme's absence. */
final class KnownJobs {

    /** @param missed it was time, but nobody was there to do it */
    record Known(
            OwnerName owner, String id, Text title, String cron, boolean catchUp, boolean paused, boolean missed) {}

    private static final String THIS = " where programme_id = :programme and edition_year = :year and id = :id";

    private final CoreDatabase database;

    KnownJobs(CoreDatabase database) {
        this.database = database;
    }

    /** Writes down a job that is there now; keeps whether it is paused or was missed. */
    void seen(OwnerName owner, DeclaredJob job, Text title, String cron, Instant at) {
        database.transact(handle -> {
            Update described = handle.createUpdate("update core.job set title_zh = :zh, title_en = :en, cron = :cron,"
                    + " catch_up = :catchUp, seen_at = :at" + THIS);
            if (bind(described, owner, job, title, cron, at).execute() == 0) {
                Update added = handle.createUpdate(
                        """
                        insert into core.job (programme_id, edition_year, id, title_zh, title_en, cron, catch_up, paused,
                                              seen_at)
                        values (:programme, :year, :id, :zh, :en, :cron, :catchUp, false, :at)
                        """);
                bind(added, owner, job, title, cron, at);
                // Another node may be doing the same; then its row is as good.
                Inserts.unlessTaken(handle, added::execute);
            }
            return null;
        });
    }

    private static Update bind(Update update, OwnerName owner, DeclaredJob job, Text title, String cron, Instant at) {
        return update.bind("programme", owner.programmeId())
                .bind("year", owner.year())
                .bind("id", job.id())
                .bind("zh", title.zh())
                .bind("en", title.en())
                .bind("cron", cron)
                .bind("catchUp", job.catchUp())
                .bind("at", at);
    }

    Optional<Known> find(OwnerName owner, String id) {
        return database.read(handle -> handle.createQuery("select * from core.job" + THIS)
                .bind("programme", owner.programmeId())
                .bind("year", owner.year())
                .bind("id", id)
                .map((row, context) -> known(row))
                .findOne());
    }

    /** The core's first, then by programme, newest year first, and id. */
    List<Known> all() {
        return database.read(handle -> handle.createQuery(
                        """
                        select * from core.job
                        order by case when programme_id = 'core' then 0 else 1 end, programme_id, edition_year desc, id
                        """)
                .map((row, context) -> known(row))
                .list());
    }

    boolean paused(OwnerName owner, String id) {
        return find(owner, id).map(Known::paused).orElse(false);
    }

    void pause(OwnerName owner, String id, boolean paused) {
        database.transact(handle -> handle.createUpdate("update core.job set paused = :paused" + THIS)
                .bind("programme", owner.programmeId())
                .bind("year", owner.year())
                .bind("id", id)
                .bind("paused", paused)
                .execute());
    }

    void missed(OwnerName owner, String id, Instant at) {
        database.transact(handle -> handle.createUpdate("update core.job set missed_at = :at" + THIS)
                .bind("programme", owner.programmeId())
                .bind("year", owner.year())
                .bind("id", id)
                .bind("at", at)
                .execute());
    }

    /** Takes the note that it was missed: true for one caller only, on however many nodes. */
    boolean takeMissed(OwnerName owner, String id) {
        return database.transact(handle -> handle.createUpdate(
                                "update core.job set missed_at = null" + THIS + " and missed_at is not null")
                        .bind("programme", owner.programmeId())
                        .bind("year", owner.year())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new OwnerName(row.getString("programme_id"), row.getInt("edition_year")),
                row.getString("id"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                row.getString("cron"),
                row.getBoolean("catch_up"),
                row.getBoolean("paused"),
                row.getTimestamp("missed_at") != null);
    }
}
