package org.shishi.itest.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.itest.breakroom.Room;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;

/** Every status and header that other systems build on. */
class ProblemsIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static ShishiProcess shishi;
    private static Rest officer;
    private static Rest auditor;

    @BeforeAll
    static void signIn() {
        shishi = ShishiProcess.sharedDemo();
        officer = Rest.as(shishi, "demo-second-level-officer");
        auditor = Rest.as(shishi, "demo-auditor");
    }

    /** RFC 9457, with the refusals in our own member. */
    private static void problem(int status, Rest.Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertTrue(
                answer.header("Content-Type").toLowerCase().startsWith("application/problem+json"), answer.toString());
        assertEquals(status, answer.json().path("status").asInt());
        for (String member : List.of("type", "title", "detail")) {
            assertFalse(answer.json().path(member).asString().isBlank(), member + " of " + answer);
        }
        answer.json().path("refusals").valueStream().forEach(refusal -> {
            assertFalse(refusal.path("code").asString().isBlank());
            assertTrue(refusal.has("field"));
            for (String language : List.of("zh", "en")) {
                assertFalse(refusal.path("message").path(language).asString().isBlank(), refusal.toString());
            }
        });
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void a_token_says_how_long_it_lasts_and_opens_the_door() {
        Rest.Answer answer =
                Rest.nobody(shishi).post("/tokens", Map.of("username", "demo-auditor", "password", "shishi-demo"));
        assertEquals(200, answer.status());
        assertEquals(Set.of("token", "expiresAt"), Set.copyOf(answer.json().propertyNames()));
        Instant expires = Instant.parse(answer.json().path("expiresAt").asString());
        assertTrue(expires.isAfter(Instant.now().plus(Duration.ofMinutes(5))));
        assertEquals(
                200,
                Rest.nobody(shishi)
                        .withToken(answer.json().path("token").asString())
                        .get(ROOMS)
                        .status());
        problem(400, Rest.nobody(shishi).post("/tokens", Map.of("username", "demo-auditor")));
        problem(401, Rest.nobody(shishi).post("/tokens", Map.of("username", "demo-auditor", "password", "wrong")));
    }

    @Test
    void unauthorised_says_which_scheme() {
        for (Rest.Answer answer : List.of(
                Rest.nobody(shishi).get(ROOMS),
                Rest.nobody(shishi).withToken("x").get(ROOMS),
                Rest.nobody(shishi).withToken("").get(ROOMS))) {
            problem(401, answer);
            assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"));
        }
    }

    @Test
    void forbidden_is_the_same_as_on_the_pages() {
        problem(403, auditor.post(ROOMS, Room.json()));
        String elsewhere = Rest.as(shishi, "demo-huangpu-officer")
                .post(ROOMS, Room.json())
                .json()
                .path("id")
                .asString();
        problem(403, officer.get(ROOMS + "/" + elsewhere));
        problem(403, officer.post(ROOMS + "/" + elsewhere + "/transitions", Map.of("action", "submit")));
        assertEquals(200, auditor.get(ROOMS + "/" + elsewhere).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/2024/break-room/chairs",
                "/1999/break-room/rooms",
                "/2024/no-programme/rooms",
                "/year/break-room/rooms",
                ROOMS + "/" + NOBODY,
                ROOMS + "/no-id",
                ROOMS + "/" + NOBODY + "/history",
                "/2024/break-room/reports/none",
                "/jobs/" + NOBODY,
                "/jobs/no-id",
            })
    void what_is_not_there(String path) {
        problem(404, officer.get(path));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /2024/break-room/rooms, 'GET, POST'",
        "PATCH, /2024/break-room/rooms/x, 'GET, PUT'",
        "PUT, /tokens, POST",
        "GET, /tokens, POST",
        "POST, /programmes, GET",
    })
    void what_an_address_does_not_do(String method, String path, String allowed) {
        Rest.Answer answer = officer.send(method, path, null);
        problem(405, answer);
        assertEquals(Set.of(allowed.split(", ")), Set.of(answer.header("Allow").split(", ")));
    }

    @Test
    void head_is_get_without_a_body() {
        Rest.Answer head = officer.send("HEAD", "/programmes", null);
        assertEquals(200, head.status());
        assertEquals(0, head.raw().body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[]", "1", "\"x\"", "null", "{\"name\":}", "{} {}"})
    void what_is_no_json_object(String body) {
        problem(400, officer.send("POST", ROOMS, body, "Content-Type", "application/json"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 422",
        "application/json; charset=utf-8, 422",
        "application/merge-patch+json, 422",
        "application/x-www-form-urlencoded, 422",
        "text/xml, 415",
        "application/xml, 415",
        "image/png, 415",
        "multipart/form-data; boundary=x, 415",
    })
    void which_media_types_are_read(String type, int status) {
        problem(status, officer.send("POST", ROOMS, "{}", "Content-Type", type));
    }

    @Test
    void a_file_that_is_too_large_or_of_another_kind() {
        String id = officer.post(ROOMS, Room.json()).json().path("id").asString();
        String attachments = ROOMS + "/" + id + "/attachments?kind=plan&fileName=plan.pdf";
        byte[] large = java.util.Arrays.copyOf("%PDF-1.4".getBytes(StandardCharsets.US_ASCII), (20 << 20) + 1);
        Rest.Answer tooLarge = officer.upload(attachments, large);
        problem(413, tooLarge);
        assertEquals(List.of("CORE-ATT-SIZE"), tooLarge.codes());
        Rest.Answer disguised = officer.upload(attachments, "GIF89a".getBytes(StandardCharsets.US_ASCII));
        problem(415, disguised);
        assertEquals(List.of("CORE-ATT-TYPE"), disguised.codes());
        problem(400, officer.upload(ROOMS + "/" + id + "/attachments", large));
    }

    @Test
    void wrong_types_and_unknown_names_are_told_with_everything_else() {
        Map<String, Object> bad = Room.json();
        bad.put("areaM2", "wide");
        bad.put("district", "999999");
        bad.put("projectKind", "REBUILD");
        bad.put("colour", "red");
        bad.put("coveredUnits", 0);
        bad.put("pointMobile", "12");
        bad.put("name", " ");
        Rest.Answer answer = officer.post(ROOMS, bad);
        problem(422, answer);
        assertEquals(
                List.of(
                        "CORE-INPUT areaM2",
                        "CORE-INPUT projectKind",
                        "CORE-INPUT colour",
                        "CORE-PHONE pointMobile",
                        "BR-ROW-MISSING name",
                        "BR-DISTRICT district",
                        "BR-COVER coveredUnits"),
                answer.json()
                        .path("refusals")
                        .valueStream()
                        .map(r -> r.path("code").asString() + " "
                                + r.path("field").asString())
                        .toList());
    }

    @Test
    void an_area_with_too_many_digits_is_the_callers_fault() {
        Map<String, Object> wide = Room.json();
        wide.put("areaM2", 1_000_000);
        assertEquals(List.of("CORE-DIGITS"), officer.post(ROOMS, wide).codes());
        wide.put("areaM2", new java.math.BigDecimal("999999.99"));
        assertEquals(201, officer.post(ROOMS, wide).status());
        Map<String, Object> fine = Room.json();
        fine.put("areaM2", new java.math.BigDecimal("0.001"));
        assertEquals(List.of("CORE-DIGITS"), officer.post(ROOMS, fine).codes());
    }

    @Test
    void created_says_where_and_etags_keep_writers_apart() {
        Rest.Answer created = officer.post(ROOMS, Room.json());
        assertEquals(201, created.status());
        String location = created.header("Location");
        assertTrue(location.startsWith("/api/v1" + ROOMS + "/"), location);
        String path = location.substring("/api/v1".length());
        Rest.Answer read = officer.get(path);
        String tag = read.header("ETag");
        assertEquals(created.header("ETag"), tag);
        assertTrue(tag.matches("\"[^\"]+\""), tag);
        assertEquals("DRAFT", read.json().path("status").asString());
        assertEquals(created.json(), read.json());

        problem(428, officer.put(path, Map.of("coveredUnits", 7), null));
        assertEquals(
                200,
                officer.put(path, Map.of("coveredUnits", 7), "\"no\", " + tag).status());
        problem(412, officer.put(path, Map.of("coveredUnits", 8), tag));
        problem(
                412,
                officer.send(
                        "POST",
                        path + "/transitions",
                        "{\"action\":\"submit\"}",
                        "If-Match",
                        tag,
                        "Content-Type",
                        "application/json"));
        assertEquals(7, officer.get(path).json().path("coveredUnits").asInt());
        assertEquals(200, officer.put(path, Map.of("coveredUnits", 9), "*").status());
        problem(422, officer.post(path + "/transitions", Map.of("action", "dance")));
        problem(400, officer.post(path + "/transitions", Map.of("reason", "no action")));
        problem(422, officer.post(path + "/transitions", Map.of("action", "withdraw")));
    }

    @Test
    void lists_take_every_condition_and_refuse_what_they_do_not_know() {
        Map<String, Object> room = Room.json();
        officer.post(ROOMS, room);
        String q = java.net.URLEncoder.encode((String) room.get("name"), StandardCharsets.UTF_8);
        assertEquals(1, items(ROOMS + "?limit=50&after=&status=&district=&q=" + q));
        assertEquals(1, items(ROOMS + "?limit=50&status=DRAFT&district=310115&q=" + q));
        assertEquals(1, items(ROOMS + "?status=DRAFT,DECLARED&q=" + q));
        assertEquals(0, items(ROOMS + "?status=PLAQUED&q=" + q));
        assertEquals(0, items(ROOMS + "?district=310101&q=" + q));
        for (String wrong : List.of("?limit=0", "?limit=501", "?limit=many", "?colour=red")) {
            problem(400, officer.get(ROOMS + wrong));
        }
        for (String wrong : List.of("?status=ASLEEP", "?district=999999", "?sort=colour", "?after=nonsense")) {
            problem(422, officer.get(ROOMS + wrong));
        }
    }

    private static int items(String path) {
        Rest.Answer answer = officer.get(path);
        assertEquals(200, answer.status(), answer.toString());
        return answer.json().path("items").size();
    }

    /** What is created while somebody pages makes nobody miss or see twice what was there before. */
    @Test
    void pages_go_by_key_under_concurrent_inserts() {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            before.add(officer.post(ROOMS, Room.json()).json().path("id").asString());
        }
        Set<String> seen = new HashSet<>();
        String next = "";
        while (next != null) {
            JsonNode page = officer.get(ROOMS + "?limit=5&after=" + next).json();
            page.path("items")
                    .valueStream()
                    .forEach(item -> assertTrue(seen.add(item.path("id").asString()), "twice: " + item));
            officer.post(ROOMS, Room.json());
            next = page.path("next").isNull() ? null : page.path("next").asString();
        }
        assertTrue(seen.containsAll(before));
        assertNull(officer.get(ROOMS + "?limit=500").json().path("nothing").stringValue(null));
    }

    @Test
    void reports_are_json_with_titles_rows_and_the_target() {
        Rest city = Rest.as(shishi, "demo-city-officer");
        JsonNode report = city.get("/2024/break-room/reports/overview?by=status&by=projectKind")
                .json();
        assertEquals(2, report.path("dimensions").size());
        assertEquals(1000, report.path("indicator").path("target").asInt());
        assertTrue(report.path("rows").size() > 0);
        long counted = report.path("rows")
                .valueStream()
                .mapToLong(row -> row.path("values").path(0).asLong())
                .sum();
        assertEquals(report.path("total").path(0).asLong(), counted);
        for (String format : List.of("xlsx", "pdf")) {
            Rest.Answer file = city.get("/2024/break-room/reports/overview?by=secondLevel&format=" + format);
            assertEquals(200, file.status());
            assertTrue(file.header("Content-Disposition").contains("filename*=UTF-8''"));
            assertTrue(file.raw().body().length > 1000);
        }
        problem(400, city.get("/2024/break-room/reports/overview?by=colour"));
        problem(400, city.get("/2024/break-room/reports/overview?format=docx"));
    }
}
