package org.shishi.core.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.platform.EditionAdmin.Change;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.sample.Await;
import org.shishi.core.text.CoreMessages;

/** A yearly number is proposed by one person and published by another, and counts from its day on. Today: 2026-07-01. */
class RevisionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static List<String> refused(Runnable work) {
        return assertThrows(RefusedException.class, work::run).violations().stream()
                .map(Violation::code)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aPublishedRevisionCountsFromItsDayOn(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            LiveEdition edition = world.open(2026, EditionState.PUBLISHED);
            EditionAdmin.Revision draft = world.propose("basket.target", 12_000, TODAY.plusDays(1));

            assertEquals(Optional.of(10_000), edition.on(TODAY.plusDays(1)).value("basket.target"), "only proposed");
            assertEquals(10_000, draft.before());
            assertEquals(12_000, draft.value());
            world.admin.publish(world.approver, draft.id());

            assertEquals(Optional.of(10_000), edition.value("basket.target"));
            assertEquals(Optional.of(10_000), edition.on(TODAY).value("basket.target"));
            assertEquals(Optional.of(12_000), edition.on(TODAY.plusDays(1)).value("basket.target"));
            world.clock().pass(Duration.ofDays(1));
            assertEquals(Optional.of(12_000), edition.value("basket.target"));
            assertEquals(12_000, edition.parameters().getFirst().value());
            assertEquals(List.of("edition/basket/2026"), world.logged("parameter.propose"));
            assertEquals(List.of("edition/basket/2026"), world.logged("parameter.publish"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoThatHoldTheLaterDayCountsThenTheLaterDecision(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            LiveEdition edition = world.open(2026, EditionState.PUBLISHED);
            world.set(2026, "basket.perHouseholdFen", 50_000L, LocalDate.of(2026, 6, 1));
            world.clock().pass(Duration.ofMinutes(1));
            world.set(2026, "basket.perHouseholdFen", 40_000L, LocalDate.of(2026, 5, 1));
            assertEquals(Optional.of(50_000L), edition.value("basket.perHouseholdFen"));
            assertEquals(
                    Optional.of(40_000L), edition.on(LocalDate.of(2026, 5, 31)).value("basket.perHouseholdFen"));
            assertEquals(Optional.empty(), edition.on(LocalDate.of(2026, 4, 30)).value("basket.perHouseholdFen"));

            world.clock().pass(Duration.ofMinutes(1));
            world.set(2026, "basket.perHouseholdFen", null, LocalDate.of(2026, 6, 1));
            assertEquals(Optional.empty(), edition.value("basket.perHouseholdFen"), "[U] may become empty again");

            List<EditionAdmin.Revision> history =
                    world.number(2026, "basket.perHouseholdFen").revisions();
            assertEquals(3, history.size());
            assertEquals(50_000L, history.getFirst().before());
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoPersonsAreNeeded(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            world.open(2026, EditionState.PUBLISHED);
            Change change = new Change("basket.target", 1, TODAY, "理由");
            assertEquals(
                    List.of("CORE-FORBIDDEN"),
                    refused(() -> world.admin.propose(world.approver, "basket", 2026, change)));
            EditionAdmin.Revision own = world.admin.propose(world.both, "basket", 2026, change);

            assertEquals(List.of("CORE-SELF-REVIEW"), refused(() -> world.admin.publish(world.both, own.id())));
            assertEquals(List.of("CORE-FORBIDDEN"), refused(() -> world.admin.publish(world.officer, own.id())));
            assertEquals(List.of("CORE-PARAM-PENDING"), refused(() -> world.propose("basket.target", 2, TODAY)));
            world.admin.publish(world.approver, own.id());
            assertEquals(List.of("CORE-STATE"), refused(() -> world.admin.publish(world.approver, own.id())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsTakenBackByItsAuthorOrWithAReason(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            LiveEdition edition = world.open(2026, EditionState.PUBLISHED);
            EditionAdmin.Revision draft = world.propose("basket.target", 2, TODAY);
            assertEquals(
                    List.of("CORE-FORBIDDEN"), refused(() -> world.admin.withdraw(world.finance, draft.id(), "x")));
            assertEquals(
                    List.of("CORE-REASON-MISSING"),
                    refused(() -> world.admin.withdraw(world.approver, draft.id(), " ")));
            assertEquals(
                    Status.WITHDRAWN,
                    world.admin.withdraw(world.officer, draft.id(), null).status());

            EditionAdmin.Revision again = world.propose("basket.target", 3, TODAY);
            EditionAdmin.Revision sentBack = world.admin.withdraw(world.approver, again.id(), "数值有误");
            assertEquals("数值有误", sentBack.decision());
            assertEquals("市总发文调整", sentBack.reason());
            assertEquals(Optional.of(10_000), edition.value("basket.target"));
        }
    }

    static Stream<Arguments> wrong() {
        LocalDate day = TODAY;
        return Stream.of(
                Arguments.of("basket.target", "many", "CORE-PARAM-VALUE.NOT_INT"),
                Arguments.of("basket.target", new BigDecimal("1.5"), "CORE-PARAM-VALUE.NOT_INT"),
                Arguments.of("basket.target", 2_147_483_648L, "CORE-PARAM-VALUE.TOO_LARGE"),
                Arguments.of("basket.target", new BigDecimal("1E+999999"), "CORE-PARAM-VALUE.TOO_LARGE"),
                Arguments.of("basket.target", -1, "CORE-PARAM-VALUE.TOO_SMALL"),
                Arguments.of("basket.target", null, "CORE-PARAM-REQUIRED"),
                Arguments.of("basket.target", 10_000, "CORE-PARAM-SAME"),
                Arguments.of("basket.perHouseholdFen", -1L, "CORE-PARAM-VALUE.TOO_SMALL"),
                Arguments.of("basket.perHouseholdFen", null, "CORE-PARAM-SAME"),
                Arguments.of("basket.share", new BigDecimal("-5.01"), "CORE-PARAM-VALUE.TOO_SMALL"),
                Arguments.of("basket.share", "5%", "CORE-PARAM-VALUE.NOT_DECIMAL"),
                Arguments.of("basket.open", "true", "CORE-PARAM-VALUE.NOT_BOOL"),
                Arguments.of("basket.meeting", "every day", "CORE-PARAM-VALUE.NOT_CRON"),
                Arguments.of("basket.note", 5, "CORE-PARAM-VALUE.NOT_TEXT"),
                Arguments.of("basket.deadline", "2026-02-30", "CORE-PARAM-VALUE.NOT_DATE"),
                Arguments.of("basket.kinds", "ONE", "CORE-PARAM-VALUE.NOT_LIST"),
                Arguments.of("basket.kinds", List.of(1), "CORE-PARAM-VALUE.OTHER_SHAPE"),
                Arguments.of("basket.kinds", List.of(), "CORE-PARAM-RULE"),
                Arguments.of("basket.window", List.of(), "CORE-PARAM-VALUE.NOT_MAP"),
                Arguments.of("basket.window", Map.of("from", "2026-03-01"), "CORE-PARAM-VALUE.OTHER_SHAPE"),
                Arguments.of("basket.window", Map.of("from", day, "to", 5), "CORE-PARAM-VALUE.OTHER_SHAPE"),
                Arguments.of("basket.nobody", 1, "CORE-PARAM-UNKNOWN"));
    }

    @Test
    void everyWrongValueIsRefusedWithWordsOfItsOwn() {
        try (EditionWorld world = new EditionWorld(TestDatabases.Kind.H2)) {
            world.open(2026, EditionState.PUBLISHED);
            CoreMessages texts = new CoreMessages();
            wrong().forEach(each -> {
                Object[] given = each.get();
                RefusedException refusal = assertThrows(
                        RefusedException.class,
                        () -> world.propose((String) given[0], given[1], TODAY),
                        () -> Arrays.toString(given));
                Violation first = refusal.violations().getFirst();
                boolean kind = !first.args().isEmpty() && first.args().getFirst() instanceof ParameterFault;
                String code = kind ? first.code() + "." + first.args().getFirst() : first.code();
                assertEquals(given[2], code, Arrays.toString(given));
                assertTrue(texts.has(code), code);
                assertFalse(texts.message(first, null).zh().contains("{"), code);
            });
        }
    }

    /** People choose among words of the file; another one would stop a job on the day it runs. */
    @Test
    void onlyOptionsAreTaken() {
        try (EditionWorld world = new EditionWorld(TestDatabases.Kind.H2)) {
            String file = EditionWorld.file(EditionState.PUBLISHED)
                    .replace("value: 是", "value: WEEKLY\n    options: [WEEKLY, MONTHLY]")
                    .replace("value: [ONE, TWO]", "value: [ONE]\n    options: [ONE, TWO]");
            EditionWorld.open(world.book, 2026, file);
            assertEquals(
                    List.of("WEEKLY", "MONTHLY"),
                    world.number(2026, "basket.note").parameter().options());
            for (Object[] wrong : new Object[][] {{"basket.note", "DAILY"}, {"basket.kinds", List.of("ONE", "SIX")}}) {
                Violation refusal = assertThrows(
                                RefusedException.class, () -> world.propose((String) wrong[0], wrong[1], TODAY))
                        .violations()
                        .getFirst();
                assertEquals("CORE-PARAM-VALUE", refusal.code());
                assertEquals(ParameterFault.NOT_OPTION, refusal.args().getFirst());
            }
            world.set(2026, "basket.note", "MONTHLY", TODAY);
            world.set(2026, "basket.kinds", List.of("TWO", "ONE"), TODAY);
            assertEquals(
                    "MONTHLY", world.number(2026, "basket.note").parameter().value());
        }
    }

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of("basket.target", 0, 0),
                Arguments.of("basket.target", new BigDecimal("7.0"), 7),
                Arguments.of("basket.perHouseholdFen", 0, 0L),
                Arguments.of("basket.perHouseholdFen", 3_000_000_000L, 3_000_000_000L),
                Arguments.of("basket.share", new BigDecimal("-5"), new BigDecimal("-5")),
                Arguments.of("basket.open", false, false),
                Arguments.of("basket.meeting", "0 0 8 ? * MON", "0 0 8 ? * MON"),
                Arguments.of("basket.note", "否", "否"),
                Arguments.of("basket.deadline", "2026-11-30", LocalDate.of(2026, 11, 30)),
                Arguments.of("basket.kinds", List.of("TWO"), List.of("TWO")),
                Arguments.of(
                        "basket.window",
                        Map.of("from", "2026-04-01", "to", "2026-05-31"),
                        Map.of("from", LocalDate.of(2026, 4, 1), "to", LocalDate.of(2026, 5, 31))));
    }

    @ParameterizedTest
    @MethodSource("right")
    void everyTypeComesBackAsItsJavaValue(String name, Object given, Object value) {
        try (EditionWorld world = new EditionWorld(TestDatabases.Kind.H2)) {
            LiveEdition edition = world.open(2026, EditionState.PUBLISHED);
            world.set(2026, name, given, TODAY);

            assertEquals(Optional.of(value), edition.value(name));
            assertEquals(value, world.number(2026, name).parameter().value());
        }
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        try (EditionWorld world = new EditionWorld(TestDatabases.Kind.H2)) {
            world.open(2026, EditionState.PUBLISHED);

            assertEquals(
                    List.of("CORE-PARAM-VALUE", "CORE-PARAM-DAY", "CORE-REASON-MISSING"),
                    refused(() -> world.admin.propose(
                            world.officer, "basket", 2026, new Change("basket.target", "x", null, " "))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherNodeSeesItAndANewVersionOfTheBundleKeepsIt(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            world.open(2026, EditionState.PUBLISHED);
            EditionBook elsewhere = new EditionBook(world.db.core(), world.clock());
            try {
                LiveEdition there = EditionWorld.open(elsewhere, 2026, EditionWorld.file(EditionState.PUBLISHED));
                world.set(2026, "basket.target", 9_000, TODAY);
                Await.until("the other node sees it", () -> there.value("basket.target")
                        .equals(Optional.of(9_000)));

                String newer = EditionWorld.file(EditionState.PUBLISHED).replace("value: 10000", "value: 11000");
                LiveEdition updated = EditionWorld.open(elsewhere, 2026, newer);
                assertEquals(Optional.of(9_000), updated.value("basket.target"), "people decided after the file");
                assertEquals(11_000, world.number(2026, "basket.target").declared());

                String retyped = newer.replace("type: int", "type: text").replace("value: 11000", "value: 万户");
                assertEquals(
                        Optional.of("万户"),
                        EditionWorld.open(elsewhere, 2026, retyped).value("basket.target"),
                        "a value of another type is not handed out");
            } finally {
                elsewhere.stop();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRolledBackWasNeverThere(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            LiveEdition edition = world.open(2026, EditionState.PUBLISHED);
            assertThrows(IllegalStateException.class, () -> world.db.core().transact(handle -> {
                world.set(2026, "basket.target", 1, TODAY);
                throw new IllegalStateException("wanted");
            }));
            world.book.refresh();

            assertEquals(Optional.of(10_000), edition.value("basket.target"));
            assertEquals(List.of(), world.number(2026, "basket.target").revisions());
        }
    }
}
