package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.programme.EditionState;
import org.shishi.api.record.HistoryEntry;
import org.shishi.api.record.TransitionRequest;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Feature;
import org.shishi.core.record.workshop.Size;
import org.shishi.core.record.workshop.Workshop;

@ParameterizedClass
@EnumSource
class SavingTest {

    private final World world;

    SavingTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
    }

    @Test
    void createsInTheFirstStateOwnedByTheActingOrganisation() {
        Workshop draft = world.draft("  木工\u3000坊 ");
        draft.setDistrict(District.PUDONG);
        draft.setFeatures(EnumSet.of(Feature.MUSIC, Feature.LIGHT));
        draft.setArea(new BigDecimal("12.50"));
        draft.setCostFen(123_456L);
        draft.setOpenedOn(World.TODAY);
        draft.setOpenDaily(false);
        draft.setNote(" two\r\nlines\u0000 ");

        Workshop saved = world.workshops.create(world.officer(), draft);
        Workshop read = world.workshops.get(world.officer(), saved.id());

        assertNotSame(draft, saved);
        assertEquals("木工\u3000坊", read.getName());
        assertEquals("two\nlines", read.getNote());
        assertEquals(Set.of(Feature.LIGHT, Feature.MUSIC), read.getFeatures());
        assertEquals("DRAFT", read.head().status());
        assertEquals(world.tree.factory.id(), read.head().ownerOrg());
        assertEquals(world.officer().accountId(), read.head().createdBy());
        assertEquals(world.clock().instant(), read.head().createdAt());
        assertEquals(saved.version(), read.version());
        assertNull(read.head().importId());
    }

    @Test
    void ownsForABodyInScopeOnly() {
        Workshop below = world.draft("a");
        below.head().ownerOrg(world.tree.factory.id());
        Workshop beside = world.draft("b");
        beside.head().ownerOrg(world.tree.west.id());

        assertEquals(
                world.tree.factory.id(),
                world.workshops.create(world.eastOfficer(), below).head().ownerOrg());
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.workshops.create(world.eastOfficer(), beside)));
        assertTrue(world.audit.stream().anyMatch(line -> line.action().equals("record.refused")));
    }

    @Test
    void saysEverythingThatIsWrongAtOnceInTheOrderOfTheRules() {
        Workshop draft = world.workshops.type().blank();
        draft.setNote("n".repeat(201));
        draft.setArea(new BigDecimal("1234567.123"));
        draft.setPlaces(0);
        draft.setOpenedOn(World.TODAY.plusDays(1));

        String all = "WS-MISSING(name) CORE-MISSING(size) CORE-DIGITS(area) CORE-LENGTH(note)"
                + " WS-PLACES(places) WS-FUTURE(openedOn)";
        assertEquals(all, World.codes(world.workshops.validate(world.officer(), draft)));
        assertEquals(all, World.refusal(() -> world.workshops.create(world.officer(), draft)));
        assertNull(draft.head().status(), "validating changes nothing");
        assertEquals("CORE-NOT-FOUND", World.refusal(() -> world.workshops.get(world.officer(), draft.id())));
    }

    @Test
    void bothSidesOfEveryLimit() {
        Workshop draft = world.draft("字".repeat(20));
        draft.setPlaces(1);
        draft.setNote("n".repeat(200));
        draft.setArea(new BigDecimal("999999.99"));
        draft.setOpenedOn(World.TODAY);
        assertEquals("", World.codes(world.workshops.validate(world.officer(), draft)));

        draft.setName("字".repeat(21));
        draft.setArea(new BigDecimal("999999.991"));
        assertEquals(
                "CORE-LENGTH(name) CORE-DIGITS(area)", World.codes(world.workshops.validate(world.officer(), draft)));
        draft.setName("𠮷".repeat(20));
        draft.setArea(new BigDecimal("1.500000"));
        assertEquals("", World.codes(world.workshops.validate(world.officer(), draft)));
    }

    @Test
    void aKeyIsTakenOncePerYear() {
        world.created(world.officer(), "Same room");

        assertEquals(
                "WS-DUP(name)", World.refusal(() -> world.created(world.officer(), "same-room".replace('s', 'S'))));
        assertEquals("WS-DUP(name)", World.codes(world.workshops.validate(world.officer(), world.draft("S ameroom"))));
        world.created(world.officer(), "Other room");
    }

    @Test
    void aKeyOfAnotherYearIsTheTypesOwnQuestion() {
        world.engine.create(world.last, world.workshops.type()).create(world.officer(), world.draft("Room"));
        Workshop large = world.draft("Room");
        large.setSize(Size.LARGE);

        assertEquals("WS-BEFORE(size)", World.refusal(() -> world.workshops.create(world.officer(), large)));
        world.created(world.officer(), "Room");
    }

    @Test
    void anIncompleteRecordHasNoKeyToCompare() {
        Workshop one = world.workshops.type().blank();
        assertEquals(
                "WS-MISSING(name) CORE-MISSING(size)", World.codes(world.workshops.validate(world.officer(), one)));
    }

    @Test
    void updatesWhatChangedAndRemembersIt() {
        Workshop copy = world.created(world.officer(), "Room");
        world.pass(java.time.Duration.ofHours(1));
        copy.setName("Room 2");
        copy.setPlaces(11);
        copy.setMobile("13800001111");

        Workshop updated = world.workshops.update(world.officer(), copy);

        assertEquals(copy.version() + 1, updated.version());
        assertEquals(world.clock().instant(), updated.head().updatedAt());
        List<HistoryEntry> history = world.workshops.history(world.officer(), copy.id());
        assertEquals(
                List.of("create", "update"),
                history.stream().map(HistoryEntry::action).toList());
        HistoryEntry entry = history.getLast();
        assertEquals(List.of("name", "places", "mobile"), entry.changed());
        assertEquals(
                Map.of(
                        "name", new HistoryEntry.Change("Room", "Room 2"),
                        "places", new HistoryEntry.Change(10, 11)),
                entry.values());
        assertEquals("officer", entry.byName());
        assertEquals("示例工厂工会", entry.organisation());
        assertFalse(world.audit.toString().contains("13800001111"));
        World.Line line = world.audit.getLast();
        assertEquals("record.update", line.action());
        assertEquals("workshop/2026/workshops/" + copy.id(), line.object());
        assertEquals("name,places,mobile", line.details().get("fields"));
        assertEquals(64, line.details().get("before").length());
    }

    @Test
    void anUpdateWithoutChangesLeavesNoTrace() {
        Workshop copy = world.created(world.officer(), "Room");
        copy.setArea(null);
        copy.setName(" Room ");

        assertEquals(
                copy.version(), world.workshops.update(world.officer(), copy).version());
        assertEquals(1, world.workshops.history(world.officer(), copy.id()).size());
    }

    @Test
    void theKeyMovesWithTheName() {
        Workshop copy = world.created(world.officer(), "Room");
        world.created(world.officer(), "Taken");
        copy.setName("Taken");
        assertEquals("WS-DUP(name)", World.refusal(() -> world.workshops.update(world.officer(), copy)));
        copy.setName("Free");
        world.workshops.update(world.officer(), copy);

        world.created(world.officer(), "Room");
        assertEquals("WS-DUP(name)", World.refusal(() -> world.created(world.officer(), "Free")));
    }

    @Test
    void aStaleCopyIsRefused() {
        Workshop slow = world.created(world.officer(), "Room");
        Workshop fast = world.workshops.get(world.officer(), slow.id());
        fast.setPlaces(20);
        world.workshops.update(world.officer(), fast);
        slow.setPlaces(30);

        assertEquals("CORE-STALE", World.refusal(() -> world.workshops.update(world.officer(), slow)));
        assertEquals(20, world.workshops.get(world.officer(), slow.id()).getPlaces());
    }

    @Test
    void aMaskHandedBackKeepsTheValueBehindIt() {
        Workshop draft = world.draft("Room");
        draft.setMobile("13800001111");
        Workshop copy = world.workshops.create(world.officer(), draft);
        copy.setMobile("138****1111");
        copy.setPlaces(12);

        assertEquals(
                "13800001111", world.workshops.update(world.officer(), copy).getMobile());
    }

    @Test
    void aHandedOutCopyChangesNothing() {
        Workshop copy = world.created(world.officer(), "Room");
        world.programme.database().transact(em -> {
            world.workshops.get(world.officer(), copy.id()).setPlaces(99);
            world.workshops
                    .list(world.officer(), org.shishi.api.record.RecordQuery.first(10))
                    .items()
                    .getFirst()
                    .setPlaces(99);
            return null;
        });

        assertEquals(10, world.workshops.get(world.officer(), copy.id()).getPlaces());
    }

    @Test
    void onlyWhoMayCreateChangesAndOnlyInADraft() {
        Workshop copy = world.created(world.officer(), "Room");
        assertEquals(Set.of(), world.workshops.editable(world.reviewer(), copy));
        assertTrue(world.workshops.editable(world.officer(), copy).contains("name"));
        assertFalse(world.workshops.editable(world.officer(), copy).contains("visits"), "internal");
        copy.setPlaces(11);
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.workshops.update(world.reviewer(), copy)));

        Workshop declared = world.workshops.transition(world.officer(), copy.id(), -1, TransitionRequest.of("submit"));
        declared.setPlaces(11);
        assertEquals("WS-STATE(status)", World.refusal(() -> world.workshops.update(world.officer(), declared)));
    }

    /** Later numbers take nothing from a record that has it already. */
    @Test
    void onlyWhatTheEditionOffersIsTaken() {
        Workshop before = world.draft("Room");
        before.setFeatures(EnumSet.of(Feature.MUSIC, Feature.LIGHT));
        Workshop old = world.workshops.create(world.officer(), before);
        world.programme.offers("workshop.sizes", other(old.getSize()));
        world.programme.offers("workshop.features", Feature.WATER);

        Workshop draft = world.draft("Room 2");
        draft.setSize(old.getSize());
        draft.setFeatures(EnumSet.allOf(Feature.class));
        assertEquals("CORE-INPUT(size)", World.refusal(() -> world.workshops.create(world.officer(), draft)));
        draft.setSize(other(old.getSize()));
        assertEquals(
                Set.of(Feature.WATER),
                world.workshops.create(world.officer(), draft).getFeatures(),
                "tags that are not offered are left out");

        old.setPlaces(3);
        old.setFeatures(EnumSet.of(Feature.MUSIC, Feature.WATER));
        Workshop kept = world.workshops.update(world.officer(), old);
        assertEquals(Set.of(Feature.MUSIC, Feature.WATER), kept.getFeatures());
        kept.setSize(other(kept.getSize()));
        Workshop changed = world.workshops.update(world.officer(), kept);
        changed.setSize(other(changed.getSize()));
        assertEquals("CORE-INPUT(size)", World.refusal(() -> world.workshops.update(world.officer(), changed)));
    }

    private static Size other(Size size) {
        return size == Size.SMALL ? Size.LARGE : Size.SMALL;
    }

    @Test
    void aDraftOfAYearTakesNoRecordsYet() {
        world.programme.state(EditionState.DRAFT);

        assertEquals("CORE-EDITION-DRAFT", World.refusal(() -> world.created(world.officer(), "Room")));
    }

    @Test
    void aClosedEditionTakesNoNewInputButLetsWorkGoOn() {
        Workshop draft = world.created(world.officer(), "Room");
        Workshop declared = world.workshops.transition(
                world.officer(), world.created(world.officer(), "Room 2").id(), -1, TransitionRequest.of("submit"));
        world.programme.state(EditionState.CLOSED);

        assertEquals("CORE-EDITION-CLOSED", World.refusal(() -> world.created(world.officer(), "Room 3")));
        draft.setPlaces(11);
        assertEquals("CORE-EDITION-CLOSED", World.refusal(() -> world.workshops.update(world.officer(), draft)));
        assertEquals(Set.of(), world.workshops.editable(world.officer(), draft));
        assertEquals(
                "CORE-EDITION-CLOSED",
                World.refusal(() ->
                        world.workshops.transition(world.officer(), draft.id(), -1, TransitionRequest.of("submit"))));
        world.workshops.transition(world.reviewer(), declared.id(), -1, TransitionRequest.of("review"));

        world.programme.state(EditionState.ARCHIVED);
        assertEquals(
                "CORE-EDITION-CLOSED",
                World.refusal(() -> world.workshops.transition(
                        world.approver(), declared.id(), -1, TransitionRequest.of("approve"))));
    }

    @Test
    void whatTheDatabaseItselfRefusesIsAnAnswerToo() {
        Workshop draft = world.draft("Room");
        world.workshops.create(world.officer(), draft);
        Workshop same = world.draft("Other");
        UUID id = draft.id();

        assertEquals("CORE-EXISTS", World.refusal(() -> world.workshops.create(world.officer(), withId(same, id))));
    }

    private static Workshop withId(Workshop workshop, UUID id) {
        try {
            java.lang.reflect.Field field = Workshop.class.getDeclaredField("id");
            field.setAccessible(true);
            field.set(workshop, id);
            return workshop;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aClearValueNeedsAReasonAndARightAndLeavesATrace() {
        Workshop draft = world.draft("Room");
        draft.setMobile("13800001111");
        UUID id = world.workshops.create(world.officer(), draft).id();

        assertEquals("13800001111", world.workshops.reveal(world.officer(), id, "mobile", "call them"));
        assertEquals("13800001111", world.workshops.reveal(world.eastOfficer(), id, "mobile", "call them"));
        assertEquals(
                "CORE-FORBIDDEN", World.refusal(() -> world.workshops.reveal(world.reviewer(), id, "mobile", "why")));
        assertEquals(
                "CORE-FORBIDDEN",
                World.refusal(() -> world.workshops.reveal(world.westOfficer(), id, "mobile", "why")));
        assertEquals(
                "CORE-REASON-MISSING(reason)",
                World.refusal(() -> world.workshops.reveal(world.officer(), id, "mobile", " \u3000")));
        assertEquals(
                "CORE-INPUT(name)", World.refusal(() -> world.workshops.reveal(world.officer(), id, "name", "why")));
        assertEquals(
                2,
                world.audit.stream()
                        .filter(line -> line.action().equals("record.reveal")
                                && "call them".equals(line.reason())
                                && line.details().equals(Map.of("field", "mobile")))
                        .count());
    }

    @Test
    void filesAreForThoseWhoseTurnItIs() throws java.io.IOException {
        UUID id = world.created(world.officer(), "Room").id();
        world.workshops.attach(world.officer(), id, "plan", "plan.pdf", World.bytes("%PDF"));

        assertEquals(1, world.workshops.attachments(world.auditor(), id).size());
        UUID file = world.workshops.attachments(world.auditor(), id).getFirst().id();
        assertEquals(
                "%PDF",
                new String(world.workshops
                        .openAttachment(world.reviewer(), id, file)
                        .readAllBytes()));
        assertEquals(
                "CORE-FORBIDDEN",
                World.refusal(() -> world.workshops.attach(world.auditor(), id, "plan", "p.pdf", World.bytes("%PDF"))));
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.workshops.attachments(world.westOfficer(), id)));
        assertEquals(
                "CORE-FORBIDDEN", World.refusal(() -> world.workshops.openAttachment(world.westOfficer(), id, file)));
        assertEquals(
                "CORE-INPUT(kind)",
                World.refusal(() -> world.workshops.attach(world.officer(), id, "x", "p.pdf", World.bytes("%PDF"))));
        assertEquals(
                "attach", world.workshops.history(world.officer(), id).getLast().action());
        world.workshops.transition(world.officer(), id, -1, TransitionRequest.of("close", "no more"));
        assertEquals(
                "WS-STATE(status)",
                World.refusal(() -> world.workshops.attach(world.officer(), id, "plan", "p.pdf", World.bytes("%PDF"))));
    }

    @Test
    void aReachDoesNotWidenAnotherRolesRights() {
        // Sees everything below the east as auditor, creates only for exactly the east as enterprise contact.
        var both = world.person("both", world.tree.east, Role.AUDITOR, Role.ENTERPRISE_CONTACT);
        Workshop below = world.draft("a");
        below.head().ownerOrg(world.tree.factory.id());

        assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.workshops.create(both, below)));
        UUID id = world.created(world.officer(), "b").id();
        assertEquals("b", world.workshops.get(both, id).getName());
        assertEquals(LocalDate.of(2026, 7, 1), World.TODAY);
        world.workshops.create(both, world.draft("c"));
    }
}
