package org.shishi.itest.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.itest.breakroom.Room;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;

/** Each thing that people do together on a record (会签、加签、转办、催办、抄送、撤回、退回), and many steps at once, by another system. */
class TeamIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final byte[] PLAN = "%PDF-1.4\n% 测试方案\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private static Rest grassroots;
    private static Rest officer;
    private static Rest approver;
    private static Rest colleague;
    private static Rest city;

    @BeforeAll
    static void signIn() {
        ShishiProcess shishi = ShishiProcess.sharedDemo();
        grassroots = Rest.as(shishi, "demo-grassroots-officer");
        officer = Rest.as(shishi, "demo-second-level-officer");
        approver = Rest.as(shishi, "demo-second-level-approver");
        colleague = Rest.as(shishi, "demo-city-officer");
        city = Rest.as(shishi, "demo-city-approver");
    }

    private static String id(Rest.Answer created) {
        assertEquals(201, created.status(), created.toString());
        return created.json().path("id").asString();
    }

    private static void step(Rest who, String room, String action) {
        Rest.Answer answer = who.post(ROOMS + "/" + room + "/transitions", Map.of("action", action, "reason", "测试"));
        assertEquals(200, answer.status(), action + ": " + answer);
    }

    /** A room that waits for the district's review. */
    private static String ready() {
        String room = id(grassroots.post(ROOMS, Room.json()));
        step(officer, room, "submit");
        id(grassroots.post(
                "/2024/break-room/consultations",
                Map.of("room", room, "kind", "WORKERS_CONGRESS", "date", "2024-05-06", "summary", "测试")));
        step(grassroots, room, "consult");
        id(grassroots.upload(ROOMS + "/" + room + "/attachments?kind=plan&fileName=plan.pdf", PLAN));
        step(officer, room, "acceptPlan");
        step(grassroots, room, "start");
        Map<String, Object> check = new HashMap<>(Map.of("room", room, "level", "SELF", "inspector", "测试检查员"));
        check.put("date", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        List.of("rules", "signage", "service", "environment", "equipment", "effect")
                .forEach(point -> check.put(point, "PASS"));
        id(grassroots.post("/2024/break-room/checks", check));
        step(grassroots, room, "finish");
        return room;
    }

    private static Rest.Answer act(Rest who, String room, String act, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("act", act));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return who.post(ROOMS + "/" + room + "/team", body);
    }

    private static JsonNode done(Rest.Answer answer) {
        assertEquals(200, answer.status(), answer.toString());
        return answer.json();
    }

    private static void refused(String code, Rest.Answer answer) {
        assertEquals(422, answer.status(), answer.toString());
        assertTrue(answer.codes().contains(code), answer.toString());
    }

    private static String state(String room) {
        return officer.get(ROOMS + "/" + room).json().path("status").asString();
    }

    private static String person(String room, String act, String name) {
        JsonNode people =
                approver.get(ROOMS + "/" + room + "/team/people?act=" + act).json();
        return people.valueStream()
                .filter(one -> one.path("name").asString().contains(name))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + people));
    }

    private static List<String> waiting(Rest who, String room, String view) {
        return who.get("/todos?limit=500&view=" + view)
                .json()
                .path("items")
                .valueStream()
                .filter(todo -> todo.path("recordId").asString().equals(room))
                .map(todo -> todo.path("kind").asString())
                .toList();
    }

    @Test
    void signed_before_and_after_the_decision() {
        String room = ready();
        String signer = person(room, "ask_before", "市总经办");
        JsonNode asked = done(act(approver, room, "ask_before", "people", List.of(signer), "reason", "请看"));
        assertEquals("OPEN", asked.at("/round/signatures/0/verdict").asString());
        assertEquals(List.of("SIGN"), waiting(colleague, room, "mine"));
        refused(
                "CORE-SIGN-OPEN",
                approver.post(ROOMS + "/" + room + "/transitions", Map.of("action", "approve", "reason", "测试")));
        refused("CORE-REASON-MISSING", act(colleague, room, "sign", "agree", false));
        done(act(colleague, room, "sign", "agree", true, "reason", "现场看过"));
        refused("CORE-SIGN-NOT-ASKED", act(colleague, room, "sign", "agree", true));
        step(approver, room, "approve");
        assertEquals("SECOND_LEVEL_APPROVED", state(room));

        String other = ready();
        done(act(approver, other, "ask_after", "action", "approve", "people", List.of(signer)));
        assertEquals("READY", state(other), "decided, signed after");
        done(act(colleague, other, "sign", "agree", true));
        assertEquals("SECOND_LEVEL_APPROVED", state(other), "taken when the last has signed");
        String third = ready();
        done(act(approver, third, "ask_before", "people", List.of(signer)));
        assertEquals(
                200,
                act(colleague, third, "sign", "agree", false, "reason", "缺少照片").status());
        assertEquals("UNDER_WORK", state(third), "one refusal sends it back");
    }

    @Test
    void passed_on_nudged_copied() {
        String room = ready();
        String oneself = person(room, "pass_on", "区局审核");
        JsonNode passed = done(act(approver, room, "pass_on", "people", List.of(oneself), "reason", "由我办"));
        assertTrue(passed.at("/waiting/0/holder").asString().contains("区局审核"), passed.toString());
        refused("CORE-TEAM-PERSON", act(approver, room, "pass_on", "people", List.of(oneself)));
        done(act(officer, room, "nudge", "reason", "请尽快"));
        refused("CORE-NUDGED", act(officer, room, "nudge"));
        done(act(approver, room, "copy", "people", List.of(person(room, "copy", "市总经办")), "reason", "供参考"));
        assertEquals(List.of("COPY"), waiting(colleague, room, "copied"));
    }

    @Test
    void taken_back_and_sent_back() {
        String room = ready();
        step(approver, room, "approve");
        done(act(approver, room, "withdraw", "reason", "再看看"));
        assertEquals("READY", state(room));
        step(approver, room, "approve");
        JsonNode earlier = city.get(ROOMS + "/" + room + "/team").json().path("earlier");
        List<String> states = earlier.valueStream().map(JsonNode::asString).toList();
        assertTrue(states.containsAll(List.of("READY", "UNDER_WORK", "DECLARED", "DRAFT")), states.toString());
        refused("CORE-BACK-STATE", act(city, room, "send_back", "state", "PLAQUED", "reason", "测试"));
        assertEquals(
                200,
                act(city, room, "send_back", "state", "CONSULTED", "reason", "方案要改")
                        .status());
        assertEquals("CONSULTED", state(room));
        refused("CORE-WITHDRAW-NONE", act(approver, room, "withdraw"));
    }

    /** Rooms that wait for the consultation of the unit. */
    private static List<String> declared(String name, int count) {
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> room = Room.json();
            room.put("name", name + i);
            rooms.add(id(grassroots.post(ROOMS, room)));
        }
        for (int from = 0; from < count; from += 100) {
            Rest.Answer submitted = officer.post(
                    ROOMS + "/transitions",
                    Map.of("ids", rooms.subList(from, Math.min(count, from + 100)), "action", "submit"));
            assertEquals(200, submitted.status(), submitted.toString());
        }
        return rooms;
    }

    private static void consulted(String room) {
        id(grassroots.post(
                "/2024/break-room/consultations",
                Map.of("room", room, "kind", "WORKERS_CONGRESS", "date", "2024-05-06", "summary", "测试")));
    }

    private static String consultAll(String name) {
        Rest.Answer started = grassroots.post(
                "/todos/batches", Map.of("action", "consult", "query", Map.of("q", name, "programme", "break-room")));
        assertEquals(202, started.status(), started.toString());
        return started.header("Location").replace("/api/v1/jobs/", "");
    }

    private static JsonNode ended(String batch) {
        Awaitility.await("the batch ends")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !grassroots
                        .get("/jobs/" + batch)
                        .json()
                        .path("state")
                        .asString()
                        .equals("RUNNING"));
        return grassroots.get("/jobs/" + batch).json();
    }

    private static Map<String, Long> states(String batch) {
        return grassroots
                .get("/todos/batches/" + batch)
                .json()
                .path("items")
                .valueStream()
                .collect(Collectors.groupingBy(item -> item.path("state").asString(), Collectors.counting()));
    }

    @Test
    void many_at_once_with_what_was_skipped_and_stopped_on_the_way() {
        List<String> rooms = declared("批量甲", 12);
        rooms.stream().filter(room -> !room.equals(rooms.get(3))).forEach(TeamIT::consulted);
        String batch = consultAll("批量甲");
        JsonNode job = ended(batch);
        assertEquals("DONE", job.path("state").asString(), job.toString());
        assertEquals(12, job.path("done").asInt());
        assertEquals(12, job.path("total").asInt());
        assertEquals(11, job.path("accepted").asInt());
        JsonNode skipped = grassroots
                .get("/todos/batches/" + batch + "?only=skipped")
                .json()
                .path("items");
        assertEquals(1, skipped.size());
        assertEquals(rooms.get(3), skipped.at("/0/recordId").asString());
        assertEquals("BR-CONSULTATION-MISSING", skipped.at("/0/refusals/0/code").asString());
        assertEquals("CONSULTED", state(rooms.getFirst()));

        int many = 200;
        declared("批量乙", many);
        String stopped = consultAll("批量乙");
        assertEquals(
                204, grassroots.post("/jobs/" + stopped + "/cancel", Map.of()).status());
        assertEquals("CANCELLED", ended(stopped).path("state").asString());
        assertTrue(states(stopped).getOrDefault("WAITING", 0L) > 0, "it ended on the way: " + states(stopped));
        assertEquals(
                many,
                grassroots
                        .get("/todos?limit=500&q=" + URLEncoder.encode("批量乙", StandardCharsets.UTF_8))
                        .json()
                        .path("items")
                        .size(),
                "all still wait");
    }
}
