package org.shishi.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.shishi.core.text.CoreMessages;

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
                        world.audit.add(new World.Line(caller.name(), action, object, reason, details)),
                new CoreMessages());
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
        assertTrue(
                seen.parts().getFirst().state().zh().endsWith(".INVITED"),
                "in the programme's words, though it is away");
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
    void aCopyForThePersonHoldsAllInScopeInClearAndIsLogged(@TempDir Path home) {
        Guest guest = invited(world.officer(), 14, "meal");
        invited(world.westOfficer(), 14, "day");

        assertEquals("CORE-FORBIDDEN", World.refusal(() -> copied(world.reviewer(), guest, "本人申请", home)));
        assertEquals("CORE-REASON-MISSING(reason)", World.refusal(() -> copied(world.eastOfficer(), guest, " ", home)));
        String copy = copied(world.eastOfficer(), guest, "本人申请", home);
        assertTrue(copy.contains(GuestIds.of(14)) && copy.contains("示例甲"));
        assertTrue(copy.contains("participation.meal") && !copy.contains("participation.day"));
        assertTrue(copy.contains("另有 1 项"));
        assertTrue(copy.contains("本人同意登记。"));
        World.Line line = world.audit.stream()
                .filter(each -> each.action().equals("person.copy"))
                .findFirst()
                .orElseThrow();
        assertEquals("person/" + guest.getPersonId() + " 本人申请", line.object() + " " + line.reason());
    }

    private String copied(Caller caller, Guest guest, String reason, Path home) {
        Path file = home.resolve("copy.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            registry.copy(caller, guest.getPersonId(), reason, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().filter(entry -> entry.getName().endsWith(".xml")).forEach(entry -> {
                try {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Pattern.compile("&#x([0-9a-f]+);")
                .matcher(all)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }

    private List<PersonRegistry.Consent> consents(Caller caller, Guest guest) {
        return registry.get(caller, guest.getPersonId()).consents();
    }

    @Test
    void anotherPersonInARecordAgreesAnew() {
        Guest draft = Guests.TYPE.blank();
        draft.setName("示例甲");
        draft.setNumber(GuestIds.of(12));
        draft.setPart("meal");
        Guest saved = world.guests.create(world.officer(), draft);
        saved.setName("示例乙");
        saved.setNumber(GuestIds.of(13));

        Guest changed = world.guests.update(world.officer(), saved);

        assertFalse(changed.getPersonId().equals(saved.getPersonId()));
        assertEquals(1, consents(world.officer(), changed).size());
        changed.setTo(World.TODAY);
        assertEquals(
                1,
                consents(world.officer(), world.guests.update(world.officer(), changed))
                        .size());
    }

    @Test
    void consentIsRecordedAndWithdrawn() {
        Guest guest = invited(world.officer(), 11, "meal");
        PersonRegistry.Consent given =
                registry.get(world.officer(), guest.getPersonId()).consents().getFirst();
        assertEquals("ENROLMENT", given.purpose());
        assertEquals("本人同意登记。", given.text().zh(), "word for word");
        assertEquals("2026.1.0", given.version());
        assertEquals("officer", given.recordedBy());
        assertNull(given.withdrawnAt());
        Guest elsewhere = invited(world.westOfficer(), 11, "day");
        assertEquals(guest.getPersonId(), elsewhere.getPersonId());
        assertEquals(1, consents(world.officer(), guest).size(), "others' are theirs");
        assertEquals(2, consents(world.approver(), guest).size());
        PersonRegistry.Consent theirs = consents(world.westOfficer(), guest).getFirst();
        assertEquals(
                "CORE-NOT-FOUND",
                World.refusal(() -> registry.withdraw(world.officer(), guest.getPersonId(), theirs.id(), "x")));

        registry.withdraw(world.officer(), guest.getPersonId(), given.id(), "本人要求");

        PersonRegistry.Consent ended = consents(world.officer(), guest).getFirst();
        assertEquals(world.clock().instant(), ended.withdrawnAt());
        assertEquals("officer", ended.withdrawnBy());
        assertEquals(
                "CORE-NOT-FOUND",
                World.refusal(() -> registry.withdraw(world.officer(), guest.getPersonId(), given.id(), "again")));
    }
}
