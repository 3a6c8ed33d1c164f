package org.shishi.core.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.programme.DemoData;
import org.shishi.core.identity.AccountRows;
import org.shishi.core.identity.StoredAccount;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/**
 * People for programmes' demonstration data. Where an account for the role is there, it acts; else somebody is invented
 * who cannot sign in but has a name in histories. Each one who asks for this service gets random numbers from the start.
 */
@Component(service = DemoData.Cast.class, scope = ServiceScope.PROTOTYPE)
public final class DemoCast implements DemoData.Cast {

    private static final int SHORT = 8;
    private static final long SEED = 2024_29;

    private final CoreDatabase database;
    private final PlatformInfo platform;
    private final Clock clock;
    private final RandomGenerator random = new Random(SEED);

    @Activate
    public DemoCast(@Reference CoreDatabase database, @Reference PlatformInfo platform, @Reference Clock clock) {
        this.database = database;
        this.platform = platform;
        this.clock = clock;
    }

    @Override
    public Caller as(Role role, Organisation organisation) {
        if (!platform.demo()) {
            throw new IllegalStateException("nobody is invented outside of a demonstration");
        }
        StoredAccount account = database.transact(handle -> somebody(handle, role, organisation));
        return new Caller(
                account.id(),
                account.displayName(),
                organisation,
                Map.of(Caller.EVERY_PROGRAMME, Set.of(role)),
                account.locale(),
                null);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    private StoredAccount somebody(Handle handle, Role role, Organisation organisation) {
        AccountRows rows = new AccountRows(handle);
        return rows.holder(organisation.id(), Caller.EVERY_PROGRAMME, role)
                .orElseGet(() -> invent(handle, rows, role, organisation));
    }

    private StoredAccount invent(Handle handle, AccountRows rows, Role role, Organisation organisation) {
        String key = role + "/" + organisation.id();
        String userName = DemoAccount.PREFIX
                + "cast-"
                + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, SHORT);
        String displayName = DemoAccount.displayName(organisation, role);
        StoredAccount account = new StoredAccount(
                UUID.randomUUID(),
                userName,
                displayName,
                null,
                false,
                false,
                StoredAccount.CHINESE,
                organisation.id(),
                0,
                0);
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean first = Inserts.unlessTaken(handle, () -> rows.insert(account, Caller.SYSTEM_ID, now));
        if (first) {
            Grant grant = new Grant(organisation.id(), Caller.EVERY_PROGRAMME, role);
            rows.grant(account.id(), Set.of(grant), Caller.SYSTEM_ID, now);
        }
        return rows.byName(userName).orElseThrow();
    }
}
