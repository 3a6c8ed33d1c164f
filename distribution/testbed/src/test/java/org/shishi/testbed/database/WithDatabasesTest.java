package org.shishi.testbed.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithDatabases
record WithDatabasesTest(TestDatabase database) {

    private static final Map<DatabaseKind, TestDatabase> SEEN = new EnumMap<>(DatabaseKind.class);

    @BeforeParameterizedClassInvocation
    static void prepare(TestDatabase database) throws SQLException {
        assertNull(SEEN.put(database.kind(), database), "once for each database");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table union_member (name varchar(20) primary key)");
            statement.execute("insert into union_member values ('示例甲')");
        }
    }

    @AfterAll
    static void everyDatabaseWasUsedAndIsGone() {
        assertEquals(Set.of(DatabaseKind.values()), SEEN.keySet());
        assertThrows(SQLException.class, SEEN.get(DatabaseKind.POSTGRESQL)::connect);
    }

    @Test
    void isTheDatabaseItSays() throws SQLException {
        assertSame(SEEN.get(database.kind()), database);
        try (Connection connection = database.connect()) {
            assertEquals(database.kind().toString(), connection.getMetaData().getDatabaseProductName());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "示例甲")
    void keepsWhatWasPrepared(String name) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from union_member")) {
            assertTrue(rows.next());
            assertEquals(name, rows.getString(1));
        }
    }
}
