package org.shishi.itest.breakroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;

/** The city draws rooms for unannounced checks: by the edition's share, so that anybody can draw the same again. */
class SampleIT {

    private static final String SAMPLES = "/2024/break-room/samples";
    private static final String ROOMS = "/2024/break-room/sampled-rooms?limit=200";

    private final ShishiProcess shishi = ShishiProcess.sharedDemo();
    private final Rest inspector = Rest.as(shishi, "demo-inspector");
    private final Rest union = Rest.as(shishi, "demo-second-level-approver");

    @Test
    void refused_without_a_share_then_drawn_visited_and_drawn_again_by_others() {
        Map<String, Object> round = Map.of("title", "第三季度抽查 " + System.nanoTime());
        assertEquals(List.of("BR-SAMPLE-UNSET"), inspector.post(SAMPLES, round).codes());
        share(25);
        assertEquals(403, union.post(SAMPLES, round).status(), "only the city draws");

        Rest.Answer drawn = inspector.post(SAMPLES, round);
        assertEquals(201, drawn.status(), drawn.toString());
        JsonNode sample = drawn.json();
        List<JsonNode> rooms =
                inspector.get(ROOMS).json().path("items").valueStream().toList();
        int population = sample.path("population").asInt();
        assertEquals((population + 3) / 4, sample.path("drawn").asInt(), "a quarter, rounded up");
        assertEquals(sample.path("drawn").asInt(), rooms.size());
        assertEquals(0, union.get(ROOMS).json().path("items").size(), "nobody below the city knows");
        assertEquals(
                List.of("BR-SAMPLE-DRAWN"),
                inspector
                        .post(
                                "/2024/break-room/sampled-rooms",
                                Map.of("sample", sample.path("id").asString()))
                        .codes());
        again(sample, rooms);
        visit(rooms.getFirst());
    }

    /** The rule itself, given the same rooms and the seed of the record. */
    private void again(JsonNode sample, List<JsonNode> rooms) {
        List<Map<String, String>> plaqued = inspector
                .get("/2024/break-room/rooms?status=PLAQUED&limit=200")
                .json()
                .path("items")
                .valueStream()
                .map(room -> Map.of("id", room.path("id").asString(), "status", "PLAQUED"))
                .toList();
        Rest.Answer answer = inspector.rule(
                "R-1.5b", Map.of("rooms", plaqued, "seed", sample.path("seed").asString()));
        assertEquals(200, answer.status(), answer.toString());
        TreeSet<String> then = new TreeSet<>();
        rooms.forEach(room -> then.add(room.path("room").asString()));
        TreeSet<String> now = new TreeSet<>();
        answer.json().path("result").path("drawn").valueStream().forEach(id -> now.add(id.asString()));
        assertEquals(then, now);
    }

    private void visit(JsonNode room) {
        Rest.Answer check = inspector.post(
                "/2024/break-room/checks",
                Map.of(
                        "room", room.path("room").asString(),
                        "level", "SPOT",
                        "date", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                        "inspector", "测试检查员",
                        "rules", "PASS",
                        "signage", "PASS",
                        "service", "PASS",
                        "environment", "PASS",
                        "equipment", "PASS",
                        "effect", "PASS"));
        assertEquals(201, check.status(), check.toString());
        List<JsonNode> passed = inspector
                .get(ROOMS + "&result=PASS")
                .json()
                .path("items")
                .valueStream()
                .toList();
        assertTrue(passed.stream().anyMatch(each -> each.path("id").equals(room.path("id"))), passed.toString());
    }

    private void share(int percent) {
        Rest.Answer draft = Rest.as(shishi, "demo-city-officer")
                .post(
                        "/editions/break-room/2024/revisions",
                        Map.of(
                                "name",
                                "breakroom.spotCheckPercent",
                                "value",
                                percent,
                                "validFrom",
                                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                                "reason",
                                "测试"));
        assertEquals(201, draft.status(), draft.toString());
        assertEquals(
                200,
                Rest.as(shishi, "demo-city-approver")
                        .post("/editions/revisions/" + draft.json().path("id").asString() + "/publish", Map.of())
                        .status());
    }
}
