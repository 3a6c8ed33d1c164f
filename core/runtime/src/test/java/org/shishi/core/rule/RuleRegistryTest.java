package org.shishi.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.api.rule.RuleInfo;
import org.shishi.api.rule.RuleInfo.InputInfo;

/** Rules come and go with their programmes. */
class RuleRegistryTest {

    private final RuleCatalogueService catalogue = Rest.catalogue();

    private void add(String owner, int year, Class<?>... classes) {
        catalogue.add(owner, year, List.of(classes), name -> null, BinderTest.texts());
    }

    private boolean offered(String rule, Integer year) {
        return catalogue.call(rule, year, Map.of(), Map.of()).isPresent();
    }

    @Test
    void listsTheCoresRulesFirstToLast() {
        List<String> expected =
                IntStream.rangeClosed(1, 18).mapToObj(i -> "R-C." + i).toList();
        assertEquals(expected, catalogue.rules().stream().map(RuleInfo::id).toList());
    }

    @Test
    void ordersByNumberThenYear() {
        add("sample", 2025, SampleRules.class);
        add("sample", 2024, SampleRules.class);
        List<String> ids = catalogue.rules().stream()
                .filter(rule -> rule.owner().equals("sample"))
                .map(rule -> rule.id() + " " + rule.year())
                .toList();
        assertEquals(
                List.of(
                        "R-9.1a 2024",
                        "R-9.1a 2025",
                        "R-9.2 2024",
                        "R-9.2 2025",
                        "R-9.9 2024",
                        "R-9.9 2025",
                        "R-9.10 2024",
                        "R-9.10 2025"),
                ids);
    }

    @Test
    void keepsYearsApartAndTakesThemAwayAlone() {
        add("sample", 2024, SampleRules.class);
        add("sample", 2025, SampleRules.class);
        catalogue.remove("sample", 2024);
        assertFalse(offered("R-9.2", 2024));
        assertTrue(offered("R-9.2", 2025));
        catalogue.remove("sample", 2024);
        catalogue.remove("sample", 2025);
        assertFalse(offered("R-9.2", 2025));
        assertTrue(offered("R-C.1", 2025));
    }

    @Test
    void knowsWithWhomARuleLeft() {
        assertEquals(Optional.empty(), catalogue.leftWith("R-9.2", 2024));
        add("sample", 2024, SampleRules.class);
        assertEquals(Optional.empty(), catalogue.leftWith("R-9.2", 2024));
        catalogue.remove("sample", 2024);
        assertEquals(Optional.of("sample"), catalogue.leftWith("R-9.2", 2024));
        assertEquals(Optional.empty(), catalogue.leftWith("R-9.2", 2025));
        assertEquals(Optional.empty(), catalogue.leftWith("R-C.1", 2024));
        add("sample", 2024, SampleRules.class);
        assertEquals(Optional.empty(), catalogue.leftWith("R-9.2", 2024));
    }

    @Test
    void replacesWhatTheSameOwnerOffered() {
        add("sample", 2024, SampleRules.class);
        add("sample", 2024);
        assertFalse(offered("R-9.2", 2024));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BadRules.PrimitiveOptional.class,
                BadRules.Unnamed.class,
                BadRules.StrangeType.class,
                BadRules.Hidden.class,
                BadRules.NoOutcome.class,
                BadRules.CoreId.class
            })
    void refusesRulesWrittenWrongly(Class<?> bad) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> add("sample", 2024, SampleRules.class, bad));
        assertFalse(refused.getMessage().isBlank());
        assertFalse(offered("R-9.2", 2024));
    }

    @Test
    void refusesAnIdTwice() {
        assertThrows(IllegalArgumentException.class, () -> add("sample", 2024, SampleRules.class, SampleRules.class));
        add("sample", 2024, SampleRules.class);
        assertThrows(IllegalArgumentException.class, () -> add("other", 2024, SampleRules.class));
        add("other", 2025, SampleRules.class);
        assertTrue(offered("R-9.2", 2025));
    }

    @Test
    void describesInputsAndParameters() {
        RuleInfo reminders = info("R-C.9");
        assertEquals("deadlineReminders", reminders.name());
        assertEquals("core", reminders.owner());
        assertNull(reminders.year());
        assertEquals(List.of("core.reminder.preDays", "core.reminder.overdueDays"), reminders.parameters());
        assertEquals(
                List.of(
                        new InputInfo("windowFrom", "date", false, "", List.of(), List.of()),
                        new InputInfo("due", "date", true, "", List.of(), List.of()),
                        new InputInfo("hard", "bool", true, "", List.of(), List.of())),
                reminders.inputs());
        assertEquals(
                new InputInfo(
                        "kind", "enum", false, "ANY", List.of("MOBILE", "LANDLINE", "ANY"), List.of(), "Wanted", false),
                info("R-C.6").inputs().get(1));
        InputInfo rows = info("R-C.18").inputs().get(1);
        assertEquals("list", rows.type());
        assertEquals("object", rows.of().getFirst().type());
        assertEquals(
                List.of("date", "kind", "name"),
                rows.of().getFirst().of().stream().map(InputInfo::name).toList());
        assertEquals(
                List.of("pre", "overdue", "superiorCopyFrom"),
                reminders.outputs().stream().map(InputInfo::name).toList());
    }

    private RuleInfo info(String id) {
        return catalogue.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhichRulesCannotTakeAValue() {
        add("sample", 2024, SampleRules.class);

        assertEquals(List.of(), catalogue.misfits("sample", 2024, "sample.target", 5));
        assertEquals(List.of("R-9.2"), catalogue.misfits("sample", 2024, "sample.target", "?"));
        assertEquals(List.of(), catalogue.misfits("sample", 2024, "sample.nobody", "?"));
        assertEquals(List.of(), catalogue.misfits("sample", 2025, "sample.target", "?"));
    }
}
