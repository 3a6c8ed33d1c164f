package org.shishi.itest.breakroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;

/** A room from draft to plaque, into rectification and back, each step by the account whose step it is. */
class WalkIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final byte[] PLAN = "%PDF-1.4 plan".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private static Rest grassroots;
    private static Rest officer;
    private static Rest approver;
    private static Rest city;
    private static Rest inspector;
    private static Rest finance;

    private String room;

    @BeforeAll
    static void signIn() {
        ShishiProcess shishi = ShishiProcess.sharedDemo();
        grassroots = Rest.as(shishi, "demo-grassroots-officer");
        officer = Rest.as(shishi, "demo-second-level-officer");
        approver = Rest.as(shishi, "demo-second-level-approver");
        city = Rest.as(shishi, "demo-city-approver");
        inspector = Rest.as(shishi, "demo-inspector");
        finance = Rest.as(shishi, "demo-city-finance");
    }

    private String status() {
        return officer.get(ROOMS + "/" + room).json().path("status").asString();
    }

    private Rest.Answer go(Rest who, String action) {
        return who.post(ROOMS + "/" + room + "/transitions", Map.of("action", action, "reason", "测试"));
    }

    private void step(Rest who, String action, String reached) {
        Rest.Answer answer = go(who, action);
        assertEquals(200, answer.status(), action + ": " + answer);
        assertEquals(reached, answer.json().path("status").asString());
    }

    private void refused(Rest who, String action, String code) {
        String before = status();
        Rest.Answer answer = go(who, action);
        assertTrue(answer.codes().contains(code), action + ": " + answer);
        assertEquals(before, status());
    }

    private Rest.Answer check(Rest who, String level, String result) {
        return who.post(
                "/2024/break-room/checks",
                Map.of(
                        "room", room,
                        "level", level,
                        "date", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                        "inspector", "测试检查员",
                        "rules", "PASS",
                        "signage", result,
                        "service", "PASS",
                        "environment", "PASS",
                        "equipment", "PASS",
                        "effect", "PASS"));
    }

    @Test
    void from_draft_to_plaque_and_through_a_failed_spot_check() {
        Rest.Answer created = grassroots.post(ROOMS, Room.json());
        assertEquals(201, created.status(), created.toString());
        room = created.json().path("id").asString();
        assertEquals("/api/v1" + ROOMS + "/" + room, created.header("Location"));
        assertEquals("DRAFT", status());

        refused(approver, "approve", "BR-STATE");
        assertEquals(403, go(grassroots, "submit").status(), "only the second level submits");
        step(officer, "submit", "DECLARED");
        refused(grassroots, "consult", "BR-CONSULTATION-MISSING");
        assertEquals(
                201,
                grassroots
                        .post(
                                "/2024/break-room/consultations",
                                Map.of(
                                        "room", room,
                                        "kind", "WORKERS_CONGRESS",
                                        "date", "2024-05-06",
                                        "summary", "测试：职代会讨论通过"))
                        .status());
        step(grassroots, "consult", "CONSULTED");
        refused(officer, "acceptPlan", "BR-PLAN-MISSING");
        assertEquals(
                201,
                grassroots
                        .upload(ROOMS + "/" + room + "/attachments?kind=plan&fileName=plan.pdf", PLAN)
                        .status());
        step(officer, "acceptPlan", "DESIGNED");
        step(grassroots, "start", "UNDER_WORK");
        refused(grassroots, "finish", "BR-CHECK-INCOMPLETE");
        assertEquals(201, check(grassroots, "SELF", "FAIL").status());
        refused(grassroots, "finish", "BR-CHECK-INCOMPLETE");
        assertEquals(201, check(grassroots, "SELF", "PASS").status());
        step(grassroots, "finish", "READY");
        assertEquals(403, go(grassroots, "approve").status());
        assertEquals(403, go(city, "approve").status());
        step(approver, "return", "UNDER_WORK");
        step(grassroots, "finish", "READY");
        step(approver, "approve", "SECOND_LEVEL_APPROVED");
        assertEquals(403, go(approver, "verify").status());
        step(city, "verify", "CITY_VERIFIED");
        step(city, "grantPlaque", "PLAQUED");

        assertEquals(403, check(grassroots, "SPOT", "FAIL").status());
        assertEquals(201, check(inspector, "SPOT", "FAIL").status());
        step(inspector, "failSpotCheck", "RECTIFY");
        refused(city, "passRecheck", "BR-CHECK-INCOMPLETE");
        assertEquals(201, check(approver, "GENERAL", "PASS").status());
        step(city, "passRecheck", "PLAQUED");

        Rest.Answer subsidy = finance.post(
                "/2024/break-room/subsidies", Map.of("room", room, "paidDate", "2024-11-01", "purpose", "ITEMS"));
        assertEquals(List.of("BR-SUBSIDY-UNSET"), subsidy.codes(), subsidy.toString());

        List<String> actions = officer.get(ROOMS + "/" + room + "/history")
                .json()
                .valueStream()
                .map(entry -> entry.path("action").asString())
                .toList();
        assertTrue(actions.containsAll(List.of("submit", "return", "verify", "failSpotCheck")), actions.toString());
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_saved() {
        Map<String, Object> bad = Room.json();
        bad.put("pointMobile", "12");
        bad.put("areaM2", 0);
        bad.remove("street");
        Rest.Answer answer = officer.post(ROOMS, bad);
        assertEquals(422, answer.status());
        assertEquals(
                List.of("CORE-PHONE", "BR-ROW-MISSING", "BR-AREA"),
                answer.codes(),
                "each once, in the order of the rule text");
        assertEquals(
                0,
                officer.get(ROOMS + "?q="
                                + java.net.URLEncoder.encode(
                                        (String) bad.get("name"), java.nio.charset.StandardCharsets.UTF_8))
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    void the_same_room_twice_is_refused() {
        Map<String, Object> once = Room.json();
        assertEquals(201, officer.post(ROOMS, once).status());
        assertEquals(List.of("BR-DUP"), officer.post(ROOMS, once).codes());
    }

    @Test
    void who_was_slower_is_told() {
        Rest.Answer created = officer.post(ROOMS, Room.json());
        String path = ROOMS + "/" + created.json().path("id").asString();
        Rest.Answer seen = officer.get(path);
        String etag = seen.header("ETag");
        assertEquals(428, officer.put(path, Map.of("coveredUnits", 5), null).status());
        Rest.Answer first = officer.put(path, Map.of("coveredUnits", 5), etag);
        assertEquals(200, first.status(), first.toString());
        assertEquals(5, first.json().path("coveredUnits").asInt());
        assertEquals("139****0000", first.json().path("pointMobile").asString());
        assertEquals(412, officer.put(path, Map.of("coveredUnits", 6), etag).status());
        Rest.Answer roundTrip = officer.put(path, officer.get(path).json(), first.header("ETag"));
        assertEquals(200, roundTrip.status(), "what was read can be sent back: " + roundTrip);
    }

    @Test
    void pages_go_by_key_and_cover_everything_once() {
        java.util.Set<String> seen = new java.util.HashSet<>();
        String path = ROOMS + "?limit=7&sort=name";
        for (String next = ""; next != null; ) {
            var page =
                    officer.get(path + (next.isEmpty() ? "" : "&after=" + next)).json();
            page.path("items")
                    .valueStream()
                    .forEach(item -> assertTrue(seen.add(item.path("id").asString())));
            next = page.path("next").isNull() ? null : page.path("next").asString();
        }
        assertTrue(seen.size() >= 1, "rooms of the district");
        assertEquals(400, officer.get(ROOMS + "?nonsense=1").status());
    }
}
