package org.shishi.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Accounts.Created;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.ApiTokens;
import org.shishi.api.platform.ApiTokens.Scope;
import org.shishi.api.platform.Deputies.Deputy;
import org.shishi.api.platform.OpenSessions.Session;
import org.shishi.api.platform.SecondFactor;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.notice.InboxService;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

/** Second factors, sessions, API tokens and deputies; the tests share a database, each makes its own accounts. */
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysInTest {

    private static final String ADDRESS = "192.0.2.7";

    @Parameter
    TestDatabases.Kind kind;

    private TestDatabase db;
    private TestCity city;
    private SignInService signIn;
    private SecondFactorService factor;
    private SessionsService sessions;
    private ApiTokensService tokens;
    private Organisation pudong;
    private int made;

    @BeforeParameterizedClassInvocation
    void open() {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        Factors factors = Identities.factors(city, true);
        signIn = Identities.signIn(city, factors);
        factor = new SecondFactorService(db.core(), city.audit, city.clock, factors);
        sessions = new SessionsService(db.core(), city.audit, city.clock);
        tokens = new ApiTokensService(db.core(), city.organisations, city.audit, city.clock, factors);
        pudong = city.named("浦东新区总工会");
    }

    @AfterParameterizedClassInvocation
    void close() {
        db.close();
    }

    /** An account that has set its password, and it. */
    private record Person(String name, String password, UUID id) {}

    private Person person(Role role) {
        return person(new Grant(pudong.id(), "*", role));
    }

    private Person person(Grant... grants) {
        Created created =
                Identities.accounts(city).create(city.administrator(), "way-" + ++made, "测试员" + made, Set.of(grants));
        String name = created.account().userName();
        Caller first = signIn.signIn(name, created.oneTimePassword(), ADDRESS);
        String password = "copper lantern orchard";
        signIn.changePassword(first, created.oneTimePassword(), password);
        return new Person(name, password, created.account().id());
    }

    private Caller enter(Person person) {
        return signIn.signIn(person.name, person.password, ADDRESS);
    }

    private String code(SecondFactor.Enrolment enrolment) {
        String secret = enrolment.secret().replace(" ", "");
        return Totp.code(decode(secret), Totp.step(city.clock.instant()), Totp.DIGITS);
    }

    private static byte[] decode(String base32) {
        java.math.BigInteger bits = java.math.BigInteger.ZERO;
        for (char c : base32.toCharArray()) {
            bits = bits.shiftLeft(5).or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
        }
        byte[] bytes = new byte[20];
        byte[] raw = bits.toByteArray();
        System.arraycopy(
                raw, Math.max(0, raw.length - 20), bytes, Math.max(0, 20 - raw.length), Math.min(20, raw.length));
        return bytes;
    }

    @Test
    void gravesRolesNeedASecondFactorAndOthersDoNot() {
        for (Role role : Role.values()) {
            Caller caller = city.caller(role, pudong);
            boolean grave =
                    role.rights().stream().anyMatch(Set.of(Right.UNMASK, Right.APPROVE, Right.PLATFORM)::contains);
            assertEquals(
                    grave ? SecondFactor.State.NEEDED : SecondFactor.State.NONE, factor.state(caller), role.name());
            assertEquals(
                    SecondFactor.State.NONE,
                    new SecondFactorService(db.core(), city.audit, city.clock, Identities.factors(city, false))
                            .state(caller));
        }
    }

    @Test
    void anEnrolledAccountSignsInWithACodeThatWorksOnce() {
        Person officer = person(Role.SECOND_LEVEL_OFFICER);
        Caller caller = enter(officer);
        refused("CORE-FACTOR-NEEDED", () -> signIn.issueToken(caller));
        refused("CORE-FACTOR-NEEDED", () -> tokens.issue(caller, "t", Scope.READ, null, today()));

        SecondFactor.Enrolment enrolment = factor.begin(caller);
        assertTrue(enrolment.uri().startsWith("otpauth://totp/Shishi:" + officer.name + "?secret="));
        refused("CORE-FACTOR-CODE", () -> factor.confirm(caller, "000000"));
        assertEquals(SecondFactor.State.NEEDED, factor.state(caller));
        List<String> recovery = factor.confirm(caller, code(enrolment));
        assertEquals(10, Set.copyOf(recovery).size());
        assertEquals(SecondFactor.State.ENROLLED, factor.state(caller));
        refused("CORE-FACTOR-ENROLLED", () -> factor.begin(caller));
        assertFalse(sealed(officer.id).contains(enrolment.secret().replace(" ", "")), "the secret is sealed");

        refused("CORE-LOGIN-CODE", () -> enter(officer));
        refused("CORE-FACTOR-CODE", () -> enter(officer, code(enrolment)));
        city.clock.pass(Duration.ofSeconds(30));
        Caller again = enter(officer, code(enrolment));
        refused("CORE-FACTOR-CODE", () -> enter(officer, code(enrolment)));
        assertTrue(signIn.byToken(signIn.issueToken(again).token(), ADDRESS).isPresent());

        enter(officer, recovery.getFirst().toUpperCase(java.util.Locale.ROOT));
        refused("CORE-FACTOR-CODE", () -> enter(officer, recovery.getFirst()));
        assertEquals(9, factor.recoveryCodesLeft(again));
        factor.remove(again, recovery.getLast());
        assertEquals(SecondFactor.State.NEEDED, factor.state(again));
        enter(officer);
    }

    @Test
    void guessingCodesLocksTheAccountAlsoBetweenRightPasswords() {
        Person officer = person(Role.SECOND_LEVEL_OFFICER);
        Caller caller = enter(officer);
        factor.confirm(caller, code(factor.begin(caller)));
        refused("CORE-LOGIN-CODE", () -> enter(officer));
        refused("CORE-FACTOR-CODE", () -> enter(officer, "000000"));
        refused("CORE-LOGIN-CODE", () -> enter(officer));
        refused("CORE-FACTOR-CODE", () -> enter(officer, "000001"));
        refused("CORE-LOGIN-CODE", () -> enter(officer));

        refused("CORE-LOGIN-LOCKED", () -> enter(officer, "000002"));
    }

    @Test
    void anAdministratorsResetTakesALostAuthenticatorAway() {
        Person officer = person(Role.SECOND_LEVEL_OFFICER);
        Caller caller = enter(officer);
        factor.confirm(caller, code(factor.begin(caller)));

        String once = Identities.accounts(city).resetPassword(city.administrator(), officer.id);

        assertTrue(signIn.mustChangePassword(signIn.signIn(officer.name, once, ADDRESS)));
    }

    @Test
    void sessionsAreListedAndEndedOneByOneOrAll() {
        Person officer = person(Role.GRASSROOTS_OFFICER);
        Caller caller = enter(officer);
        Caller stranger = enter(person(Role.GRASSROOTS_OFFICER));
        UUID desk = sessions.open(caller, "Desk\nBrowser");
        city.clock.pass(Duration.ofMinutes(1));
        UUID phone = sessions.open(caller, null);

        assertEquals(
                List.of(phone, desk),
                sessions.list(caller).stream().map(Session::id).toList());
        assertEquals("Desk Browser", sessions.list(caller).get(1).agent());
        assertEquals(ADDRESS, sessions.list(caller).get(1).address());
        sessions.end(stranger, desk);
        assertTrue(sessions.seen(caller, desk));
        assertFalse(sessions.seen(stranger, desk));
        sessions.end(caller, desk);
        assertFalse(sessions.seen(caller, desk));

        String token = signIn.issueToken(caller).token();
        String named = tokens.issue(caller, "接口", Scope.READ, null, today()).secret();
        long mark = signIn.sessionMark(caller);
        sessions.endAll(caller);
        assertEquals(List.of(), sessions.list(caller));
        assertNotEquals(mark, signIn.sessionMark(caller));
        assertTrue(signIn.byToken(token, ADDRESS).isEmpty());
        assertTrue(signIn.byToken(named, ADDRESS).isPresent());
    }

    @Test
    void sessionsBeforeAPasswordChangeAreNotListed() {
        Person officer = person(Role.GRASSROOTS_OFFICER);
        Caller caller = enter(officer);
        sessions.open(caller, "old");
        signIn.changePassword(caller, officer.password, "another lantern orchard");

        assertEquals(List.of(), sessions.list(caller));
    }

    @Test
    void aTokenHasItsScopeItsProgrammeItsEndAndItsLastUse() {
        Caller caller = enter(person(Role.GRASSROOTS_OFFICER));
        ApiTokens.Issued read = tokens.issue(caller, "只读", Scope.READ, null, today());
        ApiTokens.Issued write = tokens.issue(caller, "写", Scope.WRITE, "basket", today().plusDays(1));

        Caller reader = signIn.byToken(read.secret(), ADDRESS).orElseThrow();
        assertTrue(reader.may("basket", Right.VIEW));
        assertFalse(reader.may("basket", Right.CREATE));
        Caller writer = signIn.byToken(write.secret(), ADDRESS).orElseThrow();
        assertTrue(writer.may("basket", Right.CREATE));
        assertFalse(writer.may("skills", Right.VIEW));
        refused("CORE-FORBIDDEN", () -> tokens.issue(writer, "child", Scope.FULL, null, today()));
        assertEquals(city.clock.instant(), tokens.list(caller).getFirst().usedAt());

        city.clock.pass(Duration.between(city.clock.instant(), read.token().expiresAt()));
        assertTrue(signIn.byToken(read.secret(), ADDRESS).isEmpty());
        assertTrue(signIn.byToken(write.secret(), ADDRESS).isPresent());
        tokens.revoke(enter(person(Role.GRASSROOTS_OFFICER)), write.token().id());
        assertTrue(signIn.byToken(write.secret(), ADDRESS).isPresent());
        tokens.revoke(caller, write.token().id());
        assertTrue(signIn.byToken(write.secret(), ADDRESS).isEmpty());
    }

    @Test
    void aTokenNeverUnmasksUnlessItMayDoEverything() {
        Caller caller = enter(person(Role.SERVICE_CENTRE_OFFICER));
        factor.confirm(caller, code(factor.begin(caller)));
        for (Scope scope : Scope.values()) {
            String secret =
                    tokens.issue(caller, scope.name(), scope, null, today()).secret();
            assertEquals(
                    scope == Scope.FULL,
                    signIn.byToken(secret, ADDRESS).orElseThrow().may("basket", Right.UNMASK));
        }
    }

    @Test
    void badTokensAreRefusedWithEveryReason() {
        Caller caller = enter(person(Role.GRASSROOTS_OFFICER));
        RefusedException refusal = assertThrows(
                RefusedException.class, () -> tokens.issue(caller, " ", null, "No Programme", today().minusDays(1)));
        assertEquals(
                List.of("CORE-MISSING", "CORE-MISSING", "CORE-INPUT", "CORE-TOKEN-DAYS"),
                refusal.violations().stream().map(v -> v.code()).toList());
        tokens.issue(caller, "a year", Scope.READ, null, today().plusYears(1));
        refused(
                "CORE-TOKEN-DAYS",
                () -> tokens.issue(
                        caller, "n", Scope.READ, null, today().plusYears(1).plusDays(1)));
        for (int i = 1; i < ApiTokensService.MOST; i++) {
            tokens.issue(caller, "n" + i, Scope.READ, null, today());
        }
        refused("CORE-TOKEN-MANY", () -> tokens.issue(caller, "n", Scope.READ, null, today()));
    }

    @Test
    void aDeputyHasTheRolesFromTheFirstToTheLastDayUnderItsOwnName() {
        Person absent = person(Role.SECOND_LEVEL_APPROVER);
        Organisation huangpu = city.named("黄浦区总工会");
        Person deputy = person(new Grant(huangpu.id(), "*", Role.GRASSROOTS_OFFICER));
        DeputiesService deputies = Identities.deputies(city);
        LocalDate first = today().plusDays(2);
        Deputy appointed = deputies.appoint(city.administrator(), absent.id, deputy.name, first, first.plusDays(1));
        Caller caller = enter(deputy);
        assertEquals(
                List.of("您代理" + appointed.accountName()),
                new InboxService(city.database, city.clock)
                        .list(caller, true, null, 10).stream()
                                .map(message -> message.title().zh())
                                .toList());
        assertEquals(List.of(huangpu), signIn.organisations(caller));

        city.clock.pass(Duration.ofDays(2));
        assertEquals(Set.of(huangpu, pudong), Set.copyOf(signIn.organisations(caller)));
        Caller acting = signIn.actFor(caller, pudong.id());
        assertEquals(deputy.id, acting.accountId());
        assertEquals(Set.of(Role.SECOND_LEVEL_APPROVER), acting.rolesIn("basket"));

        city.clock.pass(Duration.ofDays(1));
        assertTrue(signIn.refresh(acting).orElseThrow().may("basket", Right.REVIEW));
        city.clock.pass(Duration.ofDays(1));
        assertFalse(signIn.refresh(acting).orElseThrow().may("basket", Right.REVIEW));
        refused("CORE-FORBIDDEN", () -> signIn.actFor(caller, pudong.id()));
    }

    @Test
    void beingADeputyIsNotPassedOnAndEndsWhenTakenBack() {
        Person absent = person(Role.SECOND_LEVEL_APPROVER);
        Person middle = person(Role.GRASSROOTS_OFFICER);
        Person last = person(Role.GRASSROOTS_OFFICER);
        DeputiesService deputies = Identities.deputies(city);
        Caller administrator = city.administrator();
        Deputy appointed = deputies.appoint(administrator, absent.id, middle.name, null, today());
        deputies.appoint(administrator, middle.id, last.name, null, today());

        assertTrue(enter(middle).may("basket", Right.REVIEW));
        assertFalse(enter(last).may("basket", Right.REVIEW));
        assertEquals(List.of(appointed), deputies.of(administrator, absent.id));
        deputies.end(administrator, appointed.id());
        assertFalse(enter(middle).may("basket", Right.REVIEW));
    }

    @Test
    void platformAndProgrammesNeverMeetInADeputy() {
        Person officer = person(Role.SECOND_LEVEL_OFFICER);
        Person admin = person(Role.PLATFORM_ADMIN);
        Person other = person(Role.GRASSROOTS_OFFICER);
        DeputiesService deputies = Identities.deputies(city);
        Caller administrator = city.administrator();
        refused("CORE-ACCOUNT-ADMIN", () -> deputies.appoint(administrator, officer.id, admin.name, null, today()));
        refused("CORE-ACCOUNT-ADMIN", () -> deputies.appoint(administrator, admin.id, officer.name, null, today()));
        refused("CORE-DEPUTY-SELF", () -> deputies.appoint(administrator, officer.id, officer.name, null, today()));
        refused("CORE-DEPUTY-DAYS", () -> deputies.appoint(administrator, officer.id, other.name, null, null));
        refused(
                "CORE-DEPUTY-DAYS",
                () -> deputies.appoint(administrator, officer.id, other.name, null, today().minusDays(1)));
        refused("CORE-NOT-FOUND", () -> deputies.appoint(administrator, officer.id, "nobody-here", null, today()));

        // Roles that change afterwards do not get around it.
        deputies.appoint(administrator, officer.id, other.name, null, today());
        var account = Identities.accounts(city).get(administrator, other.id);
        Identities.accounts(city)
                .update(
                        administrator,
                        new org.shishi.api.platform.Accounts.Account(
                                account.id(),
                                account.userName(),
                                account.displayName(),
                                false,
                                false,
                                Set.of(new Grant(pudong.id(), "*", Role.PLATFORM_ADMIN)),
                                account.version()));
        assertEquals(Set.of(Role.PLATFORM_ADMIN), enter(other).rolesIn("basket"));
    }

    private Caller enter(Person person, String code) {
        return signIn.signIn(person.name, person.password, code, ADDRESS);
    }

    private LocalDate today() {
        return LocalDate.now(city.clock);
    }

    private String sealed(UUID account) {
        return city.database.read(
                handle -> handle.createQuery("select secret from core.second_factor where account_id = :id")
                        .bind("id", account)
                        .mapTo(String.class)
                        .one());
    }

    private static void refused(String code, Executable work) {
        assertEquals(
                code,
                assertThrows(RefusedException.class, work)
                        .violations()
                        .getFirst()
                        .code());
    }
}
