package org.shishi.core.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.file.Attachment;

/** Attachments in the database; names are sealed there. */
final class AttachmentRows {

    private final Handle handle;

    AttachmentRows(Handle handle) {
        this.handle = handle;
    }

    void insert(String object, Attachment sealed, UUID by) {
        handle.createUpdate("insert into core.attachment (id, object, kind, name, type, size_bytes, sha256, by_id,"
                        + " by_name, at) values (:id, :object, :kind, :name, :type, :size, :sha256, :by, :byName, :at)")
                .bind("id", sealed.id())
                .bind("object", object)
                .bind("kind", sealed.kind())
                .bind("name", sealed.name())
                .bind("type", sealed.type())
                .bind("size", sealed.sizeBytes())
                .bind("sha256", sealed.sha256())
                .bind("by", by)
                .bind("byName", sealed.by())
                .bind("at", sealed.at())
                .execute();
    }

    List<Attachment> list(String object) {
        return handle.createQuery("select * from core.attachment where object = :object order by at, id")
                .bind("object", object)
                .map((row, context) -> sealed(row))
                .list();
    }

    Optional<Attachment> find(String object, UUID id) {
        return handle.createQuery("select * from core.attachment where id = :id and object = :object")
                .bind("id", id)
                .bind("object", object)
                .map((row, context) -> sealed(row))
                .findOne();
    }

    void delete(UUID id) {
        handle.createUpdate("delete from core.attachment where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Those whose content is still there. */
    List<UUID> present(List<String> objects, List<String> kinds) {
        var query = handle.createQuery("select id from core.attachment where object in (<objects>) and gone_at is null"
                        + (kinds.isEmpty() ? "" : " and kind in (<kinds>)") + " order by id")
                .bindList("objects", objects);
        if (!kinds.isEmpty()) {
            query.bindList("kinds", kinds);
        }
        return query.mapTo(UUID.class).list();
    }

    /** The row stays for the counts; its content is needed by it no longer. */
    void forget(UUID id, String sealedName, OffsetDateTime at) {
        handle.createUpdate("update core.attachment set name = :name, sha256 = '', gone_at = :at where id = :id")
                .bind("name", sealedName)
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    boolean needed(String sha256) {
        return handle.createQuery("select id from core.attachment where sha256 = :sha256 limit 1")
                .bind("sha256", sha256)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    private static Attachment sealed(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
