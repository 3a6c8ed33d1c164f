package org.shishi.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts.Grant;

/** Makes callers of accounts: what somebody may do, acting for one organisation. */
final class Callers {

    private final Organisations organisations;
    private final Clock clock;

    Callers(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Organisations that exist today and that the grants are for; high ones first. */
    List<Organisation> organisations(Set<Grant> grants) {
        LocalDate today = LocalDate.now(clock);
        Set<UUID> ids = grants.stream().map(Grant::organisation).collect(Collectors.toSet());
        return organisations.byIds(ids).values().stream()
                .filter(body -> body.validFrom() == null || !today.isBefore(body.validFrom()))
                .filter(body -> body.validTo() == null || !today.isAfter(body.validTo()))
                .sorted(Comparator.comparing(Organisation::type)
                        .thenComparing(Organisation::name)
                        .thenComparing(Organisation::id))
                .toList();
    }

    /** Acting for exactly this organisation; empty without a role there. */
    Optional<Caller> exactly(StoredAccount account, Set<Grant> grants, UUID organisation, String address) {
        return organisations(grants).stream()
                .filter(body -> body.id().equals(organisation))
                .findFirst()
                .map(body -> caller(account, grants, body, address));
    }

    /** Acting for the wanted organisation, else for the one acted for last, else for the highest; empty without roles. */
    Optional<Caller> preferably(StoredAccount account, Set<Grant> grants, UUID wanted, String address) {
        return exactly(account, grants, wanted, address)
                .or(() -> exactly(account, grants, account.actingOrg(), address))
                .or(() ->
                        organisations(grants).stream().findFirst().map(body -> caller(account, grants, body, address)));
    }

    private static Caller caller(StoredAccount account, Set<Grant> grants, Organisation body, String address) {
        Map<String, Set<Role>> roles = new HashMap<>();
        grants.stream().filter(grant -> grant.organisation().equals(body.id())).forEach(grant -> roles.computeIfAbsent(
                        grant.programmeId(), id -> EnumSet.noneOf(Role.class))
                .add(grant.role()));
        return new Caller(account.id(), account.displayName(), body, roles, account.locale(), address);
    }
}
