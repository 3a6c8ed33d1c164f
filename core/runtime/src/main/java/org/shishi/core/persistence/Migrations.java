package org.shishi.core.persistence;

import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a schema to the state its owner expects; each schema keeps its own history. */
final class Migrations {

    /** The core's own schema. */
    static final String CORE = "core";

    private static final String CORE_SCRIPTS = "org/shishi/core/db/migration";

    private final DataSource dataSource;
    private final boolean postgres;

    /** @param dataSource not pooled: the tool changes the search path of its connections */
    Migrations(DataSource dataSource, boolean postgres) {
        this.dataSource = dataSource;
        this.postgres = postgres;
    }

    void migrateCore() {
        migrate(CORE, Migrations.class.getClassLoader(), CORE_SCRIPTS);
    }

    /**
     * Creates the schema if it is missing and runs the scripts it has not seen.
     *
     * @param scripts folder of the loader's class path
     * @return how many scripts ran
     */
    int migrate(String schema, ClassLoader loader, String scripts) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Flyway.class.getClassLoader());
        try {
            MigrateResult result = Flyway.configure(loader)
                    .dataSource(dataSource)
                    .locations("classpath:" + scripts)
                    .failOnMissingLocations(true)
                    .schemas(nameIn(schema))
                    .createSchemas(true)
                    .cleanDisabled(true)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
            return result.migrationsExecuted;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The tool quotes names; everybody else does not, and then H2 means capital letters. */
    private String nameIn(String schema) {
        return postgres ? schema : schema.toUpperCase(Locale.ROOT);
    }
}
