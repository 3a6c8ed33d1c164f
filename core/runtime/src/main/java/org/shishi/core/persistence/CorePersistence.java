package org.shishi.core.persistence;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** An opened database: pool, transactions and the core's schema in its newest state. */
final class CorePersistence implements AutoCloseable {

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final Migrations migrations;
    private final CoreDatabase core;

    private CorePersistence(HikariDataSource pool, DataSource driver, boolean postgres) {
        this.pool = pool;
        this.transactions = new Transactions(pool);
        this.migrations = new Migrations(driver, postgres);
        this.core = new JdbiCoreDatabase(transactions, pool, postgres);
    }

    /** @throws DatabaseUnavailableException when it does not answer */
    static CorePersistence open(DataSource driver, DatabaseSettings settings) {
        CorePersistence opened = new CorePersistence(Pool.open(driver, settings), driver, settings.postgres());
        try {
            opened.migrations.migrateCore();
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    CoreDatabase core() {
        return core;
    }

    Transactions transactions() {
        return transactions;
    }

    Migrations migrations() {
        return migrations;
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
