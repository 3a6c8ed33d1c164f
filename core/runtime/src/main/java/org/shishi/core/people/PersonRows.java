package org.shishi.core.people;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.core.crypto.BlindIndex;
import org.shishi.core.persistence.FastBatch;

/** The registry in the database. */
final class PersonRows {

    private static final int LOOK_UP_AT_ONCE = 500;
    private static final String INSERT = "insert into core.person (id, document_kind, document_index, index_key_id,"
            + " document, name, mobile, name_index, mobile_index, birth_date, sex, organisation_id, employment,"
            + " industry, is_member, version, created_at, created_by, updated_at, updated_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)";

    /** Indexes of a new row. */
    record Indexes(BlindIndex.Found document, String name, String mobile) {}

    /** A row to be written. */
    record Fresh(PersonRow row, Indexes indexes, UUID by, OffsetDateTime at) {}

    private final Handle handle;

    PersonRows(Handle handle) {
        this.handle = handle;
    }

    Optional<PersonRow> byId(UUID id) {
        return handle.createQuery("select " + PersonRow.COLUMNS + " from core.person p where p.id = :id")
                .bind("id", id)
                .map((row, context) -> PersonRow.of(row))
                .findOne();
    }

    Map<UUID, PersonRow> byIds(Collection<UUID> ids) {
        Map<UUID, PersonRow> found = new HashMap<>();
        chunks(ids, some -> handle.createQuery(
                        "select " + PersonRow.COLUMNS + " from core.person p where p.id in (<ids>)")
                .bindList("ids", some)
                .map((row, context) -> PersonRow.of(row))
                .forEach(row -> found.put(row.id(), row)));
        return found;
    }

    /** Ids by index. */
    Map<String, UUID> ids(Collection<String> indexes) {
        Map<String, UUID> found = new HashMap<>();
        chunks(indexes, some -> handle.createQuery(
                        "select document_index, id from core.person where document_index in (<indexes>)")
                .bindList("indexes", some)
                .map((row, context) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    private static <V> void chunks(Collection<V> values, java.util.function.Consumer<List<V>> work) {
        List<V> all = new ArrayList<>(values);
        for (int from = 0; from < all.size(); from += LOOK_UP_AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + LOOK_UP_AT_ONCE)));
        }
    }

    /** One taken index fails the statement. In the order of the indexes, so that two writers never wait for each other. */
    void insert(List<Fresh> people) {
        List<Fresh> sorted = people.stream()
                .sorted(java.util.Comparator.comparing(
                        fresh -> fresh.indexes().document().index()))
                .toList();
        FastBatch.run(handle, INSERT, sorted, (statement, fresh) -> {
            PersonRow row = fresh.row();
            int at = 0;
            statement.setObject(++at, row.id());
            statement.setString(++at, row.kind().name());
            statement.setString(++at, fresh.indexes().document().index());
            statement.setString(++at, fresh.indexes().document().keyId());
            statement.setString(++at, row.document());
            statement.setString(++at, row.name());
            statement.setString(++at, row.mobile());
            statement.setString(++at, fresh.indexes().name());
            statement.setString(++at, fresh.indexes().mobile());
            statement.setString(++at, row.birthDate());
            statement.setString(++at, row.sex());
            statement.setObject(++at, row.organisation());
            statement.setString(++at, row.employment());
            statement.setString(++at, row.industry());
            statement.setObject(++at, row.member(), java.sql.Types.BOOLEAN);
            statement.setObject(++at, fresh.at());
            statement.setObject(++at, fresh.by());
            statement.setObject(++at, fresh.at());
            statement.setObject(++at, fresh.by());
        });
    }

    /** Only where none is known. */
    void addMobile(UUID id, String mobile, String index, UUID by, OffsetDateTime at) {
        handle.createUpdate("update core.person set mobile = :mobile, mobile_index = :index, version = version + 1,"
                        + " updated_at = :at, updated_by = :by where id = :id and mobile is null")
                .bind("mobile", mobile)
                .bind("index", index)
                .bind("at", at)
                .bind("by", by)
                .bind("id", id)
                .execute();
    }

    /** Only where nothing is known yet. */
    void addFacts(UUID id, ReadyPerson person, UUID organisation) {
        handle.createUpdate("update core.person set organisation_id = coalesce(organisation_id, :organisation),"
                        + " employment = coalesce(employment, :employment), industry = coalesce(industry, :industry),"
                        + " is_member = coalesce(is_member, :member) where id = :id")
                .bindByType("organisation", organisation, UUID.class)
                .bind(
                        "employment",
                        person.draft().employment() == null
                                ? null
                                : person.draft().employment().name())
                .bind("industry", person.draft().industry())
                .bind("member", person.draft().member())
                .bind("id", id)
                .execute();
    }
}
