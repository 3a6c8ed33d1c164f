package org.shishi.itest.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.itest.rest.Rest.Answer;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;

/** Organisations, units and who sees a record, over HTTP: what is done, and for whom it is refused. */
class OrganisationsIT {

    private static final String ALL = "/organisations";
    private static final String NOWHERE = "/00000000-0000-0000-0000-000000000000";

    private static Rest administrator;
    private static Rest officer;
    private static Rest auditor;
    private static String city;
    private static String pudong;
    private static String huangpu;

    @BeforeAll
    static void start() {
        ShishiProcess shishi = ShishiProcess.sharedDemo();
        administrator = Rest.as(shishi, "demo-platform-admin");
        officer = Rest.as(shishi, "demo-second-level-officer");
        auditor = Rest.as(shishi, "demo-auditor");
        city = found("上海市总工会").path("id").asString();
        pudong = found("浦东新区总工会").path("id").asString();
        huangpu = found("黄浦区总工会").path("id").asString();
    }

    private static JsonNode found(String text) {
        return administrator
                .get(ALL + "?limit=1&q=" + java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8))
                .json()
                .path("items")
                .path(0);
    }

    private static List<String> names(Answer answer) {
        assertEquals(200, answer.status(), answer::toString);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private static String make(String name) {
        Answer made = administrator.post(ALL, Map.of("type", "SUBDISTRICT", "name", name, "parent", pudong));
        assertEquals(201, made.status(), made::toString);
        assertEquals("/api/v1" + ALL + "/" + made.json().path("id").asString(), made.header("Location"));
        return made.json().path("id").asString();
    }

    @Test
    void the_tree_is_searched_and_looked_through_within_ones_scope() {
        assertTrue(names(administrator.get(ALL + "?q=pdxqzgh")).contains("浦东新区总工会"), "by pinyin initials");
        assertTrue(names(administrator.get(ALL + "?parent=" + city)).contains("黄浦区总工会"));
        assertTrue(names(officer.get(ALL + "?parent=" + pudong)).size() > 1);
        assertEquals(403, officer.get(ALL + "?parent=" + huangpu).status());
        assertEquals(List.of(), names(officer.get(ALL + "?q=hpqzgh")), "a search finds nobody else's");

        assertEquals(200, officer.get(ALL + "/" + city).status(), "one's superiors are no secret");
        assertEquals(403, officer.get(ALL + "/" + huangpu).status());
        assertEquals(403, officer.get(ALL + "/" + huangpu + "/history").status());
        assertEquals(404, administrator.get(ALL + NOWHERE).status());
        assertEquals(
                400, administrator.get(ALL + "/" + pudong + "?day=yesterday").status());
    }

    @Test
    void a_body_is_made_corrected_and_renamed_by_a_plan() {
        String id = make("接口试一街道总工会");
        Answer taken = administrator.post(ALL, Map.of("type", "SUBDISTRICT", "name", "接口试一街道总工会", "parent", pudong));
        assertEquals(List.of("CORE-ORG-NAME"), taken.codes());
        Answer misplaced = administrator.post(ALL, Map.of("type", "DISTRICT", "name", "接口试区", "parent", pudong));
        assertTrue(misplaced.codes().contains("CORE-ORG-PARENT"), misplaced::toString);
        assertEquals(400, administrator.post(ALL, Map.of("type", "街道")).status());

        Map<String, Object> mended = new HashMap<>(Map.of("type", "SUBDISTRICT", "name", "接口试一街道总工会"));
        mended.put("parent", pudong);
        mended.put("code", "jk-1");
        mended.put("aliases", List.of("试一街道"));
        Answer put = administrator.put(ALL + "/" + id, mended, null);
        assertEquals("JK-1", put.json().path("code").asString(), put::toString);

        Map<String, Object> change = new HashMap<>(Map.of("change", "rename", "name", "接口试新街道总工会", "keepOld", true));
        Answer plan = administrator.post(ALL + "/" + id + "/plan", change);
        assertEquals(1, plan.json().path("bodies").asInt(), plan::toString);
        assertEquals("RENAME", plan.json().path("steps").path(0).path("kind").asString());
        change.put("token", "of another plan");
        assertEquals(
                List.of("CORE-ORG-STALE"),
                administrator.post(ALL + "/" + id + "/apply", change).codes());
        change.put("token", plan.json().path("token").asString());
        Answer renamed = administrator.post(ALL + "/" + id + "/apply", change);
        assertEquals("接口试新街道总工会", renamed.json().path("name").asString(), renamed::toString);

        Answer history = administrator.get(ALL + "/" + id + "/history");
        assertEquals("RENAMED", history.json().path(0).path("kind").asString(), history::toString);
        String yesterday = LocalDate.now().minusDays(1).toString();
        Answer then = administrator.get(ALL + "/" + id + "?day=" + yesterday);
        assertNotEquals("接口试新街道总工会", then.json().path("name").asString(), then::toString);
    }

    @Test
    void move_merge_split_and_close_are_planned_and_applied() {
        String one = make("接口试甲街道总工会");
        String other = make("接口试乙街道总工会");
        apply(other, Map.of("change", "move", "parent", huangpu));
        assertEquals(
                huangpu,
                administrator.get(ALL + "/" + other).json().path("parent").asString());
        apply(other, Map.of("change", "move", "parent", pudong));
        apply(one, Map.of("change", "merge", "from", List.of(other), "keepNames", true));
        assertTrue(administrator
                .get(ALL + "/" + one)
                .json()
                .path("aliases")
                .toString()
                .contains("接口试乙街道总工会"));
        apply(
                one,
                Map.of(
                        "change",
                        "split",
                        "parts",
                        List.of(Map.of("name", "接口试丙街道总工会", "children", List.of())),
                        "close",
                        false));
        apply(one, Map.of("change", "close", "lastDay", LocalDate.now().toString(), "below", true));
        assertEquals(
                LocalDate.now().toString(),
                administrator.get(ALL + "/" + one).json().path("validTo").asString());
        assertEquals(
                List.of("CORE-ORG-CYCLE"),
                administrator
                        .post(ALL + "/" + pudong + "/plan", Map.of("change", "move", "parent", pudong))
                        .codes()
                        .stream()
                        .filter("CORE-ORG-CYCLE"::equals)
                        .toList());
        assertEquals(
                400,
                administrator
                        .post(ALL + "/" + pudong + "/plan", Map.of("change", "sell"))
                        .status());
    }

    private static void apply(String id, Map<String, Object> change) {
        Answer plan = administrator.post(ALL + "/" + id + "/plan", change);
        assertEquals(200, plan.status(), plan::toString);
        Map<String, Object> with = new HashMap<>(change);
        with.put("token", plan.json().path("token").asString());
        Answer done = administrator.post(ALL + "/" + id + "/apply", with);
        assertEquals(200, done.status(), done::toString);
    }

    @Test
    void only_administrators_change_the_tree_and_the_register() {
        Map<String, Object> rename = Map.of("change", "rename", "name", "他人改名", "token", "");
        Map<String, Object> body = Map.of("type", "GRASSROOTS", "name", "他人新建", "parent", pudong);
        Map<String, Object> unit = Map.of("kind", "ENTERPRISE", "name", "他人企业");
        for (Rest other : List.of(officer, auditor)) {
            List<Answer> answers = new ArrayList<>(List.of(
                    other.post(ALL, body),
                    other.put(ALL + "/" + pudong, body, null),
                    other.post(ALL + "/" + pudong + "/plan", rename),
                    other.post(ALL + "/" + pudong + "/apply", rename),
                    other.post("/units", unit),
                    other.put("/units" + NOWHERE, unit, null)));
            for (Answer answer : answers) {
                assertEquals(403, answer.status(), answer::toString);
                assertEquals(List.of("CORE-FORBIDDEN"), answer.codes());
            }
        }
    }

    @Test
    void a_unit_is_registered_once_and_changed_by_whoever_read_it_last() {
        Map<String, Object> unit = new HashMap<>(Map.of("kind", "SCHOOL", "name", "示例接口试学校", "organisation", pudong));
        Answer made = administrator.post("/units", unit);
        assertEquals(201, made.status(), made::toString);
        String address = "/units/" + made.json().path("id").asString();
        assertEquals("/api/v1" + address, made.header("Location"));
        assertEquals("示例接口试学校", administrator.get(address).json().path("name").asString());
        assertEquals(
                List.of("示例接口试学校"),
                names(administrator.get("/units?kind=SCHOOL&q=%E6%8E%A5%E5%8F%A3%E8%AF%95&organisation=" + pudong)));
        assertEquals(1, administrator.get("/units?limit=1").json().path("items").size());
        assertNotNull(administrator.get("/units?limit=1").json().path("next").asString());

        unit.put("name", "示例接口试新学校");
        unit.put("version", made.json().path("version").asLong());
        assertEquals(200, administrator.put(address, unit, null).status());
        Answer late = administrator.put(address, unit, null);
        assertEquals(412, late.status(), late::toString);
        Answer wrong = administrator.post(
                "/units", Map.of("kind", "ENTERPRISE", "name", "示例企业", "uscc", "91310000000000000X"));
        assertEquals(422, wrong.status(), wrong::toString);
    }

    @Test
    void own_lists_are_kept_by_the_second_level_for_itself() {
        Answer saved = officer.post(
                "/local-programmes",
                Map.of("organisation", pudong, "year", 2024, "title", "接口试本级项目", "budgetFen", 100_00));
        assertEquals(200, saved.status(), saved::toString);
        Answer strange =
                officer.post("/local-programmes", Map.of("organisation", huangpu, "year", 2024, "title", "别区项目"));
        assertEquals(403, strange.status(), strange::toString);
        String id = saved.json().path("id").asString();
        assertTrue(officer.get("/local-programmes?year=2024").json().toString().contains(id));
        assertEquals(
                204, officer.send("DELETE", "/local-programmes/" + id, null).status());
    }
}
