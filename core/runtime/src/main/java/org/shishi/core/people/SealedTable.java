package org.shishi.core.people;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.shishi.core.crypto.FieldCipher;

/**
 * A column of sealed values outside of the registry.
 *
 * @param key columns that tell rows apart, the first one a uuid
 * @param place what the values were sealed for
 */
record SealedTable(String table, String column, List<String> key, Function<Row, String> place) {

    /** A row: its uuid, the rest of its key (null: none), its sealed value. */
    record Row(UUID id, String more, String sealed) {}

    static final List<SealedTable> ALL = List.of(
            new SealedTable("attachment", "name", List.of("id"), row -> "attachment/name/" + row.id()),
            new SealedTable(
                    "second_factor", "secret", List.of("account_id"), row -> "second_factor/secret/" + row.id()),
            new SealedTable("seal", "content", List.of("id"), row -> "seal/content/" + row.id()),
            new SealedTable(
                    "contact",
                    "address",
                    List.of("account_id", "channel"),
                    row -> "contact/" + row.more() + "/" + row.id()));

    long all(Handle handle) {
        return handle.createQuery("select count(*) from core." + table)
                .mapTo(Long.class)
                .one();
    }

    long sealedWith(Handle handle, String keyId) {
        return handle.createQuery("select count(*) from core." + table + " where " + column + " like :key")
                .bind("key", keyId + ":%")
                .mapTo(Long.class)
                .one();
    }

    /** Seals anew some rows that another key wrote. @return how many; 0: none is left */
    int reseal(Handle handle, FieldCipher cipher, String writing, int most) {
        List<Row> rows = handle.createQuery("select " + String.join(", ", key) + ", " + column + " from core." + table
                        + " where " + column + " is not null and " + column + " not like :fresh order by "
                        + key.getFirst()
                        + " limit :most")
                .bind("fresh", writing + ":%")
                .bind("most", most)
                .map((row, context) -> new Row(
                        row.getObject(1, UUID.class), key.size() > 1 ? row.getString(2) : null, row.getString(column)))
                .list();
        for (Row row : rows) {
            String where = key.size() > 1 ? " and " + key.get(1) + " = :more" : "";
            var update = handle.createUpdate("update core." + table + " set " + column + " = :next where "
                            + key.getFirst() + " = :id" + where + " and " + column + " = :sealed")
                    .bind("next", cipher.seal(place.apply(row), cipher.open(place.apply(row), row.sealed())))
                    .bind("id", row.id())
                    .bind("sealed", row.sealed());
            if (key.size() > 1) {
                update.bind("more", row.more());
            }
            update.execute();
        }
        return rows.size();
    }
}
