package org.shishi.core.setup;

import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.core.demo.DemoPlatform;
import org.shishi.core.identity.PasswordHash;
import org.shishi.core.organisation.Begun;
import org.shishi.core.organisation.OrganisationRows;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.platform.OperatorConsole;

/**
 * Fills an empty database at the first start: the city and one administrator, or a demonstration. Several nodes may start
 * at once; one of them does it.
 */
@Component(service = Begun.class)
public final class Setup implements Begun {

    @Activate
    public Setup(
            BundleContext context,
            @Reference Installation installation,
            @Reference PlatformInfo platform,
            @Reference CoreDatabase database,
            @Reference Audit audit,
            @Reference OperatorConsole console,
            @Reference Clock clock) {
        this(
                platform.demo(),
                context.getProperty("shishi.demo.password"),
                database,
                audit,
                console,
                clock,
                new PasswordHash());
    }

    /** @param demoPassword null or blank: the usual one */
    public Setup(
            boolean demo,
            String demoPassword,
            CoreDatabase database,
            Audit audit,
            OperatorConsole console,
            Clock clock,
            PasswordHash passwords) {
        if (demo) {
            DemoPlatform platform = new DemoPlatform(database, passwords, clock, demoPassword);
            begin(database, () -> platform.fill(audit));
            platform.keepPassword();
            console.announce(platform.words().toArray(String[]::new));
        } else {
            FirstRun first = new FirstRun(database, passwords, audit, clock);
            begin(database, first::fill);
            console.announce(first.words().toArray(String[]::new));
        }
    }

    private static void begin(CoreDatabase database, Runnable fill) {
        database.transact(handle -> {
            OrganisationRows rows = new OrganisationRows(handle);
            if (!rows.any()) {
                // Whoever waited here finds the city now.
                rows.lock();
                if (!rows.any()) {
                    fill.run();
                }
            }
            return null;
        });
    }
}
