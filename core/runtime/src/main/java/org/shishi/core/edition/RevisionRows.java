package org.shishi.core.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.EditionAdmin.Extension;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.core.persistence.Inserts;

/** Revisions and window extensions in the database. */
final class RevisionRows {

    private static final String THIS = " where programme_id = :programme and edition_year = :year";

    private final Handle handle;

    RevisionRows(Handle handle) {
        this.handle = handle;
    }

    /** Oldest first. */
    List<StoredRevision> of(EditionKey key) {
        return handle.createQuery("select * from core.edition_revision" + THIS + " order by proposed_at, id")
                .bind("programme", key.programmeId())
                .bind("year", key.year())
                .map((row, context) -> revision(row))
                .list();
    }

    Optional<StoredRevision> find(UUID id) {
        return handle.createQuery("select * from core.edition_revision where id = :id")
                .bind("id", id)
                .map((row, context) -> revision(row))
                .findOne();
    }

    /** False when another draft of the same value waits. */
    boolean insert(StoredRevision revision) {
        String open = revision.status() == Status.DRAFT ? revision.edition() + "/" + revision.name() : null;
        return Inserts.unlessTaken(handle, () -> handle.createUpdate(
                        "insert into core.edition_revision (id, programme_id, edition_year, name, new_value, valid_from,"
                                + " state, copied, reason, open_key, proposed_by, proposed_name, proposed_at) values (:id,"
                                + " :programme, :year, :name, :json, :from, :state, :copied, :reason, :open, :by, :byName,"
                                + " :at)")
                .bind("id", revision.id())
                .bind("programme", revision.edition().programmeId())
                .bind("year", revision.edition().year())
                .bind("name", revision.name())
                .bind("json", revision.json())
                .bind("from", revision.validFrom())
                .bind("state", revision.status())
                .bind("copied", revision.copied())
                .bind("reason", revision.reason())
                .bind("open", open)
                .bind("by", revision.by())
                .bind("byName", revision.byName())
                .bind("at", OffsetDateTime.ofInstant(revision.at(), ZoneOffset.UTC))
                .execute());
    }

    void decide(UUID id, Status status, Caller by, Instant at, String reason) {
        handle.createUpdate(
                        "update core.edition_revision set state = :state, open_key = null, decided_by = :by,"
                                + " decided_name = :name, decided_at = :at, decision = :reason, serial = :serial where id = :id")
                .bind("serial", next(id))
                .bind("state", status)
                .bind("by", by.accountId())
                .bind("name", by.name())
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .bind("reason", reason)
                .bind("id", id)
                .execute();
    }

    /** The edition is locked, so nobody else takes the same number. */
    private int next(UUID id) {
        return handle.createQuery("select coalesce(max(r.serial), 0) + 1 from core.edition_revision r"
                        + " join core.edition_revision this on this.programme_id = r.programme_id"
                        + " and this.edition_year = r.edition_year where this.id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    /** Newest first, revoked ones included. */
    List<Extension> extensions(EditionKey key) {
        return handle.createQuery("select * from core.window_extension" + THIS + " order by granted_at desc, id")
                .bind("programme", key.programmeId())
                .bind("year", key.year())
                .map((row, context) -> extension(row))
                .list();
    }

    /** Which edition an extension is of; empty when there is none that counts. */
    Optional<EditionKey> editionOfExtension(UUID id) {
        return handle.createQuery("select programme_id, edition_year from core.window_extension"
                        + " where id = :id and revoked_at is null")
                .bind("id", id)
                .map((row, context) -> EditionRows.key(row))
                .findOne();
    }

    void insert(EditionKey key, Extension extension, Caller by) {
        handle.createUpdate("insert into core.window_extension (id, programme_id, edition_year, window_name,"
                        + " organisation_id, until_day, reason, granted_by, granted_name, granted_at) values (:id,"
                        + " :programme, :year, :window, :organisation, :until, :reason, :by, :name, :at)")
                .bind("id", extension.id())
                .bind("programme", key.programmeId())
                .bind("year", key.year())
                .bind("window", extension.window())
                .bind("organisation", extension.organisation())
                .bind("until", extension.until())
                .bind("reason", extension.reason())
                .bind("by", by.accountId())
                .bind("name", by.name())
                .bind("at", OffsetDateTime.ofInstant(extension.at(), ZoneOffset.UTC))
                .execute();
    }

    void revoke(UUID id, Caller by, Instant at) {
        handle.createUpdate("update core.window_extension set revoked_name = :name, revoked_at = :at where id = :id")
                .bind("name", by.name())
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .bind("id", id)
                .execute();
    }

    private static StoredRevision revision(ResultSet row) throws SQLException {
        return new StoredRevision(
                row.getObject("id", UUID.class),
                EditionRows.key(row),
                row.getString("name"),
                row.getString("new_value"),
                row.getObject("valid_from", LocalDate.class),
                Status.valueOf(row.getString("state")),
                row.getBoolean("copied"),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_name"),
                instant(row, "proposed_at"),
                row.getString("decision"),
                row.getObject("decided_by", UUID.class),
                row.getString("decided_name"),
                instant(row, "decided_at"),
                row.getInt("serial"));
    }

    private static Extension extension(ResultSet row) throws SQLException {
        return new Extension(
                row.getObject("id", UUID.class),
                row.getString("window_name"),
                row.getObject("organisation_id", UUID.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"),
                row.getString("granted_name"),
                instant(row, "granted_at"),
                row.getString("revoked_name"),
                instant(row, "revoked_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
