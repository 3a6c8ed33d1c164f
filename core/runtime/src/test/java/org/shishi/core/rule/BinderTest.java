package org.shishi.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.core.text.BundleTexts;

/** From plain values to Java and back. */
class BinderTest {

    private static final String FULL =
            """
            {"inputs":{"text":" a ","whole":3.0,"fen":4,"decimal":1.50,"date":"2024-02-29","at":"2024-05-01T10:00:00",
             "district":"310115"%s}}""";

    private final RuleCatalogueService catalogue = Rest.catalogue();
    private final Map<String, Object> edition = new HashMap<>();

    @BeforeEach
    void offerSample() {
        edition.put("sample.target", 10);
        edition.put("sample.cap", null);
        edition.put("sample.other", "x");
        edition.put("sample.rows", List.of(Map.of("name", "a", "kindOf", "S")));
        catalogue.add("sample", 2024, List.of(SampleRules.class), this::value, texts());
    }

    private Object value(String name) {
        if (!edition.containsKey(name)) {
            throw new IllegalArgumentException(name);
        }
        return edition.get(name);
    }

    static BundleTexts texts() {
        return BundleTexts.of(BinderTest.class.getClassLoader(), "org/shishi/core/text/sample");
    }

    private void expect(String rule, String body, String expected) {
        Rest.expect(catalogue, rule, 2024, body, expected);
    }

    @Test
    void readsAndWritesEveryType() {
        expect(
                "R-9.10",
                FULL.formatted(
                        """
                        ,"rows":[{"name":"r","area":2.0,"kindOf":"S"}],"scores":{"b":2,"a":1e1},"bySize":{"L":5}"""),
                """
                {"text":" a ","whole":3,"fen":4,"decimal":1.50,"flag":true,"date":"2024-02-29","at":"2024-05-01T10:00:00",
                 "size":"L","district":"310115",
                 "rows":[{"name":"r","area":2.0,"count":0,"remark":null,"kind":"S"}],"scores":{"b":2,"a":10},"bySize":{"L":5}}""");
    }

    @Test
    void readsDoublesLikeDecimals() {
        Map<String, Object> inputs = new HashMap<>(Rest.map(FULL.formatted("")));
        @SuppressWarnings("unchecked")
        Map<String, Object> values = new HashMap<>((Map<String, Object>) inputs.get("inputs"));
        values.put("whole", 3.0d);
        values.put("decimal", 0.1d);
        values.put("date", LocalDate.of(2024, 2, 29));
        Map<String, Object> result =
                catalogue.call("R-9.10", 2024, values, null).orElseThrow().orThrow();
        assertEquals(3, result.get("whole"));
        assertEquals(new BigDecimal("0.1"), result.get("decimal"));
        values.put("decimal", Double.NaN);
        assertEquals(
                "CORE-INPUT decimal",
                Rest.codes(catalogue.call("R-9.10", 2024, values, null).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ,"whole":2147483648 | CORE-INPUT whole
            ,"whole":-1 | CORE-INPUT whole
            ,"whole":true | CORE-INPUT whole
            ,"fen":9223372036854775808 | CORE-INPUT fen
            ,"fen":0.5 | CORE-INPUT fen
            ,"decimal":"1.5" | CORE-INPUT decimal
            ,"decimal":-0.01 | CORE-INPUT decimal
            ,"flag":"false" | CORE-INPUT flag
            ,"flag":0 | CORE-INPUT flag
            ,"date":"2023-02-29" | CORE-INPUT date
            ,"date":"2024-05-01T00:00:00" | CORE-INPUT date
            ,"date":" 2024-05-01" | CORE-INPUT date
            ,"date":"+2024-05-01" | CORE-INPUT date
            ,"at":"2024-05-01" | CORE-INPUT at
            ,"at":"2024-05-01T10:00:00Z" | CORE-INPUT at
            ,"at":"2024-05-01T24:00:00" | CORE-INPUT at
            ,"size":"M" | CORE-INPUT size
            ,"size":"s" | CORE-INPUT size
            ,"size":1 | CORE-INPUT size
            ,"district":"PUDONG" | CORE-INPUT district
            ,"district":310115 | CORE-INPUT district
            ,"rows":"x" | CORE-INPUT rows
            ,"rows":[{"name":"r","area":"2","count":-1,"remark":5,"kindOf":"M","kind":"S"}] | CORE-INPUT rows[0].area, CORE-INPUT rows[0].count, CORE-INPUT rows[0].remark, CORE-INPUT rows[0].kindOf, CORE-INPUT rows[0].kind
            ,"rows":[{"kindOf":"S"},{}] | CORE-INPUT rows[1].kindOf
            ,"scores":{"a":1,"b":"x","c":-1,"d":null} | CORE-INPUT scores.b, CORE-INPUT scores.c, CORE-INPUT scores.d
            ,"scores":[1] | CORE-INPUT scores
            ,"bySize":{"M":5} | CORE-INPUT bySize.M
            ,"extra":1,"more":null | CORE-INPUT extra, CORE-INPUT more
            """)
    void refusesWhatDoesNotFit(String change, String expected) {
        expect("R-9.10", FULL.formatted(change), expected);
    }

    @Test
    void namesAllThatIsMissingInOrder() {
        expect(
                "R-9.10",
                "{\"inputs\":{\"z\":1},\"parameters\":{\"p\":1}}",
                "CORE-INPUT whole, CORE-INPUT fen, CORE-INPUT decimal, CORE-INPUT date, CORE-INPUT at,"
                        + " CORE-INPUT district, CORE-INPUT z, CORE-INPUT parameters.p");
    }

    @Test
    void leavesUncheckedValuesToTheRule() {
        expect("R-9.9", "{}", "SM-MISSING n");
        expect("R-9.9", "{\"inputs\":{\"n\":null}}", "SM-MISSING n");
        expect("R-9.9", "{\"inputs\":{\"n\":\"1\"}}", "CORE-INPUT n");
        expect(
                "R-9.9",
                "{\"inputs\":{\"n\":-3,\"scores\":{\"a\":-1,\"b\":null},\"texts\":[\"t\",null,5]}}",
                "{\"value\":\"-3 {a=-1, b=null} [t, , ] null\"}");
        expect("R-9.9", "{\"inputs\":{\"n\":1,\"note\":5}}", "CORE-INPUT note");
    }

    @Test
    void handsWarningsOn() {
        Outcome<Map<String, Object>> outcome =
                catalogue.call("R-9.9", 2024, Map.of("n", 1), Map.of()).orElseThrow();
        assertEquals(List.of(Violation.of("SM-WARN", null)), outcome.warnings());
        assertEquals(
                "请留意。",
                catalogue.message("R-9.9", 2024, outcome.warnings().getFirst()).zh());
    }

    @Test
    void takesParametersFromTheEditionUnlessTried() {
        expect("R-9.2", "{}", "SM-UNSET -");
        expect("R-9.2", "{\"parameters\":{\"sample.cap\":5}}", "{\"value\":16}");
        edition.put("sample.cap", 7L);
        expect("R-9.2", "{}", "{\"value\":18}");
        expect("R-9.2", "{\"parameters\":{\"sample.cap\":null}}", "SM-UNSET -");
        expect("R-9.2", "{\"parameters\":{\"sample.target\":null}}", "CORE-INPUT parameters.sample.target");
        expect("R-9.2", "{\"parameters\":{\"sample.cap\":-1}}", "CORE-INPUT parameters.sample.cap");
        expect(
                "R-9.2",
                "{\"parameters\":{\"sample.rows\":[{\"name\":\"a\"}],\"sample.nothing\":1}}",
                "CORE-INPUT parameters.sample.rows[0].kindOf, CORE-INPUT parameters.sample.nothing");
    }

    @Test
    void knowsParametersOfTheEditionThatTheRuleDoesNotUse() {
        edition.put("sample.cap", 7L);
        expect("R-9.2", "{\"parameters\":{\"sample.other\":\"y\"}}", "{\"value\":18}");
    }

    @Test
    void blamesTheEditionForItsOwnFaultyValue() {
        edition.put("sample.target", "ten");
        assertThrows(IllegalStateException.class, () -> catalogue.call("R-9.2", 2024, Map.of(), Map.of()));
    }

    @Test
    void turnsThrownRefusalsIntoAnswersAndFaultsIntoFaults() {
        expect("R-9.1a", "{\"inputs\":{\"how\":0}}", "SM-THROWN how");
        expect("R-9.1a", "{\"inputs\":{\"how\":1}}", "CORE-INPUT -");
        expect("R-9.1a", "{\"inputs\":{\"how\":3}}", "CORE-PHONE how");
        assertThrows(IllegalStateException.class, () -> catalogue.call("R-9.1a", 2024, Map.of("how", 2), Map.of()));
    }

    @Test
    void saysWhatIsWrongInBothLanguages() {
        Violation tooSmall = catalogue
                .call("R-C.2", null, Map.of("d", "2024-01-01", "n", 0), Map.of())
                .map(Outcome::refusals)
                .map(List::getFirst)
                .orElseThrow();
        assertEquals("“n”不得小于 1。", catalogue.message("R-C.2", null, tooSmall).zh());
        assertEquals(
                "\"n\" must not be less than 1.",
                catalogue.message("R-C.2", null, tooSmall).en());
    }

    @Test
    void offersNothingUnknown() {
        assertEquals(Optional.empty(), catalogue.call("R-9.99", 2024, Map.of(), Map.of()));
        assertEquals(Optional.empty(), catalogue.call("R-9.2", 2025, Map.of(), Map.of()));
        assertEquals(Optional.empty(), catalogue.call("R-9.2", null, Map.of(), Map.of()));
        assertTrue(catalogue
                .call("R-C.1", 1999, Map.of("d", "2024-05-01"), Map.of())
                .isPresent());
    }
}
