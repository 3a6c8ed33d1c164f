package org.shishi.core.demo;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.core.identity.AccountRows;
import org.shishi.core.identity.PasswordHash;
import org.shishi.core.identity.StoredAccount;
import org.shishi.core.organisation.OrganisationRows;
import org.shishi.core.persistence.CoreDatabase;

/** What a demonstration consists of before any programme adds its own: the tree and the accounts. */
public final class DemoPlatform {

    private static final String USUAL_PASSWORD = "shishi-demo";

    private final CoreDatabase database;
    private final PasswordHash passwords;
    private final Clock clock;
    private final String password;

    /** @param password null or blank: the usual one */
    public DemoPlatform(CoreDatabase database, PasswordHash passwords, Clock clock, String password) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
        this.password =
                Optional.ofNullable(password).filter(text -> !text.isBlank()).orElse(USUAL_PASSWORD);
    }

    /** Fills an empty database. */
    public void fill(Audit audit) {
        DemoTree tree = new DemoTree();
        // All have the same password, so one hash will do.
        String hash = passwords.hash(password);
        database.transact(handle -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            OrganisationRows organisations = new OrganisationRows(handle);
            tree.all().forEach(body -> organisations.insert(body, Caller.SYSTEM_ID, now));
            AccountRows accounts = new AccountRows(handle);
            Stream.concat(DemoAccount.ofRoles(tree).stream(), DemoAccount.ofBranches(tree).stream())
                    .forEach(account -> insert(accounts, account, hash, now));
            Caller system = new Caller(Caller.SYSTEM_ID, "系统", tree.city(), Map.of(), StoredAccount.CHINESE, null);
            audit.write(system, "platform.begin", "organisation/" + tree.city().id(), null, Map.of("demo", "true"));
            return null;
        });
    }

    private static void insert(AccountRows rows, DemoAccount account, String hash, OffsetDateTime now) {
        UUID id = UUID.randomUUID();
        StoredAccount stored = new StoredAccount(
                id,
                account.userName(),
                account.displayName(),
                hash,
                false,
                false,
                StoredAccount.CHINESE,
                account.organisation().id(),
                0,
                0);
        rows.insert(stored, Caller.SYSTEM_ID, now);
        rows.grant(
                id,
                Set.of(new Grant(account.organisation().id(), Caller.EVERY_PROGRAMME, account.role())),
                Caller.SYSTEM_ID,
                now);
    }

    /** The operator may have set another password since the accounts were made: it opens all of them. */
    public void keepPassword() {
        database.transact(handle -> {
            String hash = new AccountRows(handle)
                    .byName(DemoAccount.userName(Role.PLATFORM_ADMIN))
                    .map(StoredAccount::passwordHash)
                    .orElse(null);
            if (!passwords.fits(password, hash)) {
                handle.createUpdate("update core.account set password_hash = :hash"
                                + " where user_name like :names and password_hash is not null")
                        .bind("hash", passwords.hash(password))
                        .bind("names", DemoAccount.PREFIX + "%")
                        .execute();
            }
            return null;
        });
    }

    /** What the operator is told at each start. */
    public List<String> words() {
        String names = Arrays.stream(Role.values()).map(DemoAccount::userName).collect(Collectors.joining(" "));
        return List.of(
                "",
                "演示模式：数据均为虚构。 / This is a demonstration: all data are invented.",
                "演示账号 / Accounts: " + names,
                "密码 / Password: " + password,
                "");
    }
}
