package org.shishi.core.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Fresh databases with the core's newest schema, one per call; close them.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource
 * void keeps(TestDatabases.Kind kind) {
 *     try (TestDatabase db = TestDatabases.open(kind)) {
 *         db.core().transact(handle -> ...);
 *     }
 * }
 * }</pre>
 */
public final class TestDatabases {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE = "shishi_template";

    /** The two databases that the platform supports. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    /** One PostgreSQL server for all tests of this JVM, with one migrated database that the others are copied from. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                run(server, "create database " + TEMPLATE);
                String url = server.getJdbcUrl("postgres", TEMPLATE);
                new Migrations(source(url), true).migrateCore();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void run(EmbeddedPostgres server, String sql) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static DataSource source(String url) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(url);
            return source;
        }
    }

    /** What makes an empty H2 database one with the core's newest schema. */
    private static final class H2Script {

        private static final List<String> STATEMENTS = write();

        private static List<String> write() {
            String url = "jdbc:h2:mem:template;DB_CLOSE_DELAY=-1";
            JdbcDataSource template = h2Source(url);
            new Migrations(template, false).migrateCore();
            try (Connection connection = template.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet lines = statement.executeQuery("script")) {
                List<String> all = new ArrayList<>();
                while (lines.next()) {
                    // The user is there already.
                    if (!lines.getString(1).startsWith("CREATE USER")) {
                        all.add(lines.getString(1));
                    }
                }
                return all;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                shutdown(url);
            }
        }

        private static void run(DataSource empty) {
            try (Connection connection = empty.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String line : STATEMENTS) {
                    statement.execute(line);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private TestDatabases() {}

    public static TestDatabase open(Kind kind) {
        return kind == Kind.H2 ? h2() : postgresql();
    }

    /** In memory. */
    public static TestDatabase h2() {
        DatabaseSettings settings =
                new DatabaseSettings("jdbc:h2:mem:t" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "sa", "");
        JdbcDataSource driver = h2Source(settings.driverUrl());
        H2Script.run(driver);
        return new TestDatabase(
                CorePersistence.migrated(driver, settings), settings, () -> shutdown(settings.driverUrl()));
    }

    /** Any H2 database, for example a file. */
    public static TestDatabase h2(String url) {
        DatabaseSettings settings = new DatabaseSettings(url, "sa", "");
        JdbcDataSource driver = h2Source(settings.driverUrl());
        return new TestDatabase(
                CorePersistence.open(driver, settings, Pool.PATIENCE_AT_START),
                settings,
                () -> shutdown(settings.driverUrl()));
    }

    private static JdbcDataSource h2Source(String url) {
        JdbcDataSource driver = new JdbcDataSource();
        driver.setURL(url);
        driver.setUser("sa");
        return driver;
    }

    public static TestDatabase postgresql() {
        String name = "t" + COUNT.incrementAndGet();
        Server.run(Server.RUNNING, "create database " + name + " template " + TEMPLATE);
        String url = Server.RUNNING.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
        DatabaseSettings settings = new DatabaseSettings(url, "", "");
        return new TestDatabase(
                CorePersistence.migrated(Server.source(url), settings),
                settings,
                () -> Server.run(Server.RUNNING, "drop database " + name + " with (force)"));
    }

    private static void shutdown(String url) {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
