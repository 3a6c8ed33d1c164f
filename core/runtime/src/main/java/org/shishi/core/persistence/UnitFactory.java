package org.shishi.core.persistence;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.PrintWriter;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.shishi.api.record.RecordHead;

/** Builds the entity manager factory of one programme and year, without any descriptor file. */
final class UnitFactory {

    private static final AtomicLong BUILT = new AtomicLong();

    private UnitFactory() {}

    static EntityManagerFactory build(
            ProgrammeDatabases.Unit unit, Transactions transactions, boolean postgres, Consumer<Session> customizing) {
        ClassLoader loader = new UnitLoader(unit.loader());
        PersistenceConfiguration configuration = new PersistenceConfiguration(unit.schema())
                .provider(PersistenceProvider.class.getName())
                .managedClass(RecordHead.class)
                .property(PersistenceUnitProperties.CLASSLOADER, loader)
                // Two bundles of one programme may overlap for a moment while they are exchanged.
                .property(PersistenceUnitProperties.SESSION_NAME, unit.schema() + "#" + BUILT.incrementAndGet())
                .property(PersistenceUnitProperties.NON_JTA_DATASOURCE, new ThreadsDataSource(transactions))
                .property(
                        PersistenceUnitProperties.TARGET_DATABASE,
                        postgres ? PostgresWithUuids.class.getName() : H2WithOffsets.class.getName())
                .property(PersistenceUnitProperties.SESSION_CUSTOMIZER, customizer(unit.schema(), customizing))
                .property(PersistenceUnitProperties.WEAVING, "static")
                // Several nodes, exchanged bundles: a second-level cache would hand out yesterday's rows.
                .property(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false")
                .property(PersistenceUnitProperties.BATCH_WRITING, "JDBC")
                .property(PersistenceUnitProperties.BATCH_WRITING_SIZE, "1000")
                .property(PersistenceUnitProperties.DEPLOY_ON_STARTUP, "true")
                // What goes wrong is thrown, and told by those who know what it was for.
                .property(PersistenceUnitProperties.LOGGING_LEVEL, "OFF")
                .property(PersistenceUnitProperties.VALIDATION_MODE, "NONE");
        entities(unit).forEach(configuration::managedClass);
        // It looks at the database while it deploys.
        return ContextLoader.with(
                loader,
                () -> transactions.read(scope -> new PersistenceProvider().createEntityManagerFactory(configuration)));
    }

    /** @throws IllegalStateException when the manifest names one that the bundle lacks */
    static List<Class<?>> entities(ProgrammeDatabases.Unit unit) {
        return unit.entities().stream()
                .<Class<?>>map(name -> load(unit.loader(), name))
                .toList();
    }

    private static SessionCustomizer customizer(String schema, Consumer<Session> customizing) {
        return session -> {
            session.getLogin().setTableQualifier(schema);
            customizing.accept(session);
        };
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the manifest names the entity " + name + ", which the bundle lacks", e);
        }
    }

    /** Hands out the connection of the thread's work, whoever asks. */
    private record ThreadsDataSource(Transactions transactions) implements DataSource {

        @Override
        public Connection getConnection() {
            return transactions.connection();
        }

        @Override
        public Connection getConnection(String user, String password) {
            return transactions.connection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return type.isInstance(this);
        }
    }
}
