package org.shishi.testbed.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, empty database of one test class. Closing it drops it.
 *
 * @param kind which product it is
 * @param url the JDBC address, as the product takes it
 * @param user the owner
 * @param password the owner's password, possibly empty
 */
public record TestDatabase(DatabaseKind kind, String url, String user, String password) implements AutoCloseable {

    /** Creates one; the first on PostgreSQL starts the server. */
    public static TestDatabase create(DatabaseKind kind) throws SQLException {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        return switch (kind) {
            case H2 -> new TestDatabase(kind, "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
            case POSTGRESQL -> PostgresServer.running().createDatabase(name);
        };
    }

    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Without the driver manager, which knows only the drivers of whoever asks it first: that may be a bundle. */
    public DataSource dataSource() {
        return switch (kind) {
            case H2 -> {
                JdbcDataSource source = new JdbcDataSource();
                source.setUrl(url);
                source.setUser(user);
                source.setPassword(password);
                yield source;
            }
            case POSTGRESQL -> {
                PGSimpleDataSource source = new PGSimpleDataSource();
                source.setUrl(url);
                source.setUser(user);
                source.setPassword(password);
                yield source;
            }
        };
    }

    @Override
    public void close() throws SQLException {
        if (kind == DatabaseKind.POSTGRESQL) {
            PostgresServer.running().dropDatabase(url.substring(url.lastIndexOf('/') + 1));
            return;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
