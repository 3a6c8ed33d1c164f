package org.shishi.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Accounts.Account;
import org.shishi.api.platform.Accounts.Created;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.SignIn.Token;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

/** The tests share a database; each makes its own account. */
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

    private static final String ADDRESS = "192.0.2.7";
    private static final String NEW_PASSWORD = "blue kettle under stairs";

    @Parameter
    TestDatabases.Kind kind;

    private TestDatabase db;
    private TestCity city;
    private SignInService signIn;
    private AccountsService accounts;
    private Caller administrator;
    private Organisation pudong;
    private int made;

    @BeforeParameterizedClassInvocation
    void open() {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        signIn = Identities.signIn(city);
        accounts = Identities.accounts(city);
        administrator = city.administrator();
        pudong = city.named("浦东新区总工会");
    }

    @AfterParameterizedClassInvocation
    void close() {
        db.close();
    }

    @Test
    void theRightPasswordMakesACaller() {
        Caller caller = signIn.signIn(" Demo-Second-Level-Officer ", "shishi-demo", ADDRESS);

        assertEquals("演示·区局经办", caller.name());
        assertEquals(pudong, caller.organisation());
        assertEquals(Set.of(Role.SECOND_LEVEL_OFFICER), caller.rolesIn("basket"));
        assertTrue(caller.may("basket", Right.SUBMIT));
        assertEquals("zh-CN", caller.locale().toLanguageTag());
        assertEquals(ADDRESS, caller.address());
        assertFalse(signIn.mustChangePassword(caller));
    }

    @Test
    void everyWrongCombinationGetsTheSameAnswer() {
        Created created = create();
        refused("CORE-LOGIN", () -> signIn.signIn(created.account().userName(), "wrong", ADDRESS));
        refused("CORE-LOGIN", () -> signIn.signIn("nobody-at-all", "wrong", ADDRESS));
        refused("CORE-LOGIN", () -> signIn.signIn(null, null, null));
        accounts.disable(administrator, created.account().id(), true);
        refused("CORE-LOGIN", () -> signIn.signIn(created.account().userName(), "wrong", ADDRESS));
        refused(
                "CORE-LOGIN-DISABLED",
                () -> signIn.signIn(created.account().userName(), created.oneTimePassword(), ADDRESS));
    }

    @Test
    void waitingGrowsWithEachFurtherFailureAndEndsWithTheRightPassword() {
        Created created = create();
        String name = created.account().userName();
        for (int i = 0; i < 5; i++) {
            refused("CORE-LOGIN", () -> signIn.signIn(name, "wrong", null));
        }
        assertEquals(List.of(1L), locked(name, created.oneTimePassword()));
        assertTrue(accounts.get(administrator, created.account().id()).locked());

        city.clock.pass(Duration.ofSeconds(61));
        refused("CORE-LOGIN", () -> signIn.signIn(name, "wrong", null));
        assertEquals(List.of(2L), locked(name, created.oneTimePassword()));
        city.clock.pass(Duration.ofSeconds(121));
        refused("CORE-LOGIN", () -> signIn.signIn(name, "wrong", null));
        assertEquals(List.of(4L), locked(name, created.oneTimePassword()));

        city.clock.pass(Duration.ofSeconds(241));
        signIn.signIn(name, created.oneTimePassword(), null);
        refused("CORE-LOGIN", () -> signIn.signIn(name, "wrong", null));
        signIn.signIn(name, created.oneTimePassword(), null);
    }

    @Test
    void anAdministratorUnlocks() {
        Created created = create();
        String name = created.account().userName();
        for (int i = 0; i < 5; i++) {
            refused("CORE-LOGIN", () -> signIn.signIn(name, "wrong", null));
        }
        locked(name, created.oneTimePassword());

        accounts.unlock(administrator, created.account().id());

        signIn.signIn(name, created.oneTimePassword(), null);
    }

    @Test
    void namesThatDoNotExistLockJustTheSame() {
        for (int i = 0; i < 5; i++) {
            refused("CORE-LOGIN", () -> signIn.signIn("no-such-name", "wrong", null));
        }
        locked("no-such-name", "wrong");
    }

    @Test
    void ofManyGuessesAtOnceOnlyTheFreeOnesAreTried() throws Exception {
        Created created = create();
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                running.add(threads.submit(
                        () -> code(() -> signIn.signIn(created.account().userName(), "wrong", null))));
            }
            for (Future<String> one : running) {
                answers.add(one.get(60, TimeUnit.SECONDS));
            }
        }

        assertEquals(5, answers.stream().filter("CORE-LOGIN"::equals).count());
        assertEquals(43, answers.stream().filter("CORE-LOGIN-LOCKED"::equals).count());
    }

    @Test
    void oneAddressThatTriesManyNamesWaitsButAProxyDoesNot() {
        String guesser = "203.0.113.9";
        for (int i = 0; i <= Attempts.FREE_BY_ADDRESS; i++) {
            String name = "guess-" + i;
            refused("CORE-LOGIN", () -> signIn.signIn(name, "wrong", guesser));
            refused("CORE-LOGIN", () -> signIn.signIn("local-" + name, "wrong", "127.0.0.1"));
        }

        refused("CORE-LOGIN-LOCKED", () -> signIn.signIn("demo-auditor", "shishi-demo", guesser));
        signIn.signIn("demo-auditor", "shishi-demo", "203.0.113.10");
        signIn.signIn("demo-auditor", "shishi-demo", "127.0.0.1");
    }

    @Test
    void aOneTimePasswordMustBeChangedFirst() {
        Created created = create();
        Caller caller = signIn.signIn(created.account().userName(), created.oneTimePassword(), ADDRESS);
        assertTrue(signIn.mustChangePassword(caller));
        refused("CORE-PASSWORD-CHANGE", () -> signIn.issueToken(caller));
        long mark = signIn.sessionMark(caller);

        signIn.changePassword(caller, created.oneTimePassword(), NEW_PASSWORD);

        assertFalse(signIn.mustChangePassword(caller));
        assertNotEquals(mark, signIn.sessionMark(caller));
        refused("CORE-LOGIN", () -> signIn.signIn(created.account().userName(), created.oneTimePassword(), ADDRESS));
        signIn.signIn(created.account().userName(), NEW_PASSWORD, ADDRESS);
    }

    @Test
    void aBadNewPasswordIsRefusedWithEveryReason() {
        Created created = create();
        Caller caller = signIn.signIn(created.account().userName(), created.oneTimePassword(), ADDRESS);

        refused("CORE-PASSWORD-WRONG", () -> signIn.changePassword(caller, "wrong", NEW_PASSWORD));
        RefusedException refusal = assertThrows(
                RefusedException.class, () -> signIn.changePassword(caller, created.oneTimePassword(), "password"));
        assertEquals(
                List.of("CORE-PASSWORD-SHORT", "CORE-PASSWORD-COMMON"),
                refusal.violations().stream().map(Violation::code).toList());
        refused(
                "CORE-PASSWORD-SAME",
                () -> signIn.changePassword(caller, created.oneTimePassword(), created.oneTimePassword()));
    }

    @Test
    void aTokenOpensUntilItEnds() {
        Caller caller = signIn.signIn("demo-city-officer", "shishi-demo", ADDRESS);
        Token token = signIn.issueToken(caller);

        Caller same = signIn.byToken(token.token(), "192.0.2.8").orElseThrow();
        assertEquals(caller.accountId(), same.accountId());
        assertEquals(caller.roles(), same.roles());
        assertEquals("192.0.2.8", same.address());
        assertTrue(
                signIn.byToken(token.token().toLowerCase(Locale.ROOT), ADDRESS).isEmpty());
        assertTrue(signIn.byToken("shishi_nonsense", ADDRESS).isEmpty());
        assertTrue(signIn.byToken(null, ADDRESS).isEmpty());
        assertFalse(stored(token.token()), "only the hash is kept");

        city.clock.pass(SignInService.TOKEN_LIFE.minusSeconds(1));
        assertTrue(signIn.byToken(token.token(), ADDRESS).isPresent());
        city.clock.pass(Duration.ofSeconds(1));
        assertTrue(signIn.byToken(token.token(), ADDRESS).isEmpty());
    }

    @Test
    void tokensAndSessionsEndWithAResetAndADisabling() {
        Created created = create();
        Caller caller = signIn.signIn(created.account().userName(), created.oneTimePassword(), ADDRESS);
        signIn.changePassword(caller, created.oneTimePassword(), NEW_PASSWORD);
        Token token = signIn.issueToken(caller);
        long mark = signIn.sessionMark(caller);

        String oneTime = accounts.resetPassword(administrator, created.account().id());

        assertTrue(signIn.byToken(token.token(), ADDRESS).isEmpty());
        assertNotEquals(mark, signIn.sessionMark(caller));
        Caller again = signIn.signIn(created.account().userName(), oneTime, ADDRESS);
        assertTrue(signIn.mustChangePassword(again));
        assertTrue(signIn.refresh(again).isPresent());

        accounts.disable(administrator, created.account().id(), true);
        assertTrue(signIn.refresh(again).isEmpty());
    }

    @Test
    void somebodyWithTwoOrganisationsActsForOneAtATimeAndIsRemembered() {
        Organisation huangpu = city.named("黄浦区总工会");
        Created created = create(
                new Grant(pudong.id(), "*", Role.SECOND_LEVEL_OFFICER),
                new Grant(huangpu.id(), "basket", Role.SECOND_LEVEL_APPROVER));
        Caller first = signIn.signIn(created.account().userName(), created.oneTimePassword(), ADDRESS);
        assertEquals(Set.of(huangpu, pudong), Set.copyOf(signIn.organisations(first)));

        Caller acting = signIn.actFor(first, huangpu.id());
        assertEquals(huangpu, acting.organisation());
        assertEquals(Set.of(Role.SECOND_LEVEL_APPROVER), acting.rolesIn("basket"));
        assertEquals(Set.of(), acting.rolesIn("skills"));
        refused(
                "CORE-FORBIDDEN",
                () -> signIn.actFor(first, city.organisations.city().id()));

        Caller next = signIn.signIn(created.account().userName(), created.oneTimePassword(), ADDRESS);
        assertEquals(huangpu, next.organisation());
        Account account = accounts.get(administrator, created.account().id());
        accounts.update(administrator, withGrants(account, new Grant(pudong.id(), "*", Role.INSPECTOR)));
        Caller now = signIn.refresh(next).orElseThrow();
        assertEquals(pudong, now.organisation());
        assertEquals(Set.of(Role.INSPECTOR), now.rolesIn("basket"));
    }

    @Test
    void withoutARoleThereIsNothingToDo() {
        Created created = create();
        accounts.update(administrator, withGrants(created.account()));

        refused(
                "CORE-LOGIN-NO-ROLE",
                () -> signIn.signIn(created.account().userName(), created.oneTimePassword(), ADDRESS));
    }

    @Test
    void theLanguageIsKept() {
        Created created = create();
        Caller caller = signIn.signIn(created.account().userName(), created.oneTimePassword(), ADDRESS);

        assertEquals(Locale.ENGLISH, signIn.speak(caller, Locale.ENGLISH).locale());
        assertEquals(Locale.ENGLISH, signIn.refresh(caller).orElseThrow().locale());
    }

    @Test
    void theLogTellsOfSignInsAndFailuresWithoutWhatWasTyped() {
        signIn.signedOut(signIn.signIn("demo-inspector", "shishi-demo", ADDRESS));
        refused("CORE-LOGIN", () -> signIn.signIn("typed-by-mistake-secret", "wrong-secret", ADDRESS));

        List<String> lines = city.database.read(handle -> handle.createQuery(
                        "select action || account_name || object || details || coalesce(reason, '')"
                                + " from core.audit_entry where action like 'session.%'")
                .mapTo(String.class)
                .list());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("session.sign-in演示·抽查人员")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("session.sign-out演示·抽查人员")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("session.refused–")));
        assertTrue(lines.stream().noneMatch(line -> line.contains("secret")));
    }

    private Created create(Grant... grants) {
        Set<Grant> granted =
                grants.length == 0 ? Set.of(new Grant(pudong.id(), "*", Role.SECOND_LEVEL_OFFICER)) : Set.of(grants);
        return accounts.create(administrator, "tester-" + ++made, "测试员", granted);
    }

    private static Account withGrants(Account account, Grant... grants) {
        return new Account(
                account.id(),
                account.userName(),
                account.displayName(),
                account.disabled(),
                account.locked(),
                Set.of(grants),
                account.version());
    }

    private List<Object> locked(String userName, String password) {
        RefusedException refusal = assertThrows(RefusedException.class, () -> signIn.signIn(userName, password, null));
        assertEquals("CORE-LOGIN-LOCKED", refusal.violations().getFirst().code());
        return refusal.violations().getFirst().args();
    }

    private boolean stored(String token) {
        return city.database.read(handle -> handle.createQuery(
                                "select count(*) from core.access_token where hash like :token or cast(id as varchar)"
                                        + " = :token")
                        .bind("token", "%" + token + "%")
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    private static void refused(String code, Runnable work) {
        assertEquals(code, code(work));
    }

    private static String code(Runnable work) {
        return assertThrows(RefusedException.class, work::run)
                .violations()
                .getFirst()
                .code();
    }
}
