package org.shishi.testbed.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A real PostgreSQL server, unpacked from an artifact and started by the first test that asks, at a free port; one for
 * the JVM, gone with it. Needs nothing installed and runs as root too.
 */
public final class PostgresServer {

    private static final String OWNER = "postgres";

    private static PostgresServer running;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static synchronized PostgresServer running() {
        if (running == null) {
            try {
                running = new PostgresServer(EmbeddedPostgres.builder()
                        .setCleanDataDirectory(true)
                        .setServerConfig("max_connections", "200")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
        return running;
    }

    public int port() {
        return server.getPort();
    }

    /** Creates an empty database; the name must be a plain SQL identifier. */
    TestDatabase createDatabase(String name) throws SQLException {
        execute("create database " + name + " encoding 'UTF8'");
        return new TestDatabase(
                DatabaseKind.POSTGRESQL, "jdbc:postgresql://localhost:" + port() + "/" + name, OWNER, "");
    }

    void dropDatabase(String name) throws SQLException {
        execute("drop database if exists " + name + " with (force)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
