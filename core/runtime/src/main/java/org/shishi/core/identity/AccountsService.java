package org.shishi.core.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Normal;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/** Administers accounts: an administrator of a branch those of its branch, one of the city all. */
@Component(service = Accounts.class)
public final class AccountsService implements Accounts {

    private final CoreDatabase database;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;
    private final PasswordHash passwords;
    private final Attempts attempts;

    @Activate
    public AccountsService(
            @Reference CoreDatabase database,
            @Reference Organisations organisations,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(database, organisations, audit, clock, new PasswordHash());
    }

    AccountsService(
            CoreDatabase database, Organisations organisations, Audit audit, Clock clock, PasswordHash passwords) {
        this.database = database;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.passwords = passwords;
        this.attempts = new Attempts(database, clock);
    }

    @Override
    public List<Account> list(Caller caller, String text, String afterUserName, int limit) {
        AdminScope scope = scope(caller);
        return database.read(handle -> new AccountList(handle, attempts).page(scope, text, afterUserName, limit));
    }

    @Override
    public Account get(Caller caller, UUID id) {
        AdminScope scope = scope(caller);
        return database.read(handle -> {
            AccountRows rows = new AccountRows(handle);
            StoredAccount account = rows.byId(id).orElseThrow(AccountsService::notFound);
            Set<Grant> grants = rows.grants(id);
            scope.requireSight(grants);
            return new AccountList(handle, attempts).account(account, grants);
        });
    }

    @Override
    public Created create(Caller caller, String userName, String displayName, Set<Grant> grants) {
        String name = AccountChecks.require(scope(caller), userName, displayName, grants);
        String password = OneTimePassword.next();
        StoredAccount account = new StoredAccount(
                UUID.randomUUID(),
                name,
                Normal.text(displayName),
                passwords.oneTime(password),
                true,
                false,
                StoredAccount.CHINESE,
                null,
                0,
                0);
        return database.transact(handle -> {
            AccountRows rows = new AccountRows(handle);
            if (!Inserts.unlessTaken(handle, () -> rows.insert(account, caller.accountId(), now()))) {
                throw new RefusedException(List.of(AccountChecks.taken(name)));
            }
            rows.grant(account.id(), grants, caller.accountId(), now());
            record(
                    caller,
                    "account.create",
                    account.id(),
                    Map.of("granted", AccountChecks.words(grants, organisations)));
            return new Created(new AccountList(handle, attempts).account(account, grants), password);
        });
    }

    @Override
    public Account update(Caller caller, Account changed) {
        AccountChecks.refuse(AccountChecks.check(changed.displayName(), changed.grants()));
        AdminScope scope = scope(caller);
        return change(caller, changed.id(), scope, (rows, account) -> {
            if (account.version() != changed.version()) {
                throw new RefusedException("CORE-STALE", null);
            }
            Set<Grant> before = rows.grants(account.id());
            Set<Grant> granted = minus(changed.grants(), before);
            Set<Grant> revoked = minus(before, changed.grants());
            scope.requireAll(granted);
            scope.requireSome(changed.grants());
            if (account.id().equals(caller.accountId()) && !(granted.isEmpty() && revoked.isEmpty())) {
                throw new RefusedException("CORE-ACCOUNT-SELF", "grants");
            }
            rows.displayName(account.id(), Normal.text(changed.displayName()), caller.accountId(), now());
            rows.revoke(account.id(), revoked);
            rows.grant(account.id(), granted, caller.accountId(), now());
            record(
                    caller,
                    "account.update",
                    account.id(),
                    Map.of(
                            "granted",
                            AccountChecks.words(granted, organisations),
                            "revoked",
                            AccountChecks.words(revoked, organisations)));
        });
    }

    @Override
    public String resetPassword(Caller caller, UUID id) {
        AdminScope scope = scope(caller);
        String password = OneTimePassword.next();
        String hash = passwords.hash(password);
        change(caller, id, scope, (rows, account) -> {
            rows.password(id, hash, true, caller.accountId(), now());
            endAccess(account);
            rows.withoutFactor(id);
            record(caller, "account.reset", id, Map.of());
        });
        return password;
    }

    @Override
    public Account disable(Caller caller, UUID id, boolean disabled) {
        if (id.equals(caller.accountId())) {
            throw new RefusedException("CORE-ACCOUNT-SELF", null);
        }
        return change(caller, id, scope(caller), (rows, account) -> {
            rows.disabled(id, disabled, caller.accountId(), now());
            endAccess(account);
            record(caller, disabled ? "account.disable" : "account.enable", id, Map.of());
        });
    }

    @Override
    public void unlock(Caller caller, UUID id) {
        change(caller, id, scope(caller), (rows, account) -> {
            database.transact(handle -> {
                attempts.forget(handle, account.userName());
                return null;
            });
            record(caller, "account.unlock", id, Map.of());
        });
    }

    /** Locks the account, asks whether it is the caller's to change, does it and shows the result. */
    private Account change(Caller caller, UUID id, AdminScope scope, BiConsumer<AccountRows, StoredAccount> work) {
        return database.transact(handle -> {
            AccountRows rows = new AccountRows(handle);
            StoredAccount account = rows.lock(id).orElseThrow(AccountsService::notFound);
            scope.requireAll(rows.grants(id));
            work.accept(rows, account);
            return new AccountList(handle, attempts)
                    .account(rows.byId(id).orElseThrow(AccountsService::notFound), rows.grants(id));
        });
    }

    private void endAccess(StoredAccount account) {
        database.transact(handle -> {
            new TokenRows(handle).revokeAll(account.id());
            attempts.forget(handle, account.userName());
            return null;
        });
    }

    private AdminScope scope(Caller caller) {
        return AdminScope.of(caller, organisations);
    }

    private static Set<Grant> minus(Set<Grant> some, Set<Grant> others) {
        Set<Grant> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static RefusedException notFound() {
        return new RefusedException("CORE-NOT-FOUND", null);
    }

    private void record(Caller caller, String action, UUID account, Map<String, String> details) {
        audit.write(caller, action, "account/" + account, null, details);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
