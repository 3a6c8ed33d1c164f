package org.shishi.core.identity.openid;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.OpenIdSignIn;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.identity.Entrance;
import org.shishi.core.persistence.CoreDatabase;

/** Signing in with an account elsewhere that its owner has linked. */
@Component(service = OpenIdSignIn.class)
public final class OpenIdService implements OpenIdSignIn {

    private final CoreDatabase database;
    private final Entrance entrance;
    private final Audit audit;
    private final Clock clock;
    private final Optional<ProviderSettings> settings;
    private final Optional<Provider> provider;

    @Activate
    public OpenIdService(
            BundleContext context,
            @Reference CoreDatabase database,
            @Reference Entrance entrance,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(context::getProperty, database, entrance, audit, clock);
    }

    OpenIdService(UnaryOperator<String> property, CoreDatabase database, Entrance entrance, Audit audit, Clock clock) {
        this.database = database;
        this.entrance = entrance;
        this.audit = audit;
        this.clock = clock;
        this.settings = ProviderSettings.of(property);
        this.provider = settings.map(found -> new Provider(found, clock));
    }

    @Override
    public Optional<String> provider() {
        return settings.map(ProviderSettings::name);
    }

    @Override
    public Departure depart(URI seen) {
        return required().depart(seen);
    }

    @Override
    public Arrival arrive(Departure departure, String query, String address) {
        Provider.Identity identity = required().arrive(departure, query);
        UUID account = database.read(handle -> new LinkRows(handle).account(identity))
                .orElseThrow(() -> new RefusedException("CORE-OIDC-UNLINKED", null));
        return new Arrival(entrance.enter(account, address, "openid"), identity.strong());
    }

    @Override
    public void link(Caller caller, Departure departure, String query) {
        Provider.Identity identity = required().arrive(departure, query);
        database.transact(handle -> {
            LinkRows rows = new LinkRows(handle);
            if (rows.insert(identity, caller.accountId(), OffsetDateTime.now(clock))) {
                record(caller, "account.link", identity.issuer());
            } else if (!rows.account(identity).equals(Optional.of(caller.accountId()))) {
                throw new RefusedException("CORE-OIDC-TAKEN", null);
            }
            return null;
        });
    }

    @Override
    public List<Link> links(Caller caller) {
        return database.read(handle -> new LinkRows(handle).of(caller.accountId()));
    }

    @Override
    public void unlink(Caller caller, Link link) {
        database.transact(handle -> {
            if (new LinkRows(handle).delete(caller.accountId(), link)) {
                record(caller, "account.unlink", link.issuer());
            }
            return null;
        });
    }

    private Provider required() {
        return provider.orElseThrow(() -> new RefusedException("CORE-OIDC-AWAY", null));
    }

    private void record(Caller caller, String action, String issuer) {
        audit.write(caller, action, "account/" + caller.accountId(), null, Map.of("issuer", issuer));
    }
}
