package org.shishi.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.core.persistence.CoreDatabase;

/** Looks everything up anew; keeps nothing. */
@Component(service = ActingAgain.class)
public final class ActingAgainService implements ActingAgain {

    private final CoreDatabase database;
    private final Callers callers;
    private final Clock clock;

    @Activate
    public ActingAgainService(
            @Reference CoreDatabase database, @Reference Organisations organisations, @Reference Clock clock) {
        this.database = database;
        this.callers = new Callers(organisations, clock);
        this.clock = clock;
    }

    @Override
    public Optional<Caller> caller(UUID account, UUID organisation, Set<Right> within) {
        return database.read(handle -> new AccountRows(handle)
                        .byId(account)
                        .filter(stored -> !stored.disabled())
                        .flatMap(stored -> callers.exactly(
                                stored,
                                new DeputyRows(handle).grants(account, LocalDate.now(clock)),
                                organisation,
                                null)))
                .map(caller -> new Caller(
                        caller.accountId(),
                        caller.name(),
                        caller.organisation(),
                        caller.roles(),
                        caller.locale(),
                        caller.address(),
                        within));
    }
}
