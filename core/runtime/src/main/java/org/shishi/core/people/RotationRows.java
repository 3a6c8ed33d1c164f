package org.shishi.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.core.crypto.KeyPurpose;
import org.shishi.core.persistence.Inserts;

/** Changes of keys in the database: what is left to do, and how far it is. */
final class RotationRows {

    /** @param last the last person done; null: none */
    record Rotation(
            String purpose,
            String keyId,
            UUID last,
            long done,
            long total,
            OffsetDateTime begunAt,
            String begunBy,
            OffsetDateTime endedAt) {

        static Rotation of(ResultSet row) throws SQLException {
            String last = row.getString("last_id");
            return new Rotation(
                    row.getString("purpose"),
                    row.getString("key_id"),
                    last == null ? null : UUID.fromString(last),
                    row.getLong("rows_done"),
                    row.getLong("rows_total"),
                    row.getObject("begun_at", OffsetDateTime.class),
                    row.getString("begun_by"),
                    row.getObject("ended_at", OffsetDateTime.class));
        }
    }

    private final Handle handle;

    RotationRows(Handle handle) {
        this.handle = handle;
    }

    /** Begins it; goes on with one of the same key that did not come to its end, and from the start after one that did. */
    void begin(KeyPurpose purpose, String keyId, long total, String by, OffsetDateTime at) {
        Inserts.unlessTaken(
                handle, () -> handle.createUpdate("insert into core.key_rotation (purpose, key_id, rows_done,"
                                + " rows_total, begun_at, begun_by) values (:purpose, :key, 0, :total, :at, :by)")
                        .bind("purpose", purpose.word())
                        .bind("key", keyId)
                        .bind("total", total)
                        .bind("at", at)
                        .bind("by", by)
                        .execute());
        handle.createUpdate("update core.key_rotation set rows_done = 0, rows_total = :total, last_id = null,"
                        + " ended_at = null, begun_at = :at, begun_by = :by"
                        + " where purpose = :purpose and key_id = :key and ended_at is not null")
                .bind("total", total)
                .bind("at", at)
                .bind("by", by)
                .bind("purpose", purpose.word())
                .bind("key", keyId)
                .execute();
    }

    List<Rotation> open() {
        return handle.createQuery("select * from core.key_rotation where ended_at is null order by begun_at")
                .map((row, context) -> Rotation.of(row))
                .list();
    }

    Optional<Rotation> latest(KeyPurpose purpose) {
        return handle.createQuery(
                        "select * from core.key_rotation where purpose = :purpose order by begun_at desc limit 1")
                .bind("purpose", purpose.word())
                .map((row, context) -> Rotation.of(row))
                .findOne();
    }

    void done(Rotation rotation, UUID last, int rows) {
        handle.createUpdate("update core.key_rotation set last_id = :last, rows_done = rows_done + :rows"
                        + " where purpose = :purpose and key_id = :key")
                .bind("last", last == null ? null : last.toString())
                .bind("rows", rows)
                .bind("purpose", rotation.purpose())
                .bind("key", rotation.keyId())
                .execute();
    }

    /** Over: through, or another key took its place. */
    void end(Rotation rotation, OffsetDateTime at) {
        handle.createUpdate("update core.key_rotation set ended_at = :at where purpose = :purpose and key_id = :key")
                .bind("at", at)
                .bind("purpose", rotation.purpose())
                .bind("key", rotation.keyId())
                .execute();
    }
}
