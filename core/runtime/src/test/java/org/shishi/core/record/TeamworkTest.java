package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Todo;
import org.shishi.api.record.HistoryEntry;
import org.shishi.api.record.Teamwork;
import org.shishi.api.record.Teamwork.Act;
import org.shishi.api.record.Teamwork.Person;
import org.shishi.api.record.Teamwork.Verdict;
import org.shishi.api.record.TransitionRequest;
import org.shishi.core.persistence.TestDatabases;

@ParameterizedClass
@EnumSource
class TeamworkTest {

    private static final TransitionRequest REVIEW = TransitionRequest.of("review");

    private final World world;
    private final Todos todos;
    private final Teamwork team;
    private final Caller reviewer;
    private final Caller second;
    private final Caller third;
    private final Caller approver;
    private final Caller officer;

    TeamworkTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        todos = new TodoService(world.db.core(), new LiveYears(), world.clock());
        team = world.workshops.teamwork();
        officer = world.stored(world.officer());
        reviewer = world.stored(world.reviewer());
        second = world.stored(world.person("second", world.tree.east, Role.SECOND_LEVEL_APPROVER));
        third = world.stored(world.person("third", world.tree.city, Role.CITY_OFFICER));
        approver = world.stored(world.approver());
        world.stored(world.auditor());
        world.stored(world.eastOfficer());
    }

    private UUID declared() {
        UUID id = world.created(officer, "Room " + UUID.randomUUID().toString().substring(0, 8))
                .id();
        go(officer, id, TransitionRequest.of("submit"));
        return id;
    }

    private void go(Caller caller, UUID id, TransitionRequest request) {
        world.workshops.transition(caller, id, -1, request);
    }

    private String refused(Caller caller, UUID id, TransitionRequest request) {
        return World.refusal(() -> go(caller, id, request));
    }

    private String state(UUID id) {
        return world.workshops.get(reviewer, id).head().status();
    }

    private List<Todo> mine(Caller caller) {
        return todos.list(caller, Todos.Query.ALL_MINE, null, 100);
    }

    private static List<UUID> ids(Caller... callers) {
        return List.of(callers).stream().map(Caller::accountId).toList();
    }

    private List<String> actions(UUID id) {
        return world.workshops.history(reviewer, id).stream()
                .map(HistoryEntry::action)
                .toList();
    }

    @Test
    void severalMustAgreeBeforeTheStep() {
        UUID id = declared();
        team.askBefore(reviewer, id, ids(second, third), "请看");
        assertEquals(Todos.Kind.SIGN, mine(third).getFirst().kind());
        assertEquals("third", mine(third).getFirst().holder());
        assertEquals("CORE-SIGN-OPEN", refused(reviewer, id, REVIEW));

        team.sign(second, id, true, "可以");
        Todo waiting = mine(reviewer).getFirst();
        assertEquals(1, waiting.agreed());
        assertEquals(2, waiting.asked());
        Teamwork.Situation half = team.situation(reviewer, id);
        assertEquals(1, half.round().agreed());
        assertFalse(half.acts().contains(Act.SIGN));
        assertTrue(team.situation(third, id).acts().contains(Act.SIGN));
        assertEquals("CORE-SIGN-OPEN", refused(reviewer, id, REVIEW));
        assertEquals("CORE-SIGN-NOT-ASKED", World.refusal(() -> team.sign(second, id, true, null)), "only once");

        team.sign(third, id, true, null);
        assertEquals(List.of(), mine(third));
        assertNull(team.situation(reviewer, id).round());
        assertEquals(
                "CORE-SELF-REVIEW(actingUser)", refused(second, id, REVIEW), "who signed leaves the step to others");
        go(reviewer, id, REVIEW);
        assertEquals("REVIEWED", state(id));
        assertEquals(List.of("create", "submit", "team.before", "team.agree", "team.agree", "review"), actions(id));
        assertEquals(
                "→ second、third：请看",
                world.workshops.history(reviewer, id).get(2).reason());
        assertEquals(
                "record.team.agree", world.audit.get(world.audit.size() - 2).action());
    }

    @Test
    void oneRefusalSendsBack() {
        UUID id = declared();
        team.askBefore(reviewer, id, ids(second, third), null);
        assertEquals("CORE-REASON-MISSING(reason)", World.refusal(() -> team.sign(third, id, false, " ")));
        team.sign(third, id, false, "缺少照片");
        assertEquals("DRAFT", state(id));
        assertEquals(List.of(), mine(second), "nobody is waited for any more");
        assertTrue(mine(officer).getFirst().returned());
        assertEquals(List.of("team.refuse", "return"), actions(id).subList(3, 5));
    }

    @Test
    void signersMustBeOthersWhoHandledNothing() {
        UUID id = declared();
        assertEquals("CORE-TEAM-NOBODY(people)", World.refusal(() -> team.askBefore(reviewer, id, List.of(), null)));
        assertEquals(
                "CORE-TEAM-PERSON(people)", World.refusal(() -> team.askBefore(reviewer, id, ids(reviewer), null)));
        assertEquals(
                "CORE-TEAM-PERSON(people)",
                World.refusal(() -> team.askBefore(reviewer, id, ids(world.auditor()), null)),
                "who only reads signs nothing");
        assertEquals(
                "CORE-TEAM-PERSON(people)",
                World.refusal(() -> team.askBefore(reviewer, id, List.of(UUID.randomUUID()), null)));
        assertEquals(
                "CORE-SELF-REVIEW(actingUser)",
                World.refusal(() -> team.askBefore(reviewer, id, ids(officer), null)),
                "created and submitted it");
        assertEquals("CORE-TEAM-STEP", World.refusal(() -> team.askBefore(approver, id, ids(third), null)));
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> team.askBefore(world.westOfficer(), id, ids(third), null)));

        List<String> offered = team.people(reviewer, id, Act.ASK_BEFORE, null, 50).stream()
                .map(Person::name)
                .toList();
        assertEquals(List.of("approver", "eastOfficer", "second", "third"), offered);
        assertEquals(1, team.people(reviewer, id, Act.ASK_BEFORE, "SECO", 50).size());

        go(reviewer, id, REVIEW);
        assertEquals(
                "CORE-SELF-REVIEW(actingUser)",
                World.refusal(() -> team.askBefore(approver, id, ids(reviewer), null)),
                "reviewed it at another level");
    }

    @Test
    void whoSignedAtOneLevelDecidesNothingAtAnother() {
        Caller both = world.stored(world.person("both", world.tree.city, Role.CITY_APPROVER));
        UUID id = declared();
        team.askBefore(reviewer, id, ids(both), null);
        team.sign(both, id, true, null);
        go(reviewer, id, REVIEW);
        assertEquals("CORE-SELF-REVIEW(actingUser)", refused(both, id, TransitionRequest.of("approve")));
        go(approver, id, TransitionRequest.of("approve"));
    }

    @Test
    void decidedNowTakenWhenAllHaveSigned() {
        UUID id = declared();
        team.askAfter(reviewer, id, TransitionRequest.of("review", "同意"), ids(second));
        assertEquals("DECLARED", state(id));
        assertEquals("review", team.situation(second, id).round().decision());
        assertEquals("CORE-SIGN-OPEN", refused(reviewer, id, REVIEW));
        assertEquals("CORE-SIGN-OPEN", World.refusal(() -> team.askBefore(reviewer, id, ids(third), null)));

        team.sign(second, id, true, null);
        assertEquals("REVIEWED", state(id));
        HistoryEntry last = world.workshops.history(reviewer, id).getLast();
        assertEquals("reviewer", last.byName(), "who decided, not who signed last");
        assertEquals("同意", last.reason());
        assertEquals("approve", mine(approver).getFirst().actions().getFirst());
    }

    @Test
    void aDecisionIsCheckedAtOnce() {
        UUID id = declared();
        assertEquals(
                "CORE-FORBIDDEN", World.refusal(() -> team.askAfter(world.eastOfficer(), id, REVIEW, ids(second))));
        assertEquals(
                "CORE-INPUT(action)",
                World.refusal(() -> team.askAfter(reviewer, id, TransitionRequest.of("return", "x"), ids(second))));
    }

    @Test
    void passedOnItIsOnePersons() {
        UUID id = declared();
        assertEquals(
                List.of("reviewer", "second"),
                team.people(reviewer, id, Act.PASS_ON, null, 50).stream()
                        .map(Person::name)
                        .toList());
        assertEquals(
                "CORE-TEAM-PERSON(people)", World.refusal(() -> team.passOn(reviewer, id, third.accountId(), null)));
        team.passOn(reviewer, id, second.accountId(), "出差");
        assertEquals(List.of(), mine(reviewer));
        assertEquals(List.of("review"), mine(second).getFirst().actions());
        assertEquals("second", mine(second).getFirst().holder());
        assertEquals("second", team.situation(officer, id).waiting().getFirst().holder());
        assertEquals("CORE-TODO-PASSED", refused(reviewer, id, REVIEW));
        assertEquals("CORE-TODO-PASSED", refused(reviewer, id, TransitionRequest.of("return", "x")));
        Todos.Query unit = new Todos.Query(Todos.View.UNIT, Todos.Urgency.ALL, null, null);
        assertEquals(1, todos.list(reviewer, unit, null, 10).size());
        assertEquals(1, todos.list(world.eastOfficer(), unit, null, 10).size(), "the unit's, whoever may do it");
        assertEquals(0, todos.list(approver, unit, null, 10).size(), "another unit");

        team.passOn(reviewer, id, reviewer.accountId(), null);
        assertEquals("CORE-TODO-PASSED", refused(second, id, REVIEW));
        go(reviewer, id, REVIEW);
    }

    @Test
    void nudgedOnceADay() {
        UUID id = declared();
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> team.nudge(world.auditor(), id, null)));
        assertTrue(team.situation(officer, id).acts().contains(Act.NUDGE));
        assertEquals(2, team.nudge(officer, id, "请尽快"), "both reviewers of the district");
        assertFalse(team.situation(officer, id).acts().contains(Act.NUDGE));
        world.pass(Duration.ofHours(13).plusMinutes(59));
        assertEquals("CORE-NUDGED", World.refusal(() -> team.nudge(officer, id, null)), "23:59");
        world.pass(Duration.ofMinutes(1));
        team.passOn(reviewer, id, second.accountId(), null);
        assertEquals(1, team.nudge(officer, id, null), "midnight; now the one who holds it");
        assertEquals(2, actions(id).stream().filter("team.nudge"::equals).count());
    }

    @Test
    void copiesAreReadOnlyAndLeaveWhenRead() {
        UUID id = declared();
        team.copyTo(reviewer, id, ids(approver, world.auditor()), "供参考");
        Todos.Query copied = new Todos.Query(Todos.View.COPIED, Todos.Urgency.ALL, null, null);
        assertEquals(1, todos.list(approver, copied, null, 10).size());
        assertEquals(1, todos.counts(approver).copied());
        assertEquals(0, todos.counts(approver).open());
        go(reviewer, id, REVIEW);
        assertEquals(1, todos.list(world.auditor(), copied, null, 10).size(), "whatever happens to the record");
        team.read(approver, id);
        assertEquals(0, todos.counts(approver).copied());
        assertEquals(
                "CORE-TEAM-PERSON(people)",
                World.refusal(() -> team.copyTo(reviewer, id, ids(world.westOfficer()), null)),
                "may not see it");
    }

    @Test
    void takenBackUntilSomebodyActed() {
        UUID id = declared();
        assertEquals("CORE-WITHDRAW-NONE", World.refusal(() -> team.withdraw(reviewer, id, null)));
        team.nudge(officer, id, null);
        assertTrue(team.situation(officer, id).acts().contains(Act.WITHDRAW));
        team.withdraw(officer, id, "写错了");
        assertEquals("DRAFT", state(id));
        assertEquals(List.of("submit"), mine(officer).getFirst().actions());
        assertEquals(List.of(), mine(reviewer));
        assertEquals("CORE-WITHDRAW-NONE", World.refusal(() -> team.withdraw(officer, id, null)), "nothing is left");

        go(officer, id, TransitionRequest.of("submit"));
        team.passOn(reviewer, id, second.accountId(), null);
        assertFalse(team.situation(officer, id).acts().contains(Act.WITHDRAW));
        assertEquals("CORE-WITHDRAW-ACTED", World.refusal(() -> team.withdraw(officer, id, null)));
        go(second, id, REVIEW);
        go(approver, id, TransitionRequest.of("approve"));
        assertEquals("CORE-WITHDRAW-END", World.refusal(() -> team.withdraw(approver, id, null)));
    }

    @Test
    void theRequestForSignaturesIsTakenBack() {
        UUID id = declared();
        team.askBefore(reviewer, id, ids(second, third), null);
        team.sign(second, id, true, null);
        team.withdraw(reviewer, id, null);
        assertEquals(List.of(), mine(third));
        assertEquals("CORE-SIGN-NOT-ASKED", World.refusal(() -> team.sign(third, id, true, null)));
        go(reviewer, id, REVIEW);
    }

    @Test
    void sentBackToAnyEarlierStepWithRemarks() {
        UUID id = declared();
        go(reviewer, id, REVIEW);
        assertEquals(List.of("DECLARED", "DRAFT"), team.situation(approver, id).earlier());
        assertEquals(List.of(), team.situation(reviewer, id).earlier(), "who may not return it");
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> team.sendBack(reviewer, id, "DRAFT", "x", Map.of())));
        assertEquals(
                "CORE-BACK-STATE(state)", World.refusal(() -> team.sendBack(approver, id, "APPROVED", "x", Map.of())));
        assertEquals(
                "CORE-REASON-MISSING(reason)",
                World.refusal(() -> team.sendBack(approver, id, "DRAFT", null, Map.of())));
        team.sendBack(approver, id, "DRAFT", "重填", Map.of("places", "核对人数"));
        assertEquals("DRAFT", state(id));
        assertEquals(Map.of("places", "核对人数"), world.workshops.remarks(officer, id));
        assertEquals(Set.of("places"), world.workshops.editable(officer, world.workshops.get(officer, id)));
        assertTrue(mine(officer).getFirst().returned());
        assertEquals(
                1,
                todos.list(officer, Todos.Query.mine(Todos.Urgency.RETURNED), null, 9)
                        .size());
    }

    @Test
    void lapseWhenTheRecordGoesAnotherWay() {
        UUID id = declared();
        team.askBefore(reviewer, id, ids(third), null);
        go(reviewer, id, TransitionRequest.of("return", "缺件"));
        assertEquals("CORE-SIGN-NOT-ASKED", World.refusal(() -> team.sign(third, id, true, null)));
        assertEquals(List.of(), mine(third));
        assertEquals(0, world.db.core().<Integer>read(handle -> handle.createQuery(
                        "select count(*) from core.signature where verdict = :open")
                .bind("open", Verdict.OPEN)
                .mapTo(Integer.class)
                .one()));
    }

    @Test
    void filtersByTextAndUrgency() {
        UUID id = declared();
        String title = world.workshops.get(officer, id).getName();
        assertEquals(
                1,
                todos.list(reviewer, by(title.substring(5).toUpperCase(java.util.Locale.ROOT)), null, 9)
                        .size());
        assertEquals(0, todos.list(reviewer, by("%"), null, 9).size(), "no wildcard");
        assertEquals(
                0,
                todos.list(reviewer, Todos.Query.mine(Todos.Urgency.OVERDUE), null, 9)
                        .size());
        world.pass(Duration.ofDays(8));
        assertEquals(
                1,
                todos.list(reviewer, Todos.Query.mine(Todos.Urgency.OVERDUE), null, 9)
                        .size());
    }

    private static Todos.Query by(String text) {
        return new Todos.Query(Todos.View.MINE, Todos.Urgency.ALL, null, text);
    }

    /** From the second to the third of July. */
    private void standsIn(Caller deputy, Caller absent) {
        world.db
                .core()
                .transact(handle -> handle.execute(
                        "insert into core.deputy (id, account_id, deputy_id, from_day, until_day, created_at, created_by)"
                                + " values (?, ?, ?, ?, ?, now(), ?)",
                        UUID.randomUUID(),
                        absent.accountId(),
                        deputy.accountId(),
                        World.TODAY.plusDays(1),
                        World.TODAY.plusDays(2),
                        absent.accountId()));
    }

    @Test
    void aDeputyHasWhatWasPassedOnToWhomTheyStandInFor() {
        Caller deputy = world.stored(world.person("deputy", world.tree.east, Role.SECOND_LEVEL_APPROVER));
        standsIn(deputy, second);
        try {
            UUID id = declared();
            team.passOn(reviewer, id, second.accountId(), "请办");
            assertEquals(List.of(), mine(deputy), "the day before");
            assertEquals("CORE-TODO-PASSED", refused(deputy, id, REVIEW));

            assertEquals(List.of(), told(deputy), "nothing of the day before");

            world.pass(Duration.ofDays(1));
            team.nudge(reviewer, id, "今天要办");
            Todo todo = mine(deputy).getFirst();
            assertEquals(List.of("催办：" + todo.title()), told(deputy), "in whose hands it is today");
            assertEquals(id, todo.recordId());
            assertEquals("second", todo.holder());
            assertEquals(1, todos.counts(deputy).open());
            assertEquals(List.of(), mine(reviewer), "nobody's deputy");
            assertTrue(team.situation(deputy, id).acts().contains(Act.ASK_BEFORE));
            Caller elsewhere = world.person("deputy", world.tree.west, Role.SECOND_LEVEL_APPROVER);
            assertEquals(List.of(), mine(elsewhere), "for the organisation it waits in only");
            Caller without = world.person("deputy", world.tree.east, Role.SECOND_LEVEL_OFFICER);
            assertEquals(List.of(), mine(without), "without the right");

            world.pass(Duration.ofDays(2));
            assertEquals(List.of(), mine(deputy), "the day after");
            assertEquals("CORE-TODO-PASSED", refused(deputy, id, REVIEW));
            world.pass(Duration.ofDays(-1));
            team.passOn(second, id, reviewer.accountId(), null);
            team.passOn(reviewer, id, second.accountId(), "还是您办");
            assertEquals("转办：" + todo.title(), told(deputy).getLast());
            team.askBefore(second, id, ids(third), null);
            team.withdraw(second, id, null);
            team.copyTo(reviewer, id, ids(second), null);
            assertEquals(2, told(deputy).size(), "a copy is the person's");
            go(deputy, id, REVIEW);
            assertEquals("REVIEWED", state(id));
        } finally {
            world.db.core().transact(handle -> {
                handle.execute("delete from core.deputy");
                return handle.execute("delete from core.role_grant where account_id = ?", deputy.accountId());
            });
        }
    }

    private List<String> told(Caller caller) {
        return world.db.core().read(handle -> handle.createQuery(
                        "select title_zh from core.notice where account_id = :account order by id")
                .bind("account", caller.accountId())
                .map((row, context) -> row.getString(1))
                .list());
    }
}
