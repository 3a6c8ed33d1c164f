package org.shishi.testkit.contract.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.testkit.contract.BuiltProgramme;
import org.shishi.testkit.contract.Faults;

/** Lists of hundreds of thousands of rows are paged by key: what they can be sorted by has an index. */
final class SortIndexes {

    private SortIndexes() {}

    static void check(BuiltProgramme programme, TestServer server, String schema, DataSource database, Faults faults) {
        try (Connection connection = database.getConnection()) {
            for (RecordType<?> type : programme.descriptor().records()) {
                Table table = type.entity().getAnnotation(Table.class);
                if (table == null) {
                    continue;
                }
                Set<String> indexed = firstColumns(connection, server.name(schema), server.name(table.name()));
                for (Field<?, ?> field : type.fields()) {
                    column(type.entity(), field)
                            .filter(column -> field.isSorted() && !indexed.contains(server.name(column)))
                            .ifPresent(column -> faults.add(
                                    type.id() + "." + field.name() + " is sorted and has no index",
                                    "src/main/resources/db/migration",
                                    "add: create index " + table.name() + "_" + column + " on " + table.name() + " ("
                                            + column + ", id)"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> firstColumns(Connection connection, String schema, String table) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (ResultSet indexes = connection.getMetaData().getIndexInfo(null, schema, table, false, true)) {
            while (indexes.next()) {
                if (indexes.getShort("ORDINAL_POSITION") == 1) {
                    columns.add(indexes.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    /** Empty for a path that is no attribute of the entity itself. */
    private static Optional<String> column(Class<?> entity, Field<?, ?> field) {
        try {
            return Optional.ofNullable(entity.getDeclaredField(field.path()).getAnnotation(Column.class))
                    .map(Column::name);
        } catch (NoSuchFieldException e) {
            return Optional.empty();
        }
    }
}
