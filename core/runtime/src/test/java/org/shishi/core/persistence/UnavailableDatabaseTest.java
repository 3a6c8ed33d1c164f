package org.shishi.core.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that cannot be used is told in one sentence, without its password. */
class UnavailableDatabaseTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    @Test
    void saysWhereItLookedAndWhatToDo() {
        String url = "jdbc:postgresql://127.0.0.1:1/nowhere?user=shishi&password=hidden";
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL(url);
        DatabaseSettings settings = new DatabaseSettings(url, "shishi", "hidden");

        String said = assertThrows(
                        DatabaseUnavailableException.class, () -> CorePersistence.open(nowhere, settings, AT_ONCE))
                .getMessage();

        assertTrue(said.startsWith("The database jdbc:postgresql://127.0.0.1:1/nowhere"), said);
        assertTrue(said.contains("shishi.db.url"), said);
        assertEquals(1, said.lines().count(), said);
        assertFalse(said.contains("hidden"), said);
        assertFalse(settings.toString().contains("hidden"));
    }

    @Test
    void saysWhenItsTablesAreNotTheCores() throws SQLException {
        JdbcDataSource foreign = new JdbcDataSource();
        foreign.setURL("jdbc:h2:mem:foreign;DB_CLOSE_DELAY=-1");
        foreign.setUser("sa");
        try (Connection connection = foreign.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema core");
            statement.execute("create table core.programme (x integer)");

            String said = assertThrows(
                            DatabaseUnavailableException.class,
                            () -> CorePersistence.open(
                                    foreign, new DatabaseSettings(foreign.getURL(), "sa", ""), AT_ONCE))
                    .getMessage();

            assertTrue(said.startsWith("The database jdbc:h2:mem:foreign"), said);
            statement.execute("shutdown");
        }
    }
}
