package org.shishi.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.persistence.SealedColumns;

/**
 * A column of sealed values outside of the registry.
 *
 * @param table with its schema
 * @param key columns that tell rows apart, the first one a uuid
 * @param place what the values were sealed for
 */
record SealedTable(String table, String column, List<String> key, Function<Row, String> place) {

    /** A row: its uuid, the rest of its key (null: none), its sealed value. */
    record Row(UUID id, String more, String sealed) {}

    private static final List<SealedTable> OWN = List.of(
            new SealedTable("core.attachment", "name", List.of("id"), row -> "attachment/name/" + row.id()),
            new SealedTable(
                    "core.second_factor", "secret", List.of("account_id"), row -> "second_factor/secret/" + row.id()),
            new SealedTable("core.seal", "content", List.of("id"), row -> "seal/content/" + row.id()),
            new SealedTable("core.seal", "persons", List.of("id"), row -> "seal/persons/" + row.id()),
            new SealedTable(
                    "core.contact",
                    "address",
                    List.of("account_id", "channel"),
                    row -> "contact/" + row.more() + "/" + row.id()));

    /** Those of the core, and those of programmes, whether they are open or away. */
    static List<SealedTable> every(Handle handle) {
        List<SealedTable> all = new ArrayList<>(OWN);
        SealedColumns.known(handle)
                .forEach(known -> all.add(new SealedTable(
                        known.schema() + "." + known.table(), known.column(), List.of("id"), row -> known.place())));
        return all;
    }

    long all(Handle handle) {
        return handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one();
    }

    long sealedWith(Handle handle, String keyId) {
        return handle.createQuery("select count(*) from " + table + " where " + column + " like :key")
                .bind("key", keyId + ":%")
                .mapTo(Long.class)
                .one();
    }

    /** Seals anew some rows that another key wrote. @return how many; 0: none is left */
    int reseal(Handle handle, FieldCipher cipher, String writing, int most) {
        List<Row> rows = handle.createQuery("select " + String.join(", ", key) + ", " + column + " from " + table
                        + " where " + column + " is not null and " + column + " not like :fresh and " + column
                        + " <> :gone order by "
                        + key.getFirst()
                        + " limit :most")
                .bind("fresh", writing + ":%")
                .bind("gone", SealedColumns.GONE)
                .bind("most", most)
                .map((row, context) -> new Row(
                        row.getObject(1, UUID.class), key.size() > 1 ? row.getString(2) : null, row.getString(column)))
                .list();
        for (Row row : rows) {
            String where = key.size() > 1 ? " and " + key.get(1) + " = :more" : "";
            var update = handle.createUpdate("update " + table + " set " + column + " = :next where " + key.getFirst()
                            + " = :id" + where + " and " + column + " = :sealed")
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
