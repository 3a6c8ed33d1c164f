package org.shishi.core.organisation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.organisation.Organisation;

/** Where bodies hang: parents of all days, paths, and who lies within whom. */
final class Branches {

    private final Handle handle;

    Branches(Handle handle) {
        this.handle = handle;
    }

    /** Hangs a body and all below it under another one; the parent of other days stays known. */
    void move(Organisation body, Organisation parent, LocalDate today, UUID by, OffsetDateTime at) {
        handle.createUpdate("update core.organisation set parent_id = :parent, updated_at = :at, updated_by = :by"
                        + " where id = :id")
                .bind("parent", parent.id())
                .bind("at", at)
                .bind("by", by)
                .bind("id", body.id())
                .execute();
        handle.createUpdate("update core.organisation set path = :above || substring(path from :begin)"
                        + " where id in (select organisation_id from core.organisation_within where ancestor_id = :id)")
                .bind("above", parent.path())
                .bind("begin", body.path().length() - OrganisationRows.own(body).length() + 1)
                .bind("id", body.id())
                .execute();
        handle.createUpdate("delete from core.organisation_within"
                        + " where organisation_id in (select organisation_id from core.organisation_within"
                        + " where ancestor_id = :id) and ancestor_id in (select ancestor_id"
                        + " from core.organisation_within where organisation_id = :id and ancestor_id <> :id)")
                .bind("id", body.id())
                .execute();
        handle.createUpdate("insert into core.organisation_within (ancestor_id, organisation_id)"
                        + " select above.ancestor_id, below.organisation_id from core.organisation_within above,"
                        + " core.organisation_within below"
                        + " where above.organisation_id = :parent and below.ancestor_id = :id")
                .bind("parent", parent.id())
                .bind("id", body.id())
                .execute();
        changeParent(body.id(), parent.id(), today);
    }

    private void changeParent(UUID id, UUID parent, LocalDate today) {
        handle.createUpdate("delete from core.organisation_parent where organisation_id = :id and valid_from >= :today")
                .bind("id", id)
                .bind("today", today)
                .execute();
        handle.createUpdate("update core.organisation_parent set valid_to = :before"
                        + " where organisation_id = :id and valid_to is null")
                .bind("id", id)
                .bind("before", today.minusDays(1))
                .execute();
        begin(id, parent, today);
    }

    /** @param from null: always */
    void begin(UUID id, UUID parent, LocalDate from) {
        handle.createUpdate("insert into core.organisation_parent (id, organisation_id, parent_id, valid_from)"
                        + " values (:id, :organisation, :parent, :from)")
                .bind("id", UUID.randomUUID())
                .bind("organisation", id)
                .bind("parent", parent)
                .bind("from", from)
                .execute();
    }
}
