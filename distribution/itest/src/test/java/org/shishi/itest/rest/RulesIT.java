package org.shishi.itest.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.testbed.process.ShishiProcess;

/** Rules as other systems call them: names, shapes and codes. What they compute is tested where they are written. */
class RulesIT {

    private static Rest anybody;

    @BeforeAll
    static void signIn() {
        anybody = Rest.as(ShishiProcess.sharedDemo(), "demo-member");
    }

    @Test
    void all_rules_of_the_core_and_of_break_rooms_are_offered() {
        Set<String> ids = new TreeSet<>();
        anybody.get("/rules")
                .json()
                .valueStream()
                .forEach(rule -> ids.add(rule.path("id").asString()));
        Set<String> wanted = new TreeSet<>(Set.of("R-1.0", "R-1.1", "R-1.2", "R-1.3", "R-1.4", "R-1.5", "R-1.5b"));
        for (int i = 1; i <= 18; i++) {
            wanted.add("R-C." + i);
        }
        assertEquals(wanted, ids);
    }

    @Test
    void a_result_is_an_object_with_warnings_beside_it() {
        Rest.Answer answer = anybody.rule("R-C.2", Map.of("d", "2024-02-09", "n", 1));
        assertEquals(200, answer.status());
        assertEquals("2024-02-18", answer.json().path("result").path("date").asString());
        assertEquals(0, answer.json().path("warnings").size());
    }

    @Test
    void refusals_carry_code_field_and_both_languages() {
        Rest.Answer answer = anybody.rule("R-C.6", Map.of("phone", "12345"));
        assertEquals(422, answer.status());
        var refusal = answer.json().path("refusals").get(0);
        assertEquals("CORE-PHONE", refusal.path("code").asString());
        assertEquals("phone", refusal.path("field").asString());
        assertEquals(Set.of("zh", "en"), Set.copyOf(refusal.path("message").propertyNames()));
    }

    @Test
    void core_rules_need_no_year_and_programme_rules_their_own() {
        assertEquals(
                200,
                anybody.post("/rules/R-C.1", Map.of("inputs", Map.of("d", "2024-05-01")))
                        .status());
        assertEquals(404, anybody.rule("R-99.1", Map.of()).status());
        assertEquals(
                404,
                anybody.post("/rules/R-1.4?year=1999", Map.of("inputs", Map.of("rooms", List.of())))
                        .status());
        assertEquals(400, anybody.text("/rules/R-C.1", "no json").status());
        assertEquals(
                400, anybody.post("/rules/R-C.1", Map.of("input", Map.of())).status());
    }

    @Test
    void trial_values_stand_in_for_the_edition() {
        Map<String, Object> inputs = Map.of("status", "PLAQUED", "alreadyPaid", false);
        assertEquals(List.of("BR-SUBSIDY-UNSET"), anybody.rule("R-1.3", inputs).codes());
        Rest.Answer tried = anybody.post(
                "/rules/R-1.3?year=2024",
                Map.of("inputs", inputs, "parameters", Map.of("breakroom.citySubsidyPerRoomFen", 500_000)));
        assertEquals(500_000, tried.json().path("result").path("amountFen").asInt());
        Map<String, Object> empty = new HashMap<>();
        empty.put("breakroom.target", null);
        Rest.Answer none = anybody.post(
                "/rules/R-1.4?year=2024", Map.of("inputs", Map.of("rooms", List.of()), "parameters", empty));
        assertEquals(0, none.json().path("result").path("completed").asInt());
        assertEquals(
                List.of("CORE-INPUT"),
                anybody.post(
                                "/rules/R-1.4?year=2024",
                                Map.of("inputs", Map.of("rooms", List.of()), "parameters", Map.of("no.such", 1)))
                        .codes());
    }

    @Test
    void the_inspection_gap_counts_in_the_year_of_the_call() {
        Map<String, Object> inputs = Map.of(
                "rooms", List.of(Map.of("id", "a", "status", "PLAQUED"), Map.of("id", "b", "status", "PLAQUED")),
                "checks", List.of(Map.of("room", "a", "level", "GENERAL", "date", "2024-06-01")));
        assertEquals(
                "[\"b\"]",
                anybody.rule("R-1.5", inputs)
                        .json()
                        .path("result")
                        .path("missing")
                        .toString());
    }

    @Test
    void the_sheet_rule_names_places() {
        Map<String, Object> row = new HashMap<>(Map.of("name", "室", "street", "街", "addressDetail", "1号"));
        row.put("areaM2", 0);
        row.put("coveredUnits", 0);
        row.put("plannedFen", -1);
        Rest.Answer answer = anybody.rule(
                "R-1.0",
                Map.of(
                        "secondLevelOrgType", "CITY",
                        "contactName", "示例",
                        "contactEmail", "x",
                        "contactPhone", "13900000000",
                        "rows", List.of(row)));
        assertEquals(
                List.of(
                        "BR-ORG",
                        "CORE-EMAIL",
                        "BR-ROW-MISSING",
                        "BR-ROW-MISSING",
                        "BR-ROW-MISSING",
                        "BR-ROW-MISSING",
                        "BR-ROW-MISSING",
                        "BR-ROW-MISSING",
                        "BR-ROW-MISSING",
                        "BR-AREA",
                        "BR-COVER",
                        "BR-MONEY"),
                answer.codes());
    }
}
