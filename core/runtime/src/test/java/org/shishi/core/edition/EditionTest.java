package org.shishi.core.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.shishi.api.time.Window;

class EditionTest {

    private static final String ALL =
            """
            # A comment
            state: PUBLISHED
            parameters:
              sample.target:
                type: int
                unit: 户
                value: 10000
                source: 附件2-7 §二
              sample.subsidyFen:
                type: fen
                value:
                unset: SA-SUBSIDY-UNSET
              sample.share:
                type: percent
                value: 12.50
              sample.weight:
                type: decimal
                value: -0.1
                min: -1
              sample.open:
                type: bool
                value: true
              sample.begin:
                type: date
                value: 2026-01-31
              sample.word:
                type: text
                value: 是
              sample.cron:
                type: cron
                value: 0 0 9 1 * ?
              sample.kinds:
                type: list
                value: [ONE, TWO]
              sample.mixed:
                type: list
                value: [1, 3000000000, 0.10, true, null, 2026-01-01, "2026-01-01", [2]]
              sample.window:
                type: map
                value: {from: 2026-03-01, to: 2026-06-30}
              sample.byDistrict:
                type: map
                value:
                  "310101": 5
                  "310115": 7
            """;

    enum Kind {
        ONE,
        TWO
    }

    record Sample(
            int target,
            Long subsidyFen,
            BigDecimal share,
            boolean open,
            LocalDate begin,
            Optional<String> word,
            List<Kind> kinds,
            Window window,
            Map<String, Long> byDistrict) {}

    record Empty(Optional<Long> subsidyFen) {}

    record Primitive(long subsidyFen) {}

    record Unknown(Integer nobody) {}

    private static Edition edition(String yaml) {
        try {
            EditionFile.Content content =
                    EditionFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
            return LiveEdition.of(
                    new EditionKey("sample", 2026), content, () -> Decided.nothing(content.state()), Clock.systemUTC());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsEachTypeAsItsJavaValue() {
        Edition edition = edition(ALL);

        assertEquals(EditionState.PUBLISHED, edition.state());
        assertEquals(Optional.of(10_000), edition.value("sample.target"));
        assertEquals(Optional.empty(), edition.value("sample.subsidyFen"));
        assertEquals(Optional.of(new BigDecimal("12.50")), edition.value("sample.share"));
        assertEquals(Optional.of(new BigDecimal("-0.1")), edition.value("sample.weight"));
        assertEquals(Optional.of(true), edition.value("sample.open"));
        assertEquals(Optional.of(LocalDate.of(2026, 1, 31)), edition.value("sample.begin"));
        assertEquals(Optional.of("0 0 9 1 * ?"), edition.value("sample.cron"));
        assertEquals(
                Optional.of(Arrays.asList(
                        1,
                        3_000_000_000L,
                        new BigDecimal("0.10"),
                        true,
                        null,
                        LocalDate.of(2026, 1, 1),
                        "2026-01-01",
                        List.of(2))),
                edition.value("sample.mixed"));
        assertEquals(
                Optional.of(Map.of("from", LocalDate.of(2026, 3, 1), "to", LocalDate.of(2026, 6, 30))),
                edition.value("sample.window"));
    }

    @Test
    void keepsTheOrderOfTheFileAndWhatItSaysOfAParameter() {
        EditionParameter first = edition(ALL).parameters().getFirst();

        assertEquals(new EditionParameter("sample.target", "int", "户", 10_000, null, "附件2-7 §二"), first);
        EditionParameter second = edition(ALL).parameters().get(1);
        assertTrue(second.empty());
        assertEquals("SA-SUBSIDY-UNSET", second.unsetCode());
    }

    @Test
    void fillsARecord() {
        Sample sample = edition(ALL).as(Sample.class, "sample");

        assertEquals(10_000, sample.target());
        assertNull(sample.subsidyFen());
        assertEquals(Optional.of("是"), sample.word());
        assertEquals(List.of(Kind.ONE, Kind.TWO), sample.kinds());
        assertEquals(new Window(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30)), sample.window());
        assertEquals(Map.of("310101", 5L, "310115", 7L), sample.byDistrict());
        assertEquals(Optional.empty(), edition(ALL).as(Empty.class, "sample").subsidyFen());
    }

    @Test
    void saysWhichComponentDoesNotFit() {
        Edition edition = edition(ALL);

        assertTrue(assertThrows(IllegalArgumentException.class, () -> edition.as(Primitive.class, "sample"))
                .getMessage()
                .contains("Primitive.subsidyFen"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> edition.as(Unknown.class, "sample"))
                .getMessage()
                .contains("sample.nobody"));
        assertThrows(IllegalArgumentException.class, () -> edition.value("sample.nobody"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            int     | 1.5        | line 5: sample.x is '1.5', not a whole number
            int     | many       | line 5: sample.x is 'many', not a whole number
            int     | 3000000000 | line 5: sample.x is '3000000000', not a whole number
            fen     | -1         | line 5: sample.x is -1, less than 0
            percent | 5%         | line 5: sample.x is '5%', not a number
            bool    | maybe      | line 5: sample.x is 'maybe', not true or false
            date    | 2026-02-30 | line 5: sample.x is '2026-02-30', not a date like 2024-05-01
            list    | one        | line 5: sample.x is not a list
            map     | [1]        | line 5: sample.x is not a map
            text    | [1]        | line 5: sample.x is a list or a map, not a single value
            """)
    void tellsWhichValueIsWrongAndWhere(String type, String value, String said) {
        String yaml = "state: PUBLISHED\nparameters:\n  sample.x:\n    type: " + type + "\n    value: " + value + "\n";

        assertEquals(said, assertThrows(EditionFault.class, () -> edition(yaml)).getMessage());
    }

    @Test
    void tellsEveryFaultAtOnce() {
        String said = assertThrows(
                        EditionFault.class,
                        () -> edition(
                                """
                        state: OPEN
                        parameters:
                          sample.x:
                            type: number
                            valeu: 1
                        more: 1
                        """))
                .getMessage();

        assertTrue(said.contains("state is 'OPEN', not one of [DRAFT, PUBLISHED, CLOSED, ARCHIVED]"), said);
        assertTrue(said.contains("line 4: sample.x has the type 'number', not one of text, cron"), said);
        assertTrue(said.contains("line 5: 'valeu' is unknown"), said);
        assertTrue(said.contains("line 6: 'more' is unknown"), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "state: [", "state: DRAFT\\nstate: DRAFT"})
    void refusesWhatIsNoEdition(String yaml) {
        assertThrows(EditionFault.class, () -> edition(yaml.replace("\\n", "\n")));
    }
}
