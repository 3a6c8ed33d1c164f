package org.shishi.core.people;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.shishi.core.crypto.BlindIndex;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.persistence.DatabaseException;
import org.shishi.core.persistence.FastBatch;

/** Seals chunks of the registry anew. A row that somebody changes meanwhile is left alone; the next round finds it. */
final class PersonReseal {

    /** What a chunk did. @param last the last row looked at; null: there was none */
    record Chunk(UUID last, int rows) {}

    private record Sealed(
            UUID id, long version, String document, String name, String mobile, String birthDate, String kind) {}

    /** Four values to be written, and for which state of which row. */
    private record Next(UUID id, long version, String one, String two, String three, String four) {}

    private final Handle handle;
    private final boolean postgres;
    private final FieldCipher cipher;
    private final BlindIndex index;

    PersonReseal(Handle handle, boolean postgres, FieldCipher cipher, BlindIndex index) {
        this.handle = handle;
        this.postgres = postgres;
        this.cipher = cipher;
        this.index = index;
    }

    Chunk fields(UUID after, int most) {
        List<Sealed> rows = rows("", after, most);
        write(
                List.of("document", "name", "mobile", "birth_date"),
                rows.stream()
                        .filter(row -> !(cipher.fresh(row.document)
                                && cipher.fresh(row.name)
                                && cipher.fresh(row.mobile)
                                && cipher.fresh(row.birthDate)))
                        .map(this::resealed)
                        .toList());
        return chunk(rows);
    }

    Chunk indexes(UUID after, int most, String writing) {
        List<Sealed> rows = rows(" and index_key_id <> :writing", after, most, writing);
        write(
                List.of("document_index", "name_index", "mobile_index", "index_key_id"),
                rows.stream().map(row -> indexed(row, writing)).toList());
        return chunk(rows);
    }

    private static Chunk chunk(List<Sealed> rows) {
        return new Chunk(rows.isEmpty() ? null : rows.getLast().id(), rows.size());
    }

    private List<Sealed> rows(String more, UUID after, int most, String... writing) {
        var query = handle.createQuery("select id, version, document, name, mobile, birth_date, document_kind"
                        + " from core.person where pseudonymised_at is null" + more
                        + (after == null ? "" : " and id > :after") + " order by id limit :most")
                .bind("most", most);
        if (after != null) {
            query.bind("after", after);
        }
        if (writing.length > 0) {
            query.bind("writing", writing[0]);
        }
        return query.map((row, context) -> new Sealed(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    private Next resealed(Sealed row) {
        Function<String, String> same = column -> PersonRow.place(column, row.id);
        return new Next(
                row.id,
                row.version,
                again(same.apply("document"), row.document),
                again(same.apply("name"), row.name),
                again(same.apply("mobile"), row.mobile),
                again(same.apply("birth_date"), row.birthDate));
    }

    private String again(String place, String sealed) {
        return sealed == null ? null : cipher.seal(place, cipher.open(place, sealed));
    }

    private Next indexed(Sealed row, String writing) {
        String mobile = cipher.open(PersonRow.place("mobile", row.id), row.mobile);
        return new Next(
                row.id,
                row.version,
                index.with(writing, row.kind, cipher.open(PersonRow.place("document", row.id), row.document)),
                index.with(writing, PersonBook.NAME, cipher.open(PersonRow.place("name", row.id), row.name)),
                mobile == null ? null : index.with(writing, PersonBook.MOBILE, mobile),
                writing);
    }

    private void write(List<String> columns, List<Next> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (postgres) {
            atOnce(columns, rows);
        } else {
            FastBatch.run(
                    handle,
                    "update core.person set " + String.join(" = ?, ", columns) + " = ? where id = ? and version = ?",
                    rows,
                    (statement, row) -> {
                        statement.setString(1, row.one());
                        statement.setString(2, row.two());
                        statement.setString(3, row.three());
                        statement.setString(4, row.four());
                        statement.setObject(5, row.id());
                        statement.setLong(6, row.version());
                    });
        }
    }

    /** One statement for a chunk: a third of the time of a batch of statements. */
    private void atOnce(List<String> columns, List<Next> rows) {
        String sets = String.join(
                ", ",
                List.of(
                        columns.get(0) + " = v.a",
                        columns.get(1) + " = v.b",
                        columns.get(2) + " = v.c",
                        columns.get(3) + " = v.d"));
        String sql = "update core.person p set " + sets + " from unnest(?, ?, ?, ?, ?, ?) as v(id, version, a, b, c, d)"
                + " where p.id = v.id and p.version = v.version";
        Connection connection = handle.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, "uuid", rows, Next::id));
            statement.setArray(2, array(connection, "bigint", rows, Next::version));
            statement.setArray(3, array(connection, "varchar", rows, Next::one));
            statement.setArray(4, array(connection, "varchar", rows, Next::two));
            statement.setArray(5, array(connection, "varchar", rows, Next::three));
            statement.setArray(6, array(connection, "varchar", rows, Next::four));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("a chunk of persons could not be sealed anew", e);
        }
    }

    private static Array array(Connection connection, String type, List<Next> rows, Function<Next, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
