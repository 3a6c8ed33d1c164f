package org.shishi.core.setup;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.core.identity.AccountRows;
import org.shishi.core.identity.OneTimePassword;
import org.shishi.core.identity.PasswordHash;
import org.shishi.core.identity.StoredAccount;
import org.shishi.core.organisation.OrganisationRows;
import org.shishi.core.persistence.CoreDatabase;

/** The city, and an administrator whose password is shown once. */
final class FirstRun {

    private static final String CITY = "上海市总工会";
    private static final String ADMINISTRATOR = "admin";

    private final CoreDatabase database;
    private final PasswordHash passwords;
    private final Audit audit;
    private final Clock clock;
    private List<String> words = List.of();

    FirstRun(CoreDatabase database, PasswordHash passwords, Audit audit, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    void fill() {
        database.transact(handle -> {
            UUID id = UUID.randomUUID();
            Organisation city =
                    new Organisation(id, OrgType.CITY, CITY, List.of("市总工会"), null, id + "/", null, false, null, null);
            OffsetDateTime now = OffsetDateTime.now(clock);
            new OrganisationRows(handle).insert(city, Caller.SYSTEM_ID, now);
            Caller system = new Caller(Caller.SYSTEM_ID, "系统", city, Map.of(), StoredAccount.CHINESE, null);
            audit.write(system, "platform.begin", "organisation/" + id, null, Map.of());
            AccountRows accounts = new AccountRows(handle);
            if (!accounts.any()) {
                words = administrator(accounts, city, now);
                audit.write(system, "account.create", "account", null, Map.of("userName", ADMINISTRATOR));
            }
            return null;
        });
    }

    private List<String> administrator(AccountRows accounts, Organisation city, OffsetDateTime now) {
        String password = OneTimePassword.next();
        UUID id = UUID.randomUUID();
        accounts.insert(
                new StoredAccount(
                        id,
                        ADMINISTRATOR,
                        "平台管理员",
                        passwords.hash(password),
                        true,
                        false,
                        StoredAccount.CHINESE,
                        null,
                        0,
                        0),
                Caller.SYSTEM_ID,
                now);
        accounts.grant(
                id, Set.of(new Grant(city.id(), Caller.EVERY_PROGRAMME, Role.PLATFORM_ADMIN)), Caller.SYSTEM_ID, now);
        return List.of(
                "",
                "管理员账号 / Administrator:          " + ADMINISTRATOR,
                "一次性密码 / One-time password:      " + password,
                "此密码只显示这一次，首次登录时须修改。 / Shown this once; to be changed at the first sign-in.",
                "");
    }

    /** What the operator must read; empty when there is nothing to say. To be asked after the commit. */
    List<String> words() {
        return words;
    }
}
