package org.shishi.core.persistence;

import java.sql.SQLException;
import java.util.TimeZone;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.shishi.core.platform.OperatorConsole;
import org.shishi.core.time.ShanghaiClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database when the platform starts and publishes it to the rest of the core; closed last. */
@Component(service = {CoreDatabase.class, ProgrammeDatabases.class})
public final class CoreDatabaseComponent implements CoreDatabase, ProgrammeDatabases {

    private static final Logger LOG = LoggerFactory.getLogger(CoreDatabaseComponent.class);

    private final CorePersistence persistence;

    @Activate
    public CoreDatabaseComponent(
            BundleContext context,
            @Reference OperatorConsole console,
            @Reference(target = "(osgi.jdbc.driver.class=org.h2.Driver)") DataSourceFactory h2,
            @Reference(target = "(osgi.jdbc.driver.class=org.postgresql.Driver)") DataSourceFactory postgresql)
            throws SQLException {
        inShanghai();
        DatabaseSettings settings = DatabaseSettings.of(context::getProperty);
        DataSourceFactory factory = settings.postgres() ? postgresql : h2;
        try {
            persistence = CorePersistence.open(factory.createDataSource(settings.driverProperties()), settings);
        } catch (DatabaseUnavailableException e) {
            LOG.debug("The database cannot be used", e);
            throw console.refuse(e.getMessage());
        }
        LOG.info("The database {} is open", settings.urlWithoutSecrets());
    }

    /** Columns without a zone hold the time in Shanghai; drivers and provider read them in the zone of the process. */
    private static void inShanghai() {
        if (!TimeZone.getDefault().getID().equals(ShanghaiClock.ZONE.getId())) {
            LOG.warn(
                    "The process runs in the zone {}; it is set to {}",
                    TimeZone.getDefault().getID(),
                    ShanghaiClock.ZONE);
            TimeZone.setDefault(TimeZone.getTimeZone(ShanghaiClock.ZONE));
        }
    }

    @Deactivate
    void close() {
        persistence.close();
    }

    @Override
    public <R> R transact(Function<Handle, R> work) {
        return persistence.core().transact(work);
    }

    @Override
    public <R> R read(Function<Handle, R> work) {
        return persistence.core().read(work);
    }

    @Override
    public void afterCommit(Runnable work) {
        persistence.core().afterCommit(work);
    }

    @Override
    public boolean postgres() {
        return persistence.core().postgres();
    }

    @Override
    public DataSource dataSource() {
        return persistence.core().dataSource();
    }

    @Override
    public int migrate(Unit unit) {
        return persistence.migrate(unit);
    }

    @Override
    public int pending(Unit unit) {
        return persistence.pending(unit);
    }

    @Override
    public Opened open(Unit unit) {
        return persistence.open(unit);
    }
}
