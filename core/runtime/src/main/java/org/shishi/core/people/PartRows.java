package org.shishi.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.core.persistence.FastBatch;

/** The ledger of parts in the database. */
final class PartRows {

    /** A part as it stands in the ledger. */
    record Part(
            UUID id,
            UUID subject,
            String kind,
            UUID owner,
            LocalDate from,
            LocalDate to,
            String period,
            String state,
            boolean counted) {

        static Part of(ResultSet row) throws SQLException {
            return new Part(
                    row.getObject("id", UUID.class),
                    row.getObject("subject_id", UUID.class),
                    row.getString("kind"),
                    row.getObject("owner_org", UUID.class),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getString("period"),
                    row.getString("state"),
                    row.getBoolean("counted"));
        }

        boolean says(Claim claim) {
            return owner.equals(claim.owner())
                    && state.equals(claim.state())
                    && counted == claim.counted()
                    && sameTime(claim);
        }

        boolean sameTime(Claim claim) {
            return java.util.Objects.equals(from, claim.from())
                    && java.util.Objects.equals(to, claim.to())
                    && java.util.Objects.equals(period, claim.period());
        }
    }

    /** A part to be written. */
    record Fresh(UUID id, Claim claim) {}

    private final Handle handle;
    private final String programmeId;
    private final int year;

    PartRows(Handle handle, String programmeId, int year) {
        this.handle = handle;
        this.programmeId = programmeId;
        this.year = year;
    }

    List<Part> of(UUID record) {
        return handle.createQuery("select * from core.participation where record_id = :record")
                .bind("record", record)
                .map((row, context) -> Part.of(row))
                .list();
    }

    void insert(List<Fresh> parts, OffsetDateTime at) {
        FastBatch.run(
                handle,
                "insert into core.participation (id, subject_kind, subject_id, programme_id, edition_year, type_id,"
                        + " record_id, kind, owner_org, from_day, to_day, period, state, counted, created_at,"
                        + " updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                parts,
                (row, part) -> {
                    Claim claim = part.claim();
                    int n = 0;
                    row.setObject(++n, part.id());
                    row.setString(++n, claim.subjectKind().name());
                    row.setObject(++n, claim.subject());
                    row.setString(++n, programmeId);
                    row.setInt(++n, year);
                    row.setString(++n, claim.typeId());
                    row.setObject(++n, claim.record());
                    row.setString(++n, claim.kind());
                    row.setObject(++n, claim.owner());
                    row.setObject(++n, claim.from());
                    row.setObject(++n, claim.to());
                    row.setString(++n, claim.period());
                    row.setString(++n, claim.state());
                    row.setBoolean(++n, claim.counted());
                    row.setObject(++n, at);
                    row.setObject(++n, at);
                });
    }

    void update(UUID id, Claim claim, OffsetDateTime at) {
        handle.createUpdate("update core.participation set owner_org = :owner, from_day = :from, to_day = :to,"
                        + " period = :period, state = :state, counted = :counted, updated_at = :at where id = :id")
                .bind("owner", claim.owner())
                .bindByType("from", claim.from(), LocalDate.class)
                .bindByType("to", claim.to(), LocalDate.class)
                .bind("period", claim.period())
                .bind("state", claim.state())
                .bind("counted", claim.counted())
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    void delete(UUID id) {
        handle.createUpdate("delete from core.participation where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Records that never were, such as those of an import taken back. */
    static void forget(Handle handle, List<UUID> records) {
        handle.createUpdate("delete from core.exclusion_hold where participation_id in"
                        + " (select id from core.participation where record_id in (<records>))")
                .bindList("records", records)
                .execute();
        handle.createUpdate("delete from core.participation where record_id in (<records>)")
                .bindList("records", records)
                .execute();
    }
}
