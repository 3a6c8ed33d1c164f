package org.shishi.itest.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names, types, shapes and codes of R-C.1 … R-C.18 and …, as other systems call them. */
class RuleContractIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static Rest anybody;

    @BeforeAll
    static void signIn() {
        anybody = Rest.as(ShishiProcess.sharedDemo(), "demo-member");
    }

    /**
     * @param expected a JSON object: the result; else the refusals, {@code CODE field} each, separated by a semicolon
     */
    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/rules.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 20_000)
    void every_rule_answers_as_agreed(String rule, String inputs, String parameters, String expected) {
        Map<String, Object> body = parameters == null
                ? Map.of("inputs", JSON.readTree(inputs))
                : Map.of("inputs", JSON.readTree(inputs), "parameters", JSON.readTree(parameters));
        Rest.Answer answer = anybody.post("/rules/" + rule + "?year=2024", body);
        if (expected.startsWith("{")) {
            assertEquals(200, answer.status(), answer.toString());
            assertEquals(JSON.readTree(expected), answer.json().path("result"));
            assertEquals(0, answer.json().path("warnings").size());
        } else {
            assertEquals(422, answer.status(), answer.toString());
            assertEquals(List.of(expected.split("; ")), refusals(answer.json()));
        }
    }

    private static List<String> refusals(JsonNode answer) {
        return answer.path("refusals")
                .valueStream()
                .map(r -> r.path("code").asString()
                        + (r.path("field").isNull() ? "" : " " + r.path("field").asString()))
                .toList();
    }
}
