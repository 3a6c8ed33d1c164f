package org.shishi.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.ApiTokens;
import org.shishi.api.platform.SecondFactor;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;

/** Named tokens of one's own. */
@Component(service = ApiTokens.class)
public final class ApiTokensService implements ApiTokens {

    static final int MOST = 20;

    private static final int LONGEST_NAME = 100;
    private static final Pattern PROGRAMME = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    private final CoreDatabase database;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;
    private final Factors factors;

    @Activate
    public ApiTokensService(
            BundleContext context,
            @Reference CoreDatabase database,
            @Reference Organisations organisations,
            @Reference Keys keys,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(
                database,
                organisations,
                audit,
                clock,
                new Factors(new FieldCipher(keys), clock, FactorPolicy.required(context)));
    }

    ApiTokensService(CoreDatabase database, Organisations organisations, Audit audit, Clock clock, Factors factors) {
        this.database = database;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.factors = factors;
    }

    @Override
    public Issued issue(Caller caller, String name, Scope scope, String programmeId, LocalDate lastDay) {
        if (caller.within() != null) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        List<Violation> wrong = check(name, scope, programmeId, lastDay);
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
        String secret = TokenText.next();
        TokenRows.Stored stored = new TokenRows.Stored(
                UUID.randomUUID(),
                caller.accountId(),
                caller.organisation().id(),
                Normal.text(name),
                scope,
                programmeId,
                now(),
                lastDay.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime(),
                null);
        database.transact(handle -> {
            ready(handle, caller);
            TokenRows rows = new TokenRows(handle);
            rows.dropExpired(caller.accountId(), now());
            if (rows.named(caller.accountId()).size() >= MOST) {
                throw new RefusedException("CORE-TOKEN-MANY", null, MOST);
            }
            rows.insert(secret, stored);
            record(caller, "token.issue", stored.id(), Map.of("scope", scope.name(), "until", lastDay.toString()));
            return null;
        });
        return new Issued(shown(stored), secret);
    }

    private List<Violation> check(String name, Scope scope, String programmeId, LocalDate lastDay) {
        List<Violation> wrong = new ArrayList<>();
        if (Normal.text(name).isEmpty()) {
            wrong.add(Violation.of("CORE-MISSING", "name"));
        } else if (Normal.length(name) > LONGEST_NAME) {
            wrong.add(Violation.of("CORE-LENGTH", "name", LONGEST_NAME));
        }
        if (scope == null) {
            wrong.add(Violation.of("CORE-MISSING", "scope"));
        }
        if (programmeId != null && !PROGRAMME.matcher(programmeId).matches()) {
            wrong.add(Violation.of(Violation.CORE_INPUT, "programmeId"));
        }
        LocalDate today = LocalDate.now(clock);
        if (lastDay == null || lastDay.isBefore(today) || lastDay.isAfter(today.plusYears(1))) {
            wrong.add(Violation.of("CORE-TOKEN-DAYS", "lastDay"));
        }
        return wrong;
    }

    /** What must be done before anything else is not left out by way of a token. */
    private void ready(Handle handle, Caller caller) {
        boolean change = new AccountRows(handle)
                .byId(caller.accountId())
                .map(StoredAccount::mustChange)
                .orElse(true);
        if (change) {
            throw new RefusedException("CORE-PASSWORD-CHANGE", null);
        }
        if (factors.state(handle, caller) == SecondFactor.State.NEEDED) {
            throw new RefusedException("CORE-FACTOR-NEEDED", null);
        }
    }

    @Override
    public List<ApiToken> list(Caller caller) {
        return database.read(handle -> new TokenRows(handle)
                .named(caller.accountId()).stream().map(this::shown).toList());
    }

    @Override
    public void revoke(Caller caller, UUID id) {
        database.transact(handle -> {
            if (new TokenRows(handle).revoke(caller.accountId(), id)) {
                record(caller, "token.revoke", id, Map.of());
            }
            return null;
        });
    }

    private ApiToken shown(TokenRows.Stored stored) {
        return new ApiToken(
                stored.id(),
                stored.name(),
                stored.scope(),
                stored.programmeId(),
                organisations
                        .byId(stored.organisation())
                        .map(Organisation::name)
                        .orElse("–"),
                stored.issuedAt().toInstant(),
                stored.expiresAt().toInstant(),
                Optional.ofNullable(stored.usedAt())
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    private void record(Caller caller, String action, UUID token, Map<String, String> details) {
        audit.write(caller, action, "token/" + token, null, details);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
