package org.shishi.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Accounts.Account;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

/** The tests share a database; each makes its own accounts. */
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {

    @Parameter
    TestDatabases.Kind kind;

    private TestDatabase db;
    private TestCity city;
    private AccountsService accounts;
    private Caller administrator;
    private Organisation top;
    private Organisation pudong;
    private Organisation huangpu;

    @BeforeParameterizedClassInvocation
    void open() {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        accounts = new AccountsService(db.core(), city.organisations, city.audit, city.clock, TestCity.PASSWORDS);
        administrator = city.administrator();
        top = city.organisations.city();
        pudong = city.named("浦东新区总工会");
        huangpu = city.named("黄浦区总工会");
    }

    @AfterParameterizedClassInvocation
    void close() {
        db.close();
    }

    @Test
    void aPlatformAdministratorHoldsNoOtherRole() {
        Grant admin = new Grant(top.id(), "*", Role.PLATFORM_ADMIN);
        accounts.create(administrator, "only-admin", "管理员", Set.of(admin));

        for (Role other : Role.values()) {
            if (other != Role.PLATFORM_ADMIN) {
                refused(
                        "CORE-ACCOUNT-ADMIN",
                        () -> accounts.create(
                                administrator, "both", "两样", Set.of(admin, new Grant(pudong.id(), "basket", other))));
            }
        }
        refused(
                "CORE-ACCOUNT-ADMIN",
                () -> accounts.create(
                        administrator, "both", "两样", Set.of(new Grant(top.id(), "basket", Role.PLATFORM_ADMIN))));
        Account officer = create("officer-first", pudong);
        refused(
                "CORE-ACCOUNT-ADMIN",
                () -> accounts.update(administrator, with(officer, "经办", Set.of(admin, grant(pudong)))));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        RefusedException refusal = assertThrows(
                RefusedException.class,
                () -> accounts.create(
                        administrator, "不 行", " ", Set.of(new Grant(pudong.id(), "Basket!", Role.INSPECTOR))));

        assertEquals(
                List.of("CORE-ACCOUNT-NAME", "CORE-MISSING", "CORE-INPUT"),
                refusal.violations().stream().map(Violation::code).toList());
    }

    @Test
    void aUserNameIsThereOnce() {
        create("taken", pudong);

        refused("CORE-ACCOUNT-EXISTS", () -> create("Taken ", huangpu));
    }

    @Test
    void whoIsTooLateIsTold() {
        Account account = create("stale", pudong);
        accounts.update(administrator, with(account, "新名字", account.grants()));

        refused("CORE-STALE", () -> accounts.update(administrator, with(account, "另一个", account.grants())));
        assertEquals("新名字", accounts.get(administrator, account.id()).displayName());
    }

    @Test
    void nobodyLocksOneselfOut() {
        Account own = accounts.create(
                        administrator, "self", "自己", Set.of(new Grant(top.id(), "*", Role.PLATFORM_ADMIN)))
                .account();
        Caller self =
                new Caller(own.id(), "自己", top, Map.of("*", Set.of(Role.PLATFORM_ADMIN)), administrator.locale(), null);

        refused("CORE-ACCOUNT-SELF", () -> accounts.disable(self, own.id(), true));
        refused("CORE-ACCOUNT-SELF", () -> accounts.update(self, with(own, "自己", Set.of())));
        accounts.update(self, with(own, "我自己", own.grants()));
    }

    @Test
    void aDistrictsAdministratorManagesItsOwnAccountsAndNobodyElses() {
        Caller ofPudong = city.caller(Role.PLATFORM_ADMIN, pudong);
        Account own = accounts.create(ofPudong, "of-pudong", "浦东", Set.of(grant(pudong)))
                .account();
        Account other = create("of-huangpu", huangpu);
        Account both = accounts.create(administrator, "of-both", "两区", Set.of(grant(pudong), grant(huangpu)))
                .account();

        refused("CORE-FORBIDDEN", () -> accounts.create(ofPudong, "escapes", "越权", Set.of(grant(huangpu))));
        refused(
                "CORE-FORBIDDEN",
                () -> accounts.create(
                        ofPudong, "escapes", "越权", Set.of(new Grant(top.id(), "*", Role.PLATFORM_ADMIN))));
        refused("CORE-MISSING", () -> accounts.create(ofPudong, "escapes", "无处", Set.of()));
        refused("CORE-NOT-FOUND", () -> accounts.get(ofPudong, other.id()));
        refused("CORE-FORBIDDEN", () -> accounts.resetPassword(ofPudong, other.id()));
        refused("CORE-FORBIDDEN", () -> accounts.resetPassword(ofPudong, both.id()));
        refused("CORE-FORBIDDEN", () -> accounts.disable(ofPudong, both.id(), true));
        refused("CORE-FORBIDDEN", () -> accounts.unlock(ofPudong, other.id()));
        accounts.resetPassword(ofPudong, own.id());

        List<String> seen = accounts.list(ofPudong, "", null, 200).stream()
                .map(Account::userName)
                .toList();
        assertTrue(seen.containsAll(List.of("of-pudong", "of-both", "demo-second-level-officer")));
        assertTrue(seen.stream().noneMatch(name -> name.contains("huangpu")));
    }

    @Test
    void othersDoNotSeeAccounts() {
        for (Role role : Role.values()) {
            if (role != Role.PLATFORM_ADMIN) {
                refused("CORE-FORBIDDEN", () -> accounts.list(city.caller(role, top), "", null, 10));
            }
        }
    }

    @Test
    void theListIsPagedByNameAndSearched() {
        List<String> all = new ArrayList<>();
        String after = null;
        List<Account> page = accounts.list(administrator, "demo-", after, 7);
        while (!page.isEmpty()) {
            page.forEach(account -> all.add(account.userName()));
            after = all.getLast();
            page = accounts.list(administrator, "demo-", after, 7);
        }

        assertEquals(all.stream().distinct().sorted().toList(), all);
        assertTrue(all.size() >= Role.values().length);
        assertEquals(
                List.of("demo-auditor"),
                accounts.list(administrator, "演示·审计", null, 10).stream()
                        .map(Account::userName)
                        .toList());
        assertEquals(List.of(), accounts.list(administrator, "demo_auditor", null, 10), "a sign is just a sign");
        create("officer-of-huangpu", huangpu);
        assertEquals(
                Set.of(huangpu.id()),
                accounts.list(administrator, "黄浦区总工会", null, 10).stream()
                        .flatMap(account -> account.grants().stream())
                        .map(Grant::organisation)
                        .collect(Collectors.toSet()),
                "by the place of a role");
    }

    @Test
    void historiesShowNames() {
        Account account = create("named", pudong);
        AccountNames names = new AccountDirectory(db.core());

        assertEquals(
                Map.of(account.id(), "经办", Caller.SYSTEM_ID, "系统"),
                names.of(List.of(account.id(), Caller.SYSTEM_ID, UUID.randomUUID())));
        assertEquals(Map.of(), names.of(List.of()));
    }

    @Test
    void theLogSaysWhichRolesCameAndWent() {
        Account account = create("logged", pudong);
        accounts.update(administrator, with(account, "经办", Set.of(grant(huangpu))));

        String details = city.database.read(handle -> handle.createQuery("select details from core.audit_entry"
                        + " where action = 'account.update' and object = :object")
                .bind("object", "account/" + account.id())
                .mapTo(String.class)
                .one());
        assertEquals(
                "{\"granted\":\"*:SECOND_LEVEL_OFFICER@黄浦区总工会\",\"revoked\":\"*:SECOND_LEVEL_OFFICER@浦东新区总工会\"}",
                details);
    }

    private Account create(String userName, Organisation organisation) {
        return accounts.create(administrator, userName, "经办", Set.of(grant(organisation)))
                .account();
    }

    private static Grant grant(Organisation organisation) {
        return new Grant(organisation.id(), "*", Role.SECOND_LEVEL_OFFICER);
    }

    private static Account with(Account account, String displayName, Set<Grant> grants) {
        return new Account(
                account.id(),
                account.userName(),
                displayName,
                account.disabled(),
                account.locked(),
                grants,
                account.version());
    }

    private static void refused(String code, Runnable work) {
        RefusedException refusal = assertThrows(RefusedException.class, work::run);
        assertEquals(code, refusal.violations().getFirst().code());
    }
}
