package org.shishi.testkit.contract.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.persistence.platform.database.H2Platform;
import org.h2.jdbcx.JdbcDataSource;

/** The two databases of the platform: one in memory, one real server for the whole test run. */
public enum TestServer {
    H2 {
        @Override
        DataSource fresh() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:contract" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
            source.setUser("sa");
            return source;
        }

        @Override
        String platform() {
            return H2Platform.class.getName();
        }
    },
    POSTGRESQL {
        @Override
        DataSource fresh() {
            return Server.RUNNING.getPostgresDatabase();
        }

        @Override
        String platform() {
            return PostgresWithUuids.class.getName();
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Started when it is needed first. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
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
    }

    abstract DataSource fresh();

    abstract String platform();

    /** As the database writes names that nobody quotes. */
    String name(String word) {
        return this == H2 ? word.toUpperCase(java.util.Locale.ROOT) : word;
    }
}
