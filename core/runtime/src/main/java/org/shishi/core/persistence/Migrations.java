package org.shishi.core.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a schema to the state its owner expects; each schema keeps its own history. */
final class Migrations {

    /** The core's own schema. */
    static final String CORE = "core";

    private static final String CORE_SCRIPTS = "org/shishi/core/db/migration";
    private static final String HISTORY = "flyway_schema_history";
    private static final String PROGRAMME_SCRIPTS = "db/migration";

    private final DataSource dataSource;
    private final boolean postgres;

    /**
     * Two threads that change tables at once can lock each other out in H2 (2.4.240): one has its monitor of the database
     * and waits for the lock of its catalogue, the other the other way round, until time is up.
     */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** @param dataSource not pooled: the tool changes the search path of its connections */
    Migrations(DataSource dataSource, boolean postgres) {
        this.dataSource = dataSource;
        this.postgres = postgres;
    }

    void migrateCore() {
        run(CORE, of(Migrations.class.getClassLoader(), CORE_SCRIPTS), Flyway::migrate);
    }

    /** @throws ChangedScriptsException when a script that has run is another one now, or gone */
    int migrate(ProgrammeDatabases.Unit unit) {
        if (scriptless(unit)) {
            return 0;
        }
        forgetFailures(unit.schema());
        return run(unit.schema(), scripts(unit), Migrations::migrate).migrationsExecuted;
    }

    private static MigrateResult migrate(Flyway flyway) {
        try {
            return flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new ChangedScriptsException(changed(flyway), e);
        }
    }

    private static List<String> changed(Flyway flyway) {
        return flyway.validateWithResult().invalidMigrations.stream()
                .map(script -> script.filepath == null || script.filepath.isBlank()
                        ? "V" + script.version
                        : script.filepath.substring(script.filepath.lastIndexOf('/') + 1))
                .toList();
    }

    /**
     * A script that failed must not bar the version before it, which never had it, nor its mended successor. The tool's own
     * repair would do more than that: it also forgets scripts of later versions that ran well.
     */
    private void forgetFailures(String schema) {
        try (Connection connection = dataSource.getConnection();
                ResultSet history = connection.getMetaData().getTables(null, nameIn(schema), HISTORY, null)) {
            if (history.next()) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate(
                            "delete from \"" + nameIn(schema) + "\".\"" + HISTORY + "\" where \"success\" = false");
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException("the history of " + schema + " cannot be read", e);
        }
    }

    int pending(ProgrammeDatabases.Unit unit) {
        return scriptless(unit)
                ? 0
                : run(unit.schema(), scripts(unit), flyway -> flyway.info().pending().length);
    }

    private static boolean scriptless(ProgrammeDatabases.Unit unit) {
        return unit.scripts() != null && unit.scripts().isEmpty();
    }

    private static Supplier<FluentConfiguration> scripts(ProgrammeDatabases.Unit unit) {
        return unit.scripts() == null
                ? of(unit.loader(), PROGRAMME_SCRIPTS)
                : () -> Flyway.configure(Migrations.class.getClassLoader())
                        .resourceProvider(new Scripts(unit.scripts()));
    }

    private static Supplier<FluentConfiguration> of(ClassLoader loader, String folder) {
        return () -> Flyway.configure(loader).locations("classpath:" + folder);
    }

    private <T> T run(String schema, Supplier<FluentConfiguration> scripts, Function<Flyway, T> work) {
        if (postgres) {
            return apply(schema, scripts, work);
        }
        try {
            oneAtATime.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "the tables of " + schema + " are not made: stopped while waiting for others", e);
        }
        try {
            return apply(schema, scripts, work);
        } finally {
            oneAtATime.unlock();
        }
    }

    private <T> T apply(String schema, Supplier<FluentConfiguration> scripts, Function<Flyway, T> work) {
        return ContextLoader.with(
                Flyway.class.getClassLoader(),
                () -> work.apply(scripts.get()
                        .dataSource(dataSource)
                        .schemas(nameIn(schema))
                        .createSchemas(true)
                        .cleanDisabled(true)
                        .validateMigrationNaming(true)
                        .load()));
    }

    /** The tool quotes names; everybody else does not, and then H2 means capital letters. */
    private String nameIn(String schema) {
        return postgres ? schema : schema.toUpperCase(Locale.ROOT);
    }
}
