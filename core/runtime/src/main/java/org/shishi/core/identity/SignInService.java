package org.shishi.core.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.ApiTokens;
import org.shishi.api.platform.SecondFactor;
import org.shishi.api.platform.SignIn;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;

/** Signing in with name and password or with a token. */
@Component(service = {SignIn.class, Entrance.class})
public final class SignInService implements SignIn, Entrance {

    static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final Duration USE_IS_NOTED = Duration.ofMinutes(5);

    private final CoreDatabase database;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;
    private final Callers callers;
    private final Attempts attempts;
    private final PasswordHash passwords;
    private final Factors factors;
    private final PasswordRules rules = new PasswordRules();

    @Activate
    public SignInService(
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
                new PasswordHash(),
                new Factors(new FieldCipher(keys), clock, FactorPolicy.required(context)));
    }

    SignInService(
            CoreDatabase database,
            Organisations organisations,
            Audit audit,
            Clock clock,
            PasswordHash passwords,
            Factors factors) {
        this.database = database;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.callers = new Callers(organisations, clock);
        this.attempts = new Attempts(database, clock);
        this.passwords = passwords;
        this.factors = factors;
    }

    @Override
    public Caller signIn(String userName, String password, String address) {
        return signIn(userName, password, null, address);
    }

    @Override
    public Caller signIn(String userName, String password, String code, String address) {
        String name = UserName.of(userName);
        attempts.begin(name, address);
        Optional<StoredAccount> account = database.read(handle -> new AccountRows(handle).byName(name));
        String hash = account.map(StoredAccount::passwordHash).orElse(null);
        if (!passwords.fits(password == null ? "" : password, hash)) {
            attempts.failed(address);
            refused(account, address, "password");
            throw new RefusedException("CORE-LOGIN", null);
        }
        StoredAccount known = account.orElseThrow();
        requireEnabled(known, address);
        second(known, code, address);
        // A new hash takes its time: not inside the transaction.
        Optional<String> stronger = passwords.outdated(hash) ? Optional.of(passwords.hash(password)) : Optional.empty();
        return database.transact(handle -> {
            Caller caller = entered(handle, known, address, Map.of());
            attempts.forget(handle, name);
            stronger.ifPresent(better -> new AccountRows(handle).rehash(known.id(), better));
            return caller;
        });
    }

    @Override
    public Caller enter(UUID account, String address, String way) {
        StoredAccount known = database.read(handle -> new AccountRows(handle).byId(account))
                .orElseThrow(() -> new RefusedException("CORE-LOGIN", null));
        requireEnabled(known, address);
        return database.transact(handle -> entered(handle, known, address, Map.of("way", way)));
    }

    private void requireEnabled(StoredAccount account, String address) {
        if (account.disabled()) {
            refused(Optional.of(account), address, "disabled");
            throw new RefusedException("CORE-LOGIN-DISABLED", null);
        }
    }

    private Caller entered(Handle handle, StoredAccount account, String address, Map<String, String> details) {
        Caller caller = callers.preferably(account, grants(handle, account.id()), null, address)
                .orElseThrow(() -> new RefusedException("CORE-LOGIN-NO-ROLE", null));
        new AccountRows(handle).signedIn(account.id(), caller.organisation().id(), now());
        record(caller, "session.sign-in", details);
        return caller;
    }

    /**
     * A right password whose code is still to come counts as a failure until the code is right: else guesses at the code
     * would be free for whoever knows the password.
     */
    private void second(StoredAccount account, String code, String address) {
        if (!database.read(handle -> factors.enrolled(handle, account.id()))) {
            return;
        }
        if (code == null || code.isBlank()) {
            throw new RefusedException("CORE-LOGIN-CODE", "code");
        }
        if (!database.transact(handle -> factors.right(handle, account.id(), code))) {
            attempts.failed(address);
            refused(Optional.of(account), address, "code");
            throw new RefusedException("CORE-FACTOR-CODE", "code");
        }
    }

    /** What was typed is not written down: it may be a password in the wrong field. */
    private void refused(Optional<StoredAccount> account, String address, String why) {
        Caller who = new Caller(
                account.map(StoredAccount::id).orElse(Caller.SYSTEM_ID),
                account.map(StoredAccount::displayName).orElse("–"),
                organisations.city(),
                Map.of(),
                StoredAccount.CHINESE,
                address);
        String object = account.map(known -> "account/" + known.id()).orElse("account");
        audit.write(who, "session.refused", object, null, Map.of("why", why));
    }

    @Override
    public boolean mustChangePassword(Caller caller) {
        return find(caller).map(StoredAccount::mustChange).orElse(false);
    }

    @Override
    public void changePassword(Caller caller, String oldPassword, String newPassword) {
        StoredAccount account = find(caller).orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        attempts.begin(account.userName(), caller.address());
        if (!passwords.fits(oldPassword, account.passwordHash())) {
            attempts.failed(caller.address());
            throw new RefusedException("CORE-PASSWORD-WRONG", "oldPassword");
        }
        List<Violation> wrong = rules.check(account.userName(), newPassword);
        if (wrong.isEmpty() && passwords.fits(newPassword, account.passwordHash())) {
            wrong.add(Violation.of("CORE-PASSWORD-SAME", "newPassword"));
        }
        String hash = wrong.isEmpty() ? passwords.hash(newPassword) : null;
        database.transact(handle -> {
            attempts.forget(handle, account.userName());
            if (hash != null) {
                new AccountRows(handle).password(account.id(), hash, false, caller.accountId(), now());
                new TokenRows(handle).revokeAll(account.id());
                record(caller, "account.password", Map.of());
            }
            return null;
        });
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
    }

    @Override
    public List<Organisation> organisations(Caller caller) {
        return database.read(handle -> callers.organisations(grants(handle, caller.accountId())));
    }

    @Override
    public Caller actFor(Caller caller, UUID organisationId) {
        return database.transact(handle -> {
            AccountRows rows = new AccountRows(handle);
            Caller acting = rows.byId(caller.accountId())
                    .filter(account -> !account.disabled())
                    .flatMap(account ->
                            callers.exactly(account, grants(handle, account.id()), organisationId, caller.address()))
                    .orElseThrow(() -> new RefusedException("CORE-FORBIDDEN", null));
            rows.acting(caller.accountId(), organisationId);
            return acting;
        });
    }

    @Override
    public Caller speak(Caller caller, Locale locale) {
        database.transact(handle -> {
            new AccountRows(handle).locale(caller.accountId(), locale);
            return null;
        });
        return caller.speaking(locale);
    }

    @Override
    public Optional<Caller> refresh(Caller caller) {
        return database.read(handle -> {
            AccountRows rows = new AccountRows(handle);
            return rows.byId(caller.accountId())
                    .filter(account -> !account.disabled())
                    .flatMap(account -> callers.preferably(
                            account,
                            grants(handle, account.id()),
                            caller.organisation().id(),
                            caller.address()));
        });
    }

    @Override
    public long sessionMark(Caller caller) {
        return find(caller).map(StoredAccount::epoch).orElse(-1L);
    }

    @Override
    public Token issueToken(Caller caller) {
        OffsetDateTime now = now();
        OffsetDateTime expires = now.plus(TOKEN_LIFE);
        String token = TokenText.next();
        database.transact(handle -> {
            StoredAccount account = new AccountRows(handle)
                    .byId(caller.accountId())
                    .orElseThrow(() -> new RefusedException("CORE-FORBIDDEN", null));
            if (account.mustChange()) {
                throw new RefusedException("CORE-PASSWORD-CHANGE", null);
            }
            if (factors.state(handle, caller) == SecondFactor.State.NEEDED) {
                throw new RefusedException("CORE-FACTOR-NEEDED", null);
            }
            TokenRows rows = new TokenRows(handle);
            rows.dropExpired(account.id(), now);
            rows.insert(
                    token,
                    new TokenRows.Stored(
                            UUID.randomUUID(),
                            account.id(),
                            caller.organisation().id(),
                            null,
                            ApiTokens.Scope.FULL,
                            null,
                            now,
                            expires,
                            null));
            record(caller, "token.issue", Map.of());
            return null;
        });
        return new Token(token, expires.toInstant());
    }

    @Override
    public Optional<Caller> byToken(String token, String address) {
        if (!TokenText.wellFormed(token)) {
            return Optional.empty();
        }
        OffsetDateTime now = now();
        return database.read(handle -> {
            TokenRows tokens = new TokenRows(handle);
            Optional<TokenRows.Stored> stored = tokens.valid(token, now);
            AccountRows rows = new AccountRows(handle);
            Optional<Caller> caller = stored.flatMap(t -> rows.byId(t.account())
                    .filter(account -> !account.disabled())
                    .flatMap(account ->
                            callers.exactly(account, grants(handle, account.id()), t.organisation(), address))
                    .map(owner -> TokenScope.narrowed(owner, t.scope(), t.programmeId())));
            stored.filter(t -> caller.isPresent())
                    .filter(t -> t.usedAt() == null || t.usedAt().isBefore(now.minus(USE_IS_NOTED)))
                    .ifPresent(t -> tokens.used(t.id(), now));
            return caller;
        });
    }

    @Override
    public void signedOut(Caller caller) {
        record(caller, "session.sign-out", Map.of());
    }

    private Set<Grant> grants(Handle handle, UUID account) {
        return new DeputyRows(handle).grants(account, LocalDate.now(clock));
    }

    private Optional<StoredAccount> find(Caller caller) {
        return database.read(handle -> new AccountRows(handle).byId(caller.accountId()));
    }

    private void record(Caller caller, String action, Map<String, String> details) {
        audit.write(caller, action, "account/" + caller.accountId(), null, details);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
