package org.shishi.core.persistence;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * What programmes keep sealed: written down, so that changes of keys find it while a programme is away; rows from before a
 * column was sealed are sealed before its programme opens, a chunk in a transaction.
 */
public final class SealedColumns {

    /** A column as it is written down. */
    public record Known(String schema, String table, String column) {

        /** What its values are sealed for. */
        public String place() {
            return SealedColumn.place(schema, table, column);
        }
    }

    /** What stands in the place of a value whose retention has ended; sealed with nothing, since it says nothing. */
    public static final String GONE = "***";

    private static final int CHUNK = 500;
    /** Key, nonce, tag: shorter is no sealed value. */
    private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9_.-]+:[A-Za-z0-9+/]{38,}");

    private record Row(UUID id, String value) {}

    private SealedColumns() {}

    /** Of all programmes, whose rows are sealed; what somebody has dropped from the database is nobody's any more. */
    public static List<Known> known(Handle handle) {
        return handle.createQuery("select s.schema_name, s.table_name, s.column_name from core.sealed_column s"
                        + " join information_schema.columns c on lower(c.table_schema) = s.schema_name"
                        + " and lower(c.table_name) = s.table_name and lower(c.column_name) = s.column_name"
                        + " order by 1, 2, 3")
                .map((row, context) -> new Known(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** @return how many values stood in clear */
    static int ready(CoreDatabase core, List<SealedColumn> columns, ColumnSeal seal) {
        int sealed = 0;
        for (SealedColumn column : columns) {
            if (!done(core, column)) {
                sealed += sealed(core, column, seal);
            }
        }
        return sealed;
    }

    private static boolean done(CoreDatabase core, SealedColumn column) {
        return core.read(handle -> handle.createQuery("select count(*) from core.sealed_column"
                                + " where schema_name = :schema and table_name = :table and column_name = :column")
                        .bind("schema", column.schema())
                        .bind("table", column.table())
                        .bind("column", column.column())
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    private static int sealed(CoreDatabase core, SealedColumn column, ColumnSeal seal) {
        int sealed = 0;
        UUID last = null;
        List<Row> rows;
        do {
            UUID after = last;
            rows = core.transact(handle -> chunk(handle, column, seal, after));
            sealed += (int) rows.stream().filter(row -> inClear(row.value())).count();
            last = rows.isEmpty() ? null : rows.getLast().id();
        } while (rows.size() == CHUNK);
        core.transact(handle -> {
            // Another node may have come here at the same moment.
            Inserts.unlessTaken(
                    handle, () -> handle.createUpdate("insert into core.sealed_column (schema_name, table_name,"
                                    + " column_name, sealed_at) values (:schema, :table, :column, :now)")
                            .bind("schema", column.schema())
                            .bind("table", column.table())
                            .bind("column", column.column())
                            .bind("now", OffsetDateTime.now(java.time.Clock.systemUTC()))
                            .execute());
            return null;
        });
        return sealed;
    }

    private static List<Row> chunk(Handle handle, SealedColumn column, ColumnSeal seal, UUID after) {
        String table = column.schema() + "." + column.table();
        var query = handle.createQuery("select id, " + column.column() + " from " + table + " where " + column.column()
                        + " is not null" + (after == null ? "" : " and id > :after") + " order by id limit :most")
                .bind("most", CHUNK);
        if (after != null) {
            query.bind("after", after);
        }
        List<Row> rows = query.map((row, context) -> new Row(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        for (Row row : rows) {
            if (inClear(row.value())) {
                handle.createUpdate("update " + table + " set " + column.column() + " = :sealed where id = :id and "
                                + column.column() + " = :clear")
                        .bind("sealed", seal.seal(column.place(), row.value()))
                        .bind("id", row.id())
                        .bind("clear", row.value())
                        .execute();
            }
        }
        return rows;
    }

    private static boolean inClear(String value) {
        return !value.equals(GONE) && !SEALED.matcher(value).matches();
    }
}
