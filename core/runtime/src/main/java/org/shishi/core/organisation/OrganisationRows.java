package org.shishi.core.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;

/** The tree in the database. Changes lock it first, so that they follow one another on all nodes. */
public final class OrganisationRows {

    private final Handle handle;

    public OrganisationRows(Handle handle) {
        this.handle = handle;
    }

    UUID stamp() {
        return handle.createQuery("select stamp from core.organisation_stamp where id = 1")
                .mapTo(UUID.class)
                .one();
    }

    /** Until the end of the transaction nobody else changes the tree; every copy of it is old afterwards. */
    public void lock() {
        handle.createUpdate("update core.organisation_stamp set stamp = :stamp where id = 1")
                .bind("stamp", UUID.randomUUID())
                .execute();
    }

    public boolean any() {
        return handle.createQuery("select id from core.organisation limit 1")
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    public List<Organisation> all() {
        Map<UUID, List<String>> aliases = new HashMap<>();
        handle.createQuery("select organisation_id, name from core.organisation_alias order by organisation_id, place")
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .forEach(alias -> aliases.computeIfAbsent(alias.getKey(), id -> new ArrayList<>())
                        .add(alias.getValue()));
        return handle.createQuery("select * from core.organisation")
                .map((row, context) -> body(row, aliases.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    public Optional<Organisation> find(UUID id) {
        List<String> aliases = handle.createQuery(
                        "select name from core.organisation_alias where organisation_id = :id order by place")
                .bind("id", id)
                .mapTo(String.class)
                .list();
        return handle.createQuery("select * from core.organisation where id = :id")
                .bind("id", id)
                .map((row, context) -> body(row, aliases))
                .findOne();
    }

    Optional<Organisation> district(District district) {
        return handle
                .createQuery("select * from core.organisation where type = 'DISTRICT' and district = :district")
                .bind("district", district.code())
                .map((row, context) -> body(row, List.of()))
                .stream()
                .findFirst();
    }

    /** From the body itself up to the city: ids with their parents'. */
    Map<UUID, Optional<UUID>> ancestors(UUID id) {
        Map<UUID, Optional<UUID>> found = new HashMap<>();
        handle.createQuery("select o.id, o.parent_id from core.organisation_within w"
                        + " join core.organisation o on o.id = w.ancestor_id where w.organisation_id = :id")
                .bind("id", id)
                .map((row, context) ->
                        Map.entry(row.getObject(1, UUID.class), Optional.ofNullable(row.getObject(2, UUID.class))))
                .forEach(node -> found.put(node.getKey(), node.getValue()));
        return found;
    }

    /** With the code, whatever its letters' case. */
    Optional<UUID> coded(String code) {
        return handle.createQuery("select id from core.organisation where code = :code")
                .bind("code", code)
                .mapTo(UUID.class)
                .findOne();
    }

    List<Organisation> children(UUID parent) {
        return handle.createQuery("select * from core.organisation where parent_id = :parent order by name_key, id")
                .bind("parent", parent)
                .map((row, context) -> body(row, List.of()))
                .list();
    }

    /** A body's own id and those of all below it. */
    List<Organisation> within(UUID id) {
        return handle.createQuery("select o.* from core.organisation_within w"
                        + " join core.organisation o on o.id = w.organisation_id where w.ancestor_id = :id"
                        + " order by o.path")
                .bind("id", id)
                .map((row, context) -> body(row, List.of()))
                .list();
    }

    List<Organisation> siblingsNamed(Organisation body) {
        return handle.createQuery("select * from core.organisation"
                        + " where parent_id = :parent and name_key = :key and id <> :id")
                .bind("parent", body.parentId())
                .bind("key", NameKey.of(body.name()))
                .bind("id", body.id())
                .map((row, context) -> body(row, List.of()))
                .list();
    }

    public void insert(Organisation body, UUID by, OffsetDateTime at) {
        handle.createUpdate("insert into core.organisation (id, type, name, name_key, parent_id, path, district,"
                        + " suburban, valid_from, valid_to, code, updated_at, updated_by) values (:id, :type, :name, :key,"
                        + " :parent, :path, :district, :suburban, :from, :to, :code, :at, :by)")
                .bind("id", body.id())
                .bind("type", body.type())
                .bind("name", body.name())
                .bind("key", NameKey.of(body.name()))
                .bind("parent", body.parentId())
                .bind("path", body.path())
                .bind("district", code(body))
                .bind("suburban", body.suburban())
                .bind("from", body.validFrom())
                .bind("to", body.validTo())
                .bind("code", body.code())
                .bind("at", at)
                .bind("by", by)
                .execute();
        insertAliases(body);
        handle.createUpdate("insert into core.organisation_within (ancestor_id, organisation_id)"
                        + " select ancestor_id, cast(:id as uuid) from core.organisation_within"
                        + " where organisation_id = :parent union all select cast(:id as uuid), cast(:id as uuid)")
                .bind("id", body.id())
                .bind("parent", body.parentId())
                .execute();
        new Branches(handle).begin(body.id(), body.parentId(), body.validFrom());
    }

    public void update(Organisation body, UUID by, OffsetDateTime at) {
        handle.createUpdate("update core.organisation set name = :name, name_key = :key, district = :district,"
                        + " suburban = :suburban, valid_from = :from, valid_to = :to, code = :code, updated_at = :at,"
                        + " updated_by = :by where id = :id")
                .bind("id", body.id())
                .bind("name", body.name())
                .bind("key", NameKey.of(body.name()))
                .bind("district", code(body))
                .bind("suburban", body.suburban())
                .bind("from", body.validFrom())
                .bind("to", body.validTo())
                .bind("code", body.code())
                .bind("at", at)
                .bind("by", by)
                .execute();
        handle.createUpdate("delete from core.organisation_alias where organisation_id = :id")
                .bind("id", body.id())
                .execute();
        insertAliases(body);
    }

    private void insertAliases(Organisation body) {
        if (body.aliases().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into core.organisation_alias"
                + " (organisation_id, place, name, name_key) values (:id, :place, :name, :key)");
        for (int place = 0; place < body.aliases().size(); place++) {
            String name = body.aliases().get(place);
            batch.bind("id", body.id())
                    .bind("place", place)
                    .bind("name", name)
                    .bind("key", NameKey.of(name))
                    .add();
        }
        batch.execute();
    }

    /** The last part of a body's path. */
    static String own(Organisation body) {
        return body.id() + "/";
    }

    private static String code(Organisation body) {
        return body.district() == null ? null : body.district().code();
    }

    private static Organisation body(ResultSet row, List<String> aliases) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                OrgType.valueOf(row.getString("type")),
                row.getString("name"),
                aliases,
                row.getObject("parent_id", UUID.class),
                row.getString("path"),
                Optional.ofNullable(row.getString("district"))
                        .flatMap(District::byCode)
                        .orElse(null),
                row.getBoolean("suburban"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("code"));
    }
}
