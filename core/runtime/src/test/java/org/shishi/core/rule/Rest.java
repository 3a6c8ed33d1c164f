package org.shishi.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.calendar.ShippedCalendars;
import org.shishi.core.sample.Defaults;
import org.shishi.core.text.CoreMessages;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Calls the catalogue as REST does: JSON in, JSON or codes out. */
final class Rest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Rest() {}

    static RuleCatalogueService catalogue() {
        return new RuleCatalogueService(
                new ShippedCalendars(),
                new CoreParameters(Defaults.of(CoreParameters.Reminder.class)),
                new CoreMessages());
    }

    /** @param expected a JSON object, or refusals {@code CODE field, CODE field} in order ({@code -}: no field) */
    static void expect(RuleCatalogueService catalogue, String rule, Integer year, String body, String expected) {
        Map<String, Object> call = map(body);
        Outcome<Map<String, Object>> outcome = catalogue
                .call(rule, year, part(call, "inputs"), part(call, "parameters"))
                .orElseThrow();
        if (expected.startsWith("{")) {
            assertEquals(
                    JSON.writeValueAsString(map(expected)),
                    outcome.refused() ? codes(outcome) : JSON.writeValueAsString(outcome.result()));
        } else {
            assertEquals(expected, codes(outcome), () -> String.valueOf(outcome.result()));
        }
        outcome.refusals().forEach(violation -> assertMessage(catalogue, rule, year, violation));
        outcome.warnings().forEach(violation -> assertMessage(catalogue, rule, year, violation));
    }

    static void expectCore(String rule, String inputs, String expected) {
        expect(catalogue(), rule, 2024, "{\"inputs\":" + inputs + "}", expected);
    }

    static String codes(Outcome<?> outcome) {
        return outcome.refusals().stream()
                .map(v -> v.code() + " " + (v.field() == null ? "-" : v.field()))
                .collect(Collectors.joining(", "));
    }

    private static void assertMessage(RuleCatalogueService catalogue, String rule, Integer year, Violation violation) {
        Text message = catalogue.message(rule, year, violation);
        for (String text : new String[] {message.zh(), message.en()}) {
            assertFalse(text.isBlank() || text.equals(violation.code()) || text.contains("{"), text);
        }
        assertTrue(message.zh().codePoints().anyMatch(Character::isIdeographic), message.zh());
    }

    static Map<String, Object> map(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static Map<String, Object> part(Map<String, Object> call, String name) {
        return JSON.convertValue(call.getOrDefault(name, Map.of()), new TypeReference<>() {});
    }
}
