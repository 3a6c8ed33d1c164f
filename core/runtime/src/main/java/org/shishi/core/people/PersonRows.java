package org.shishi.core.people;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The registry in the database. */
final class PersonRows {

    private final Handle handle;

    PersonRows(Handle handle) {
        this.handle = handle;
    }

    Optional<PersonRow> byId(UUID id) {
        return handle.createQuery("select id, document, name, mobile from core.person where id = :id")
                .bind("id", id)
                .map((row, context) -> PersonRow.of(row))
                .findOne();
    }

    Optional<PersonRow> byIndex(String index) {
        return handle.createQuery("select id, document, name, mobile from core.person where document_index = :index")
                .bind("index", index)
                .map((row, context) -> PersonRow.of(row))
                .findOne();
    }

    void insert(PersonRow person, String index, String indexKey, UUID by, OffsetDateTime at) {
        handle.createUpdate("insert into core.person (id, document_kind, document_index, index_key_id, document, name,"
                        + " mobile, version, created_at, created_by, updated_at, updated_by) values (:id,"
                        + " 'RESIDENT_ID', :index, :key, :document, :name, :mobile, 0, :at, :by, :at, :by)")
                .bind("id", person.id())
                .bind("index", index)
                .bind("key", indexKey)
                .bind("document", person.document())
                .bind("name", person.name())
                .bind("mobile", person.mobile())
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    /** Only where none is known. */
    void addMobile(UUID id, String mobile, UUID by, OffsetDateTime at) {
        handle.createUpdate("update core.person set mobile = :mobile, version = version + 1, updated_at = :at,"
                        + " updated_by = :by where id = :id and mobile is null")
                .bind("mobile", mobile)
                .bind("at", at)
                .bind("by", by)
                .bind("id", id)
                .execute();
    }
}
