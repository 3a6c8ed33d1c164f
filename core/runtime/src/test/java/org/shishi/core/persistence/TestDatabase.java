package org.shishi.core.persistence;

import javax.sql.DataSource;

/** An opened database of one test, see {@link TestDatabases}. */
public final class TestDatabase implements AutoCloseable {

    private final CorePersistence persistence;
    private final DatabaseSettings settings;
    private final Runnable drop;

    TestDatabase(CorePersistence persistence, DatabaseSettings settings, Runnable drop) {
        this.persistence = persistence;
        this.settings = settings;
        this.drop = drop;
    }

    public CoreDatabase core() {
        return persistence.core();
    }

    public DataSource dataSource() {
        return persistence.pool();
    }

    public boolean postgres() {
        return settings.postgres();
    }

    public String url() {
        return settings.url();
    }

    public ProgrammeDatabases programmes() {
        return persistence;
    }

    @Override
    public void close() {
        persistence.close();
        drop.run();
    }
}
