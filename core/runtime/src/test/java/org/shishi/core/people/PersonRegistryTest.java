package org.shishi.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.People.Detail;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.api.platform.PersonRegistry.Query;
import org.shishi.api.platform.PersonRegistry.Row;
import org.shishi.api.platform.PersonRegistry.View;
import org.shishi.api.record.TransitionRequest;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.GuestIds;
import org.shishi.core.record.LiveYears;
import org.shishi.core.record.World;
import org.shishi.core.record.workshop.Guest;
import org.shishi.core.record.workshop.Guests;

@ParameterizedClass
@EnumSource
class PersonRegistryTest {

    private static final Query ALL = new Query(null, null, null, null, null, null, null, 50);

    private final World world;
    private final PersonRegistry registry;

    PersonRegistryTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        registry = new PersonRegistryService(
                world.db.core(),
                world.persons,
                new Consents(world.db.core(), world.clock()),
                new LiveYears(),
                (caller, action, object, reason, details) ->
                        world.audit.add(new World.Line(caller.name(), action, object, reason, details)));
    }

    private Row registered(Caller caller, int person, String name, String mobile) {
        return registry.register(caller, PersonDraft.of(null, GuestIds.of(person), name, mobile));
    }

    private Guest invited(Caller caller, int person, String part) {
        Guest guest = Guests.TYPE.blank();
        guest.setName("示例甲");
        guest.setNumber(GuestIds.of(person));
        guest.setPart(part);
        Guest saved = world.guests.create(caller, guest);
        return world.guests.transition(caller, saved.id(), -1, TransitionRequest.of("invite"));
    }

    private List<UUID> found(Caller caller, Query query) {
        return registry.list(caller, query).stream().map(Row::id).toList();
    }

    private static Query by(DocumentKind kind, String number, String name, String mobile) {
        return new Query(kind, number, name, mobile, null, null, null, 50);
    }

    @Test
    void isFoundByWholeDocumentNameOrMobileOnly() {
        Row one = registered(world.officer(), 1, "示例甲乙", "139 0000 0001");
        Row other =
                registry.register(world.officer(), PersonDraft.of(DocumentKind.PASSPORT, " e1234567 ", "示例丙", null));

        assertEquals("E1****67", other.maskedDocument());
        assertEquals("示***", one.maskedName());
        assertEquals(
                List.of(one.id()),
                found(world.officer(), by(null, GuestIds.of(1).toLowerCase(), null, null)));
        assertEquals(List.of(other.id()), found(world.officer(), by(DocumentKind.PASSPORT, "E1234567", null, null)));
        assertEquals(List.of(), found(world.officer(), by(DocumentKind.OTHER, "E1234567", null, null)));
        assertEquals(List.of(one.id()), found(world.officer(), by(null, null, " 示例甲乙", null)));
        assertEquals(List.of(), found(world.officer(), by(null, null, "示例", null)));
        assertEquals(List.of(one.id()), found(world.officer(), by(null, null, null, "+86 139-0000-0001")));
        assertEquals(List.of(), found(world.officer(), by(null, "310", null, null)));
        assertFalse(by(null, GuestIds.of(1), "示例甲乙", null).toString().contains(GuestIds.of(1)));
    }

    @Test
    void nobodySeesPersonsOfOthersNorEndsOfTheirParts() {
        Row mine = registered(world.officer(), 2, "示例甲", null);
        Guest elsewhere = invited(world.westOfficer(), 3, "meal");
        invited(world.officer(), 2, "meal");

        assertEquals(List.of(mine.id()), found(world.officer(), ALL));
        assertEquals(List.of(mine.id()), found(world.eastOfficer(), ALL), "those below, too");
        assertEquals(List.of(), found(world.eastOfficer(), by(null, GuestIds.of(3), null, null)));
        assertEquals("CORE-NOT-FOUND", World.refusal(() -> registry.get(world.eastOfficer(), elsewhere.getPersonId())));
        assertEquals(2, found(world.approver(), ALL).size());
        invited(world.eastOfficer(), 3, "day");
        View seen = registry.get(world.eastOfficer(), elsewhere.getPersonId());
        assertEquals(
                List.of("day"),
                seen.parts().stream().map(part -> part.kind().zh()).toList().stream()
                        .map(text -> text.replace("participation.", ""))
                        .toList());
        assertEquals(1, seen.elsewhere());
        assertTrue(seen.exclusions().stream().anyMatch(e -> e.group().equals("WS_MEAL")), "what excludes is told");
    }

    @Test
    void whoHoldsNoRoleThatViewsIsTurnedAway() {
        Row mine = registered(world.officer(), 4, "示例甲", null);
        for (Role role : List.of(Role.PLATFORM_ADMIN, Role.MEMBER)) {
            Caller caller = world.person("p-" + role, world.tree.city, role);
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> registry.list(caller, ALL)));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> registry.get(caller, mine.id())));
        }
        assertEquals(
                "CORE-FORBIDDEN",
                World.refusal(
                        () -> registry.register(world.auditor(), PersonDraft.of(null, GuestIds.of(5), "示例乙", null))));
        PersonDraft elsewhere =
                new PersonDraft(null, GuestIds.of(5), "示例乙", null, null, null, world.tree.west.id(), null, null, null);
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> registry.register(world.eastOfficer(), elsewhere)));
        Organisation factory = world.tree.factory;
        Caller contact = world.person("contact", factory, Role.ENTERPRISE_CONTACT);
        assertEquals(List.of(mine.id()), found(contact, ALL));
        Caller otherProgramme = new Caller(
                UUID.randomUUID(),
                "other",
                world.tree.west,
                Map.of("other", Set.of(Role.SECOND_LEVEL_OFFICER)),
                java.util.Locale.CHINESE,
                null);
        UUID guest = invited(world.westOfficer(), 6, "meal").getPersonId();
        assertEquals(List.of(), registry.get(otherProgramme, guest).parts(), "records of other programmes stay theirs");
    }

    @Test
    void whoTakesPartInNothingIsPaged() {
        Row first = registered(world.officer(), 7, "示例甲", null);
        Row second = registered(world.officer(), 8, "示例乙", null);
        Row busy = registered(world.officer(), 9, "示例丙", null);
        invited(world.officer(), 9, "meal");
        Query idle = new Query(null, null, null, null, null, 2026, null, 1);

        assertEquals(List.of(first.id()), found(world.eastOfficer(), idle));
        Query next = new Query(null, null, null, null, null, 2026, first.id(), 1);
        assertEquals(List.of(second.id()), found(world.eastOfficer(), next));
        assertEquals(
                List.of(), found(world.eastOfficer(), new Query(null, null, null, null, null, 2026, second.id(), 1)));
        assertEquals(
                List.of(first.id(), second.id(), busy.id()),
                found(world.eastOfficer(), new Query(null, null, null, null, null, 2025, null, 9)));
    }

    @Test
    void revealingNeedsRightAndReasonAndIsLogged() {
        Row mine = registered(world.eastOfficer(), 10, "示例甲", null);

        assertEquals(
                "CORE-FORBIDDEN", World.refusal(() -> registry.reveal(world.reviewer(), mine.id(), Detail.NAME, "核对")));
        assertEquals(
                "CORE-REASON-MISSING(reason)",
                World.refusal(() -> registry.reveal(world.eastOfficer(), mine.id(), Detail.NAME, "　")));
        assertEquals(
                "CORE-NOT-FOUND",
                World.refusal(() -> registry.reveal(world.westOfficer(), mine.id(), Detail.NAME, "核对")));
        assertEquals(GuestIds.of(10), registry.reveal(world.eastOfficer(), mine.id(), Detail.RESIDENT_ID, " 核对 "));
        assertNull(registry.reveal(world.eastOfficer(), mine.id(), Detail.MOBILE, "核对"));
        World.Line line = world.audit.stream()
                .filter(each -> each.action().equals("person.reveal"))
                .findFirst()
                .orElseThrow();
        assertEquals("核对", line.reason());
        assertFalse(world.audit.toString().contains(GuestIds.of(10)));
    }

    @Test
    void consentIsRecordedAndWithdrawn() {
        Guest guest = invited(world.officer(), 11, "meal");
        PersonRegistry.Consent given =
                registry.get(world.officer(), guest.getPersonId()).consents().getFirst();
        assertEquals("ENROLMENT", given.purpose());
        assertNull(given.withdrawnAt());

        registry.withdraw(world.officer(), guest.getPersonId(), given.id(), "本人要求");

        assertEquals(
                world.clock().instant(),
                registry.get(world.officer(), guest.getPersonId())
                        .consents()
                        .getFirst()
                        .withdrawnAt());
        assertEquals(
                "CORE-NOT-FOUND",
                World.refusal(() -> registry.withdraw(world.officer(), guest.getPersonId(), given.id(), "again")));
    }
}
