package org.shishi.core.identity;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.core.persistence.FastBatch;
import org.shishi.core.persistence.Inserts;
import org.shishi.core.rule.Verdict;

/** Many accounts at once, by the rules by which one is made. */
@Component(service = AccountBatch.class)
public final class AccountBatch {

    private static final int AT_ONCE = 1_000;
    private static final String ACCOUNT = "insert into core.account (id, user_name, display_name, password_hash,"
            + " password_set_at, must_change, disabled, locale, epoch, version, created_at, created_by, updated_at,"
            + " updated_by) values (?, ?, ?, ?, ?, true, false, ?, 0, 0, ?, ?, ?, ?)";
    private static final String GRANT = "insert into core.role_grant (account_id, organisation_id, programme_id, role,"
            + " granted_at, granted_by) values (?, ?, ?, ?, ?, ?)";

    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;
    private final PasswordHash passwords;

    /** An account to be made. */
    public record Wanted(String userName, String displayName, Set<Grant> grants) {}

    private record Made(UUID id, Wanted wanted, String password, String hash) {}

    private record Granted(UUID account, Grant grant) {}

    @Activate
    public AccountBatch(@Reference Organisations organisations, @Reference Audit audit, @Reference Clock clock) {
        this(organisations, audit, clock, new PasswordHash());
    }

    AccountBatch(Organisations organisations, Audit audit, Clock clock, PasswordHash passwords) {
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.passwords = passwords;
    }

    /**
     * What {@link org.shishi.api.platform.Accounts#create} would say; makes nothing.
     *
     * @return in the order of the accounts; warnings: {@code CORE-ACCOUNT-PROGRAMME} (no edition of such a programme is
     *     known yet)
     * @throws RefusedException {@code CORE-FORBIDDEN} for everybody but administrators
     */
    public List<Verdict> check(Caller caller, Handle handle, List<Wanted> all) {
        AdminScope scope = AdminScope.of(caller, organisations);
        Set<String> programmes = handle.createQuery("select distinct id from core.programme")
                .mapTo(String.class)
                .set();
        Set<String> taken = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            taken.addAll(new AccountRows(handle)
                    .taken(all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                            .map(one -> UserName.of(one.userName))
                            .toList()));
        }
        List<Verdict> verdicts = new ArrayList<>(all.size());
        for (Wanted wanted : all) {
            verdicts.add(verdict(scope, wanted, taken, programmes));
        }
        return verdicts;
    }

    private static Verdict verdict(AdminScope scope, Wanted wanted, Set<String> taken, Set<String> programmes) {
        try {
            String name = AccountChecks.require(scope, wanted.userName, wanted.displayName, wanted.grants);
            if (taken.contains(name)) {
                return Verdict.of(List.of(AccountChecks.taken(name)));
            }
        } catch (RefusedException e) {
            return Verdict.of(e.violations());
        }
        return new Verdict(
                List.of(),
                wanted.grants.stream()
                        .map(Grant::programmeId)
                        .filter(id -> !id.equals(Caller.EVERY_PROGRAMME) && !programmes.contains(id))
                        .distinct()
                        .map(id -> Violation.of("CORE-ACCOUNT-PROGRAMME", "programmeId", id))
                        .toList());
    }

    /**
     * Makes accounts that were found good on the same connection, in its transaction.
     *
     * @return their one-time passwords, in the order of the accounts
     * @throws RefusedException {@code CORE-STALE}: somebody made one of them in this very moment
     */
    public List<String> create(Caller caller, Handle handle, List<Wanted> all) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<String> told = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Made> some = all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .map(this::made)
                    .toList();
            if (!Inserts.unlessTaken(handle, () -> insert(caller, handle, some, now))) {
                throw new RefusedException("CORE-STALE", null);
            }
            for (Made made : some) {
                audit.write(
                        caller,
                        "account.create",
                        "account/" + made.id,
                        null,
                        Map.of("granted", AccountChecks.words(made.wanted.grants, organisations)));
                told.add(made.password);
            }
        }
        return told;
    }

    private Made made(Wanted wanted) {
        String password = OneTimePassword.next();
        return new Made(UUID.randomUUID(), wanted, password, passwords.oneTime(password));
    }

    private static void insert(Caller caller, Handle handle, List<Made> some, OffsetDateTime now) {
        FastBatch.run(handle, ACCOUNT, some, (row, made) -> {
            row.setObject(1, made.id);
            row.setString(2, UserName.of(made.wanted.userName));
            row.setString(3, Normal.text(made.wanted.displayName));
            row.setString(4, made.hash);
            row.setObject(5, now, Types.TIMESTAMP_WITH_TIMEZONE);
            row.setString(6, StoredAccount.CHINESE.toLanguageTag());
            row.setObject(7, now, Types.TIMESTAMP_WITH_TIMEZONE);
            row.setObject(8, caller.accountId());
            row.setObject(9, now, Types.TIMESTAMP_WITH_TIMEZONE);
            row.setObject(10, caller.accountId());
        });
        FastBatch.run(
                handle,
                GRANT,
                some.stream()
                        .flatMap(made -> made.wanted.grants.stream().map(grant -> new Granted(made.id, grant)))
                        .toList(),
                (row, granted) -> {
                    row.setObject(1, granted.account);
                    row.setObject(2, granted.grant.organisation());
                    row.setString(3, granted.grant.programmeId());
                    row.setString(4, granted.grant.role().name());
                    row.setObject(5, now, Types.TIMESTAMP_WITH_TIMEZONE);
                    row.setObject(6, caller.accountId());
                });
    }
}
