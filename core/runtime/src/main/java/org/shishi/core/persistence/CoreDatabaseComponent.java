package org.shishi.core.persistence;

import java.sql.SQLException;
import java.util.Hashtable;
import java.util.TimeZone;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.shishi.core.platform.OperatorConsole;
import org.shishi.core.time.ShanghaiClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database when the platform starts and offers it to the rest of the core; closed last. The services are
 * registered by hand: as a component's services they would be offered before the database is open, and every part of the
 * core would try once more to open one that does not answer.
 */
@Component(
        service = {},
        immediate = true)
public final class CoreDatabaseComponent {

    private static final Logger LOG = LoggerFactory.getLogger(CoreDatabaseComponent.class);

    /** What is there when the database could be opened; null: it could not, and the platform ends. */
    private final Offered offered;

    private record Offered(
            CorePersistence persistence,
            ServiceRegistration<ProgrammeDatabases> programmes,
            ServiceRegistration<CoreDatabase> core) {}

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
        offered = open(context, console, factory, settings);
    }

    private static Offered open(
            BundleContext context, OperatorConsole console, DataSourceFactory factory, DatabaseSettings settings)
            throws SQLException {
        try {
            CorePersistence persistence = CorePersistence.open(
                    factory.createDataSource(settings.driverProperties()), settings, Pool.PATIENCE_AT_START);
            LOG.info("The database {} is open", settings.urlWithoutSecrets());
            return new Offered(
                    persistence,
                    context.registerService(ProgrammeDatabases.class, persistence, new Hashtable<>()),
                    context.registerService(CoreDatabase.class, persistence.core(), new Hashtable<>()));
        } catch (DatabaseUnavailableException e) {
            LOG.debug("The database cannot be used", e);
            LOG.trace("The platform ends", console.refuse(e.getMessage()));
            return null;
        }
    }

    /** Columns without a zone hold the time in Shanghai; drivers and provider read them in the zone of the process. */
    private static void inShanghai() {
        String zone = TimeZone.getDefault().getID();
        if (!zone.equals(ShanghaiClock.ZONE.getId())) {
            LOG.warn("The process runs in the zone {}; it is set to {}", zone, ShanghaiClock.ZONE);
            TimeZone.setDefault(TimeZone.getTimeZone(ShanghaiClock.ZONE));
        }
    }

    @Deactivate
    void close() {
        if (offered != null) {
            offered.core().unregister();
            offered.programmes().unregister();
            offered.persistence().close();
        }
    }
}
