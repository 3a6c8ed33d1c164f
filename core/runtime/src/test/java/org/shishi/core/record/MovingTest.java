package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.record.HistoryEntry;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.time.Window;
import org.shishi.api.workflow.Transition;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Payment;
import org.shishi.core.record.workshop.Visit;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.Workshops;

@ParameterizedClass
@EnumSource
class MovingTest {

    private static final TransitionRequest SUBMIT = TransitionRequest.of("submit");
    private static final TransitionRequest REVIEW = TransitionRequest.of("review");
    private static final TransitionRequest APPROVE = TransitionRequest.of("approve", "fine");

    private final World world;

    MovingTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
    }

    private Workshop go(Caller caller, UUID id, TransitionRequest request) {
        return world.workshops.transition(caller, id, -1, request);
    }

    private String refused(Caller caller, UUID id, TransitionRequest request) {
        return World.refusal(() -> go(caller, id, request));
    }

    private static TransitionRequest back(Map<String, String> remarks) {
        return new TransitionRequest("return", " 请补充 ", remarks);
    }

    private UUID declared(String name) {
        UUID id = world.created(world.officer(), name).id();
        go(world.officer(), id, SUBMIT);
        return id;
    }

    @Test
    void goesTheWholeWayThroughThreeHands() {
        UUID id = declared("Room");
        go(world.reviewer(), id, REVIEW);
        world.pass(Duration.ofDays(1));
        Workshop approved = go(world.approver(), id, APPROVE);

        assertEquals("APPROVED", approved.head().status());
        assertEquals("approved 2026-07-02", approved.getNote(), "the effect is saved");
        assertEquals(
                approved.version(), world.workshops.get(world.officer(), id).version());
        List<HistoryEntry> history = world.workshops.history(world.auditor(), id);
        assertEquals(
                List.of("create", "submit", "review", "approve"),
                history.stream().map(HistoryEntry::action).toList());
        HistoryEntry last = history.getLast();
        assertEquals("REVIEWED", last.from());
        assertEquals("APPROVED", last.to());
        assertEquals("fine", last.reason());
        assertEquals("示例市总工会", last.organisation());
        assertEquals(world.clock().instant(), last.at());
        assertEquals(List.of("note"), last.changed());
        World.Line line = world.audit.getLast();
        assertEquals("record.transition", line.action());
        assertEquals("fine", line.reason());
        assertEquals(
                "REVIEWED>APPROVED",
                line.details().get("from") + ">" + line.details().get("to"));
    }

    /** K-8: a HARD window refuses on both of its sides; an extension opens it for one organisation alone. */
    @Test
    void outsideOfAHardWindowNothingIsHandedInButByWhoWasGivenLonger() {
        LocalDate day = World.TODAY;
        UUID id = world.created(world.officer(), "Room").id();
        UUID owner = world.workshops.get(world.officer(), id).head().ownerOrg();
        world.programme.window(organisation -> new Window(day.plusDays(1), day.plusDays(9)));
        assertEquals("WS-LATE", refused(world.officer(), id, SUBMIT), "before it");
        world.programme.window(organisation -> new Window(day.minusDays(9), day.minusDays(1)));
        assertEquals("WS-LATE", refused(world.officer(), id, SUBMIT), "after it");
        world.programme.window(organisation -> new Window(null, null));
        assertEquals("CORE-WINDOW-UNSET", refused(world.officer(), id, SUBMIT));
        world.programme.window(organisation ->
                new Window(day.minusDays(9), organisation.equals(world.tree.west.id()) ? day : day.minusDays(1)));
        assertEquals("WS-LATE", refused(world.officer(), id, SUBMIT), "somebody else was given longer");

        world.programme.window(
                organisation -> new Window(day.minusDays(9), organisation.equals(owner) ? day : day.minusDays(1)));
        assertEquals("DECLARED", go(world.officer(), id, SUBMIT).head().status(), "its own last day, which is within");
    }

    @Test
    void stateRightLevelAndScopeDecide() {
        UUID id = declared("Room");

        assertEquals("WS-STATE(status)", refused(world.approver(), id, APPROVE));
        assertEquals("CORE-INPUT(action)", refused(world.officer(), id, TransitionRequest.of("fly")));
        assertEquals("CORE-INPUT(action)", refused(world.officer(), id, new TransitionRequest(null, null, Map.of())));
        assertEquals("CORE-FORBIDDEN", refused(world.officer(), id, REVIEW), "right");
        assertEquals(
                "CORE-FORBIDDEN",
                refused(world.person("low", world.tree.factory, Role.SECOND_LEVEL_APPROVER), id, REVIEW),
                "level");
        assertEquals(
                "CORE-FORBIDDEN",
                refused(world.person("west", world.tree.west, Role.SECOND_LEVEL_APPROVER), id, REVIEW),
                "scope");
        assertEquals("DECLARED", world.workshops.get(world.officer(), id).head().status());
        assertEquals(
                List.of("review", "return"),
                world.workshops.available(world.reviewer(), world.workshops.get(world.reviewer(), id)).stream()
                        .map(Transition::action)
                        .toList());
        assertEquals(List.of(), world.workshops.available(world.officer(), world.workshops.get(world.officer(), id)));
    }

    @Test
    void guardsAreAskedAndSayEverythingOnce() {
        Workshop draft = world.draft("Room");
        draft.setPlaces(null);
        UUID id = world.workshops.create(world.officer(), draft).id();
        go(world.officer(), id, SUBMIT);

        assertEquals("WS-PLACES(places)", refused(world.reviewer(), id, REVIEW));
    }

    @Test
    void aReasonIsAskedForWhereItMust() {
        UUID id = declared("Room");
        assertEquals(
                "CORE-REASON-MISSING(reason)", refused(world.reviewer(), id, TransitionRequest.of("return", "\u3000")));
        assertEquals(
                "CORE-LENGTH(reason)", refused(world.reviewer(), id, TransitionRequest.of("return", "字".repeat(1001))));
        assertEquals(
                "CORE-INPUT(remarks.visits) CORE-LENGTH(remarks.name)",
                World.codes(sorted(
                        () -> go(world.reviewer(), id, back(Map.of("visits", "internal", "name", "字".repeat(501)))))));
        assertEquals(
                "CORE-INPUT(remarks.name)",
                refused(
                        world.reviewer(),
                        id,
                        new TransitionRequest("review", null, Map.of("name", "only with a return"))));
        go(world.reviewer(), id, new TransitionRequest("return", "字".repeat(1000), Map.of("name", "字".repeat(500))));
    }

    private static List<org.shishi.api.rule.Violation> sorted(Runnable work) {
        try {
            work.run();
        } catch (org.shishi.api.rule.RefusedException e) {
            return e.violations().stream()
                    .sorted(java.util.Comparator.comparing(org.shishi.api.rule.Violation::code))
                    .toList();
        }
        return List.of();
    }

    @Test
    void nobodyReviewsWhatTheyMadeOrReviewedAtAnotherLevel() {
        Caller both = world.person("both", world.tree.east, Role.SECOND_LEVEL_OFFICER, Role.SECOND_LEVEL_APPROVER);
        UUID made = world.created(both, "Made").id();
        go(world.eastOfficer(), made, SUBMIT);
        assertEquals("CORE-SELF-REVIEW(actingUser)", refused(both, made, REVIEW), "created");

        UUID handedIn = world.created(world.officer(), "Handed in").id();
        go(both, handedIn, SUBMIT);
        assertEquals("CORE-SELF-REVIEW(actingUser)", refused(both, handedIn, REVIEW), "submitted");

        UUID reviewed = declared("Reviewed");
        go(both, reviewed, REVIEW);
        Caller promoted = world.person("both", world.tree.city, Role.CITY_APPROVER);
        assertEquals("CORE-SELF-REVIEW(actingUser)", refused(promoted, reviewed, APPROVE), "other level");
        go(world.approver(), reviewed, APPROVE);
    }

    @Test
    void whoReturnedARecordReviewsItAgain() {
        UUID id = declared("Room");
        go(world.reviewer(), id, back(Map.of()));
        go(world.officer(), id, SUBMIT);
        go(world.reviewer(), id, REVIEW);
        go(world.approver(), id, back(Map.of()));
        go(world.reviewer(), id, REVIEW);

        assertEquals("APPROVED", go(world.approver(), id, APPROVE).head().status());
    }

    @Test
    void whoSettlesDidNotApprove() {
        UUID id = declared("Room");
        go(world.reviewer(), id, REVIEW);
        Caller both = world.person("approver", world.tree.city, Role.CITY_APPROVER, Role.CITY_FINANCE);
        go(both, id, APPROVE);
        Payment payment = Workshops.PAYMENTS.blank();
        payment.setWorkshop(id);
        payment.setAmountFen(5L);

        assertEquals("CORE-SELF-REVIEW(actingUser)", World.refusal(() -> world.payments.create(both, payment)));
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.payments.create(world.eastOfficer(), payment)));
        Payment paid = world.payments.create(world.finance(), payment);
        assertEquals(world.tree.factory.id(), paid.head().ownerOrg(), "parts belong to their whole's owner");
        assertEquals(Kind.ALWAYS, paid.head().status());
        assertEquals(1, world.payments.partsOf(world.officer(), id).size());
        Payment again = Workshops.PAYMENTS.blank();
        again.setWorkshop(id);
        again.setAmountFen(5L);
        assertEquals("CORE-EXISTS", World.refusal(() -> world.payments.create(world.finance(), again)));
    }

    @Test
    void afterAReturnOnlyWhatWasRemarkedIsMended() {
        UUID id = declared("Room");
        Workshop returned = go(world.reviewer(), id, back(Map.of("places", " 太少 ", "note", "写清楚")));

        assertEquals(Map.of("places", "太少", "note", "写清楚"), world.workshops.remarks(world.officer(), id));
        assertEquals(Set.of("places", "note"), world.workshops.editable(world.officer(), returned));
        assertEquals(Set.of(), world.workshops.changedSinceReturn(world.reviewer(), id));
        returned.setName("Else");
        returned.setPlaces(20);
        assertEquals("CORE-FIELD-LOCKED(name)", World.refusal(() -> world.workshops.update(world.officer(), returned)));
        assertEquals("CORE-FIELD-LOCKED(name)", World.codes(world.workshops.validate(world.officer(), returned)));
        returned.setName("Room");
        world.workshops.update(world.officer(), returned);
        assertEquals(Set.of("places"), world.workshops.changedSinceReturn(world.reviewer(), id));

        go(world.officer(), id, SUBMIT);
        assertEquals(Map.of(), world.workshops.remarks(world.officer(), id), "answered");
        assertEquals(Set.of("places"), world.workshops.changedSinceReturn(world.reviewer(), id));
        HistoryEntry entry = world.workshops.history(world.officer(), id).stream()
                .filter(e -> e.action().equals("return"))
                .findFirst()
                .orElseThrow();
        assertEquals("请补充", entry.reason());
        assertEquals(Map.of("places", "太少", "note", "写清楚"), entry.remarks());
        go(world.reviewer(), id, back(Map.of()));
        assertEquals(Set.of(), world.workshops.changedSinceReturn(world.reviewer(), id), "since the last one only");
    }

    @Test
    void aReturnWithoutRemarksOpensAllEvenInAStateThatIsNoDraft() {
        UUID id = declared("Room");
        go(world.reviewer(), id, REVIEW);
        Workshop declared = go(world.approver(), id, back(Map.of()));

        assertEquals("DECLARED", declared.head().status());
        assertTrue(world.workshops.editable(world.officer(), declared).contains("name"));
        declared.setPlaces(33);
        world.workshops.update(world.officer(), declared);
        assertEquals(Set.of("places"), world.workshops.changedSinceReturn(world.reviewer(), id));
    }

    @Test
    void aStaleVersionIsRefusedAndNoneIsFine() {
        Workshop created = world.created(world.officer(), "Room");
        Workshop changed = world.workshops.get(world.officer(), created.id());
        changed.setPlaces(12);
        world.workshops.update(world.officer(), changed);

        assertEquals(
                "CORE-STALE",
                World.refusal(
                        () -> world.workshops.transition(world.officer(), created.id(), created.version(), SUBMIT)));
        world.workshops.transition(world.officer(), created.id(), created.version() + 1, SUBMIT);
    }

    @Test
    void aBatchDoesWhatItCanAndSaysWhatItLeftOut() {
        UUID good = world.created(world.officer(), "Good").id();
        UUID done = declared("Done");
        UUID unknown = UUID.randomUUID();
        var result = world.workshops.transitionAll(world.officer(), List.of(done, good, unknown), SUBMIT);

        assertEquals(List.of(good), result.done());
        assertEquals(
                List.of("Done", unknown.toString()),
                result.skipped().stream().map(s -> s.title()).toList());
        assertEquals("WS-STATE(status)", World.codes(result.skipped().getFirst().reasons()));
        assertEquals("CORE-NOT-FOUND", World.codes(result.skipped().getLast().reasons()));
    }

    @Test
    void partsAreCountedOnTheWholeAndNeverChanged() {
        UUID id = declared("Room");
        Visit visit = Workshops.VISITS.blank();
        visit.setWorkshop(id);
        visit.setReport("fine");
        Visit saved = world.visits.create(world.person("inspector", world.tree.city, Role.INSPECTOR), visit);

        assertEquals(1, world.workshops.get(world.officer(), id).getVisits());
        assertEquals(
                "fine", world.visits.partsOf(world.officer(), id).getFirst().getReport());
        saved.setReport("changed");
        assertEquals("CORE-STATE(status)", World.refusal(() -> world.visits.update(world.officer(), saved)));
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.visits.create(world.auditor(), visit)));
    }

    @Test
    void theSystemMayDoWhatAUseCaseOffers() {
        Caller job = new Caller(
                Caller.SYSTEM_ID, "job", world.tree.city, Map.of(), java.util.Locale.SIMPLIFIED_CHINESE, null);
        UUID id = world.created(job, "Room").id();
        go(job, id, SUBMIT);
        go(job, id, REVIEW);
        assertEquals("APPROVED", go(job, id, APPROVE).head().status());
    }
}
