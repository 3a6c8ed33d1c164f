package org.shishi.core.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An opened database: pool, transactions and the core's schema in its newest state. */
final class CorePersistence implements ProgrammeDatabases, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CorePersistence.class);

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

    /** @throws DatabaseUnavailableException when it does not answer, or its tables cannot be brought up to date */
    static CorePersistence open(DataSource driver, DatabaseSettings settings, Duration patience) {
        CorePersistence opened =
                new CorePersistence(Pool.open(driver, settings, patience), driver, settings.postgres());
        try {
            opened.migrations.migrateCore();
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            LOG.error("The core's tables could not be brought up to date", e);
            throw new DatabaseUnavailableException(settings, e);
        }
    }

    /** As {@link #open}, of a database whose core schema is known to be in its newest state. */
    static CorePersistence migrated(DataSource driver, DatabaseSettings settings) {
        return new CorePersistence(Pool.open(driver, settings, Pool.PATIENCE_AT_START), driver, settings.postgres());
    }

    @Override
    public int migrate(Unit unit) {
        return migrations.migrate(unit);
    }

    @Override
    public int pending(Unit unit) {
        return migrations.pending(unit);
    }

    @Override
    public Opened open(Unit unit, ColumnSeal seal) {
        List<SealedColumn> columns = SealedColumn.of(unit.schema(), UnitFactory.entities(unit));
        int clear = SealedColumns.ready(core, columns, seal);
        if (clear > 0) {
            LOG.info("{} values that stood in clear in {} are sealed", clear, unit.schema());
        }
        RowEvents events = new RowEvents();
        return new ProgrammeDatabase(
                unit,
                transactions,
                UnitFactory.build(unit, transactions, core.postgres(), session -> {
                    columns.forEach(column -> column.convert(session, seal));
                    events.listenTo(session);
                }),
                events);
    }

    CoreDatabase core() {
        return core;
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
