package org.shishi.core.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import javax.sql.DataSource;

/** The one pool of the process. */
final class Pool {

    private static final int CONNECTIONS = 20;
    private static final int IDLE = 2;
    private static final long PATIENCE_MILLIS = 10_000;
    /** A database that starts together with the platform may need a moment. */
    static final Duration PATIENCE_AT_START = Duration.ofSeconds(10);

    private Pool() {}

    static HikariDataSource open(DataSource driver, DatabaseSettings settings, Duration patienceAtStart) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("shishi");
        config.setDataSource(driver);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(IDLE);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(patienceAtStart.toMillis());
        // With a schema of its own the pool puts back what a borrower changed: nobody reads another year's tables.
        config.setSchema(settings.postgres() ? "public" : "PUBLIC");
        if (!settings.postgres()) {
            config.setConnectionInitSql("SET LOCK_TIMEOUT 10000");
        }
        try {
            // The pool looks for its classes by the thread's loader.
            return ContextLoader.with(HikariDataSource.class.getClassLoader(), () -> new HikariDataSource(config));
        } catch (PoolInitializationException e) {
            throw new DatabaseUnavailableException(settings, e);
        }
    }
}
