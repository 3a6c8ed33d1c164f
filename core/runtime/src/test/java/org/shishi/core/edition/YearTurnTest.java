package org.shishi.core.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.platform.EditionAdmin.Change;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.TestDatabases;

/** States of an edition, the copy for the next year, and windows held open for one organisation. */
class YearTurnTest {

    private static List<Violation> refused(Runnable work) {
        return assertThrows(RefusedException.class, work::run).violations();
    }

    private static List<String> codes(Runnable work) {
        return refused(work).stream().map(Violation::code).toList();
    }

    @ParameterizedTest
    @EnumSource
    void theNextYearIsCopiedConfirmedAndPublished(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            world.open(2026, EditionState.PUBLISHED);
            world.set(2026, "basket.target", 12_000, LocalDate.of(2026, 12, 31));
            EditionAdmin.Head copy = world.admin.copyToNextYear(world.officer, "basket", 2026);

            assertEquals(EditionState.DRAFT, copy.state());
            assertEquals(2026, copy.copiedFrom());
            assertEquals(10, copy.unconfirmed());
            assertEquals(12_000, world.number(2027, "basket.target").parameter().value());
            assertEquals(
                    LocalDate.of(2027, 10, 31),
                    world.number(2027, "basket.deadline").parameter().value());
            assertEquals(
                    Map.of("SPRING", Map.of("from", LocalDate.of(2027, 3, 1), "to", LocalDate.of(2027, 4, 30))),
                    world.number(2027, "basket.rounds").parameter().value());
            assertEquals(
                    List.of("CORE-EDITION-EXISTS"),
                    codes(() -> world.admin.copyToNextYear(world.officer, "basket", 2026)));

            // The bundle of that year arrives beside the other one and takes the copied values.
            LiveEdition next = world.open(2027, EditionState.PUBLISHED);
            assertEquals(EditionState.DRAFT, next.state());
            assertEquals(Optional.of(LocalDate.of(2027, 10, 31)), next.value("basket.deadline"));

            assertEquals(
                    10,
                    refused(() -> move(world, 2027, EditionState.PUBLISHED)).stream()
                            .filter(each -> each.code().equals("CORE-EDITION-UNCONFIRMED"))
                            .count());
            confirmAll(world);
            EditionAdmin.Head published = move(world, 2027, EditionState.PUBLISHED);
            assertEquals(EditionState.PUBLISHED, published.state());
            assertEquals(EditionState.PUBLISHED, next.state());
            assertEquals(List.of("edition/basket/2027"), world.logged("edition.published"));
        }
    }

    private static EditionAdmin.Head move(EditionWorld world, int year, EditionState to) {
        return world.admin.move(world.approver, "basket", year, to, "年度工作安排");
    }

    /** One changed, one alone, the rest together. */
    private static void confirmAll(EditionWorld world) {
        world.set(2027, "basket.target", 13_000, null);
        assertEquals(13_000, world.number(2027, "basket.target").parameter().value());
        world.admin.confirm(world.officer, "basket", 2027, List.of("basket.share"), null);
        assertEquals(
                List.of("CORE-STATE"),
                codes(() -> world.admin.confirm(world.officer, "basket", 2027, List.of("basket.share"), null)));
        List<String> rest = world.admin.sheet("basket", 2027, null).numbers().stream()
                .filter(each -> !each.revisions(Status.UNCONFIRMED).isEmpty())
                .map(each -> each.parameter().name())
                .toList();
        assertEquals(8, rest.size());
        assertEquals(
                List.of("CORE-REASON-MISSING"),
                codes(() -> world.admin.confirm(world.officer, "basket", 2027, rest, null)));
        world.admin.confirm(world.officer, "basket", 2027, rest, "与去年一致");
        assertEquals(0, world.admin.sheet("basket", 2027, null).head().unconfirmed());
    }

    @ParameterizedTest
    @EnumSource
    void whoConfirmedDoesNotPublish(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            world.open(2026, EditionState.PUBLISHED);
            world.admin.copyToNextYear(world.both, "basket", 2026);
            List<String> all = world.admin.sheet("basket", 2027, null).numbers().stream()
                    .map(each -> each.parameter().name())
                    .toList();
            world.admin.confirm(world.both, "basket", 2027, all, "与去年一致");

            assertEquals(
                    List.of("CORE-SELF-REVIEW"),
                    codes(() -> world.admin.move(world.both, "basket", 2027, EditionState.PUBLISHED, null)));
            move(world, 2027, EditionState.PUBLISHED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void publishingNeedsEveryValueButThoseTheNoticeDoesNotGive(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            String file = EditionWorld.file(EditionState.DRAFT).replace("value: 10000", "value:");
            LiveEdition edition = EditionWorld.open(world.book, 2026, file);
            List<Violation> found = refused(() -> move(world, 2026, EditionState.PUBLISHED));

            assertEquals(1, found.size());
            assertEquals("CORE-EDITION-UNSET", found.getFirst().code());
            assertEquals("basket.target", found.getFirst().field());
            world.set(2026, "basket.target", 5, null);
            move(world, 2026, EditionState.PUBLISHED);
            assertEquals(Optional.empty(), edition.value("basket.perHouseholdFen"));
        }
    }

    @Test
    void daysMoveByAYearWhereverTheyStand() {
        LocalDate leap = LocalDate.of(2024, 2, 29);
        assertEquals(LocalDate.of(2025, 2, 28), YearTurn.later(leap, 1));
        assertEquals(LocalDate.of(2028, 2, 29), YearTurn.later(leap, 4));
        assertEquals(
                List.of(LocalDate.of(2025, 2, 28), Map.of("to", LocalDate.of(2026, 1, 1)), "2024-02-29", 2024),
                YearTurn.later(List.of(leap, Map.of("to", LocalDate.of(2025, 1, 1)), "2024-02-29", 2024), 1));
    }

    /** Published after the edition, it would count from the beginning of a year in which things were decided already. */
    @ParameterizedTest
    @EnumSource
    void noChangeFromTheBeginningWaitsWhenTheYearIsPublished(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            LiveEdition edition = world.open(2026, EditionState.DRAFT);
            EditionAdmin.Revision dated = world.propose("basket.share", 20, LocalDate.of(2026, 9, 1));
            EditionAdmin.Revision waiting = world.propose("basket.target", 7, null);

            List<Violation> found = refused(() -> move(world, 2026, EditionState.PUBLISHED));
            assertEquals(1, found.size(), found.toString());
            assertEquals("CORE-EDITION-PENDING", found.getFirst().code());
            assertEquals("basket.target", found.getFirst().field());
            world.admin.publish(world.approver, waiting.id());
            move(world, 2026, EditionState.PUBLISHED);
            assertEquals(Optional.of(7), edition.value("basket.target"));
            world.admin.publish(world.approver, dated.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void statesFollowOneAnother(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            LiveEdition edition = world.open(2026, EditionState.PUBLISHED);
            assertEquals(
                    List.of("CORE-FORBIDDEN"),
                    codes(() -> world.admin.move(world.officer, "basket", 2026, EditionState.CLOSED, "年终")));
            assertEquals(List.of("CORE-EDITION-STATE"), codes(() -> move(world, 2026, EditionState.ARCHIVED)));
            assertEquals(List.of("CORE-EDITION-STATE"), codes(() -> move(world, 2026, EditionState.PUBLISHED)));
            assertEquals(
                    List.of("CORE-REASON-MISSING"),
                    codes(() -> world.admin.move(world.approver, "basket", 2026, EditionState.CLOSED, "")));
            assertEquals(List.of("CORE-NOT-FOUND"), codes(() -> move(world, 1999, EditionState.CLOSED)));

            move(world, 2026, EditionState.CLOSED);
            assertEquals(EditionState.CLOSED, edition.state());
            // The bundle opens again, with the state of its file: people's decision stays.
            assertEquals(
                    EditionState.CLOSED,
                    world.open(2026, EditionState.PUBLISHED).state());
            world.set(2026, "basket.target", 1, LocalDate.of(2026, 7, 1));
            move(world, 2026, EditionState.ARCHIVED);
            Change late = new Change("basket.target", 2, LocalDate.of(2026, 7, 1), "理由");
            assertEquals(
                    List.of("CORE-EDITION-STATE"),
                    codes(() -> world.admin.propose(world.officer, "basket", 2026, late)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWindowIsHeldOpenForOneOrganisation(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            LiveEdition edition = world.open(2026, EditionState.PUBLISHED);
            List<Organisation> second = world.city.organisations.secondLevel();
            UUID one = second.get(0).id();
            UUID other = second.get(1).id();
            LocalDate july = LocalDate.of(2026, 7, 15);

            assertEquals(
                    List.of("CORE-FORBIDDEN"), codes(() -> extend(world.officer, world, "basket.window", one, july)));
            assertEquals(
                    List.of("CORE-EXTENSION-DAY"),
                    codes(() -> extend(world.approver, world, "basket.window", one, LocalDate.of(2026, 6, 30))));
            assertEquals(
                    List.of("CORE-PARAM-UNKNOWN"),
                    codes(() -> extend(world.approver, world, "basket.nobody", one, july)));
            assertEquals(
                    List.of("CORE-PARAM-UNKNOWN"),
                    codes(() -> extend(world.approver, world, "basket.target", one, july)));
            assertEquals(
                    List.of("CORE-WINDOW-UNSET"),
                    codes(() -> extend(world.approver, world, "basket.rounds.AUTUMN", one, july)));
            assertEquals(
                    List.of("CORE-NOT-FOUND"),
                    codes(() -> extend(world.approver, world, "basket.window", UUID.randomUUID(), july)));

            EditionAdmin.Extension given = extend(world.approver, world, "basket.window", one, july);
            assertTrue(edition.window("basket.window", one).contains(july));
            assertFalse(edition.window("basket.window", one).contains(july.plusDays(1)));
            assertFalse(edition.window("basket.window", other).contains(july));
            extend(world.approver, world, "basket.rounds.SPRING", other, july);
            assertEquals(july, edition.window("basket.rounds.SPRING", other).to());
            extend(world.approver, world, "basket.deadline", one, LocalDate.of(2026, 11, 30));
            assertEquals(
                    LocalDate.of(2026, 11, 30),
                    edition.window("basket.deadline", one).to());

            world.admin.revoke(world.approver, given.id(), "误批");
            assertEquals(
                    LocalDate.of(2026, 6, 30),
                    edition.window("basket.window", one).to());
            assertEquals(List.of("CORE-NOT-FOUND"), codes(() -> world.admin.revoke(world.approver, given.id(), "误批")));
            assertEquals(3, world.admin.sheet("basket", 2026, null).extensions().size());
            assertEquals(3, world.logged("window.extend").size());
        }
    }

    private static EditionAdmin.Extension extend(
            Caller caller, EditionWorld world, String window, UUID organisation, LocalDate until) {
        return world.admin.extend(caller, "basket", 2026, window, organisation, until, "系统故障");
    }
}
