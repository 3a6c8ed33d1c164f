package org.shishi.itest.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;

/** What waits, asked for and worked off by another system. */
class TodosIT {

    private static Rest approver;
    private static Rest auditor;

    @BeforeAll
    static void signIn() {
        ShishiProcess shishi = ShishiProcess.sharedDemo();
        approver = Rest.as(shishi, "demo-city-approver");
        auditor = Rest.as(shishi, "demo-auditor");
    }

    private static JsonNode first() {
        return approver.get("/todos?limit=1").json().path("items").path(0);
    }

    private static String record(JsonNode todo) {
        return "/" + todo.path("year").asInt() + "/" + todo.path("programme").asString() + "/"
                + todo.path("recordType").asString() + "/"
                + todo.path("recordId").asString();
    }

    @Test
    void pages_by_key_and_says_what_it_does_not_know() {
        Rest.Answer page = approver.get("/todos?limit=2&programme=break-room");
        assertEquals(200, page.status());
        assertEquals(2, page.json().path("items").size());
        String next = page.json().path("next").asString();
        JsonNode rest = approver.get("/todos?limit=500&programme=break-room&after=" + next)
                .json();
        assertFalse(rest.path("items")
                .valueStream()
                .anyMatch(item -> item.path("id").asString().equals(next)));
        int open = approver.get("/todos/counts").json().path("open").asInt();
        assertTrue(open >= 2, "open: " + open);
        assertEquals(400, approver.get("/todos?view=everybody").status());
        assertEquals(0, auditor.get("/todos").json().path("items").size(), "who only reads has nothing to do");
    }

    @Test
    void many_at_once_are_a_job_that_says_what_it_skipped() {
        assertEquals(
                400, approver.post("/todos/batches", Map.of("action", "verify")).status());
        String id = first().path("id").asString();
        Rest.Answer started = approver.post("/todos/batches", Map.of("action", "noSuchStep", "ids", List.of(id)));
        assertEquals(202, started.status(), started.toString());
        String job = started.header("Location").replace("/api/v1", "");
        JsonNode now = approver.get(job).json();
        for (int i = 0; i < 2_000 && now.path("state").asString().equals("RUNNING"); i++) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            now = approver.get(job).json();
        }
        assertEquals("DONE", now.path("state").asString(), now.toString());
        assertEquals(1, now.path("rejected").asInt());
        JsonNode item = approver.get(job.replace("/jobs/", "/todos/batches/") + "?only=skipped")
                .json()
                .path("items")
                .path(0);
        assertEquals(
                "CORE-BATCH-ACTION", item.path("refusals").path(0).path("code").asString());
        assertEquals(
                404, auditor.get(job.replace("/jobs/", "/todos/batches/")).status(), "another's batch is nobody's");
    }

    @Test
    void people_work_together_on_a_record() {
        String team = record(first()) + "/team";
        JsonNode situation = approver.get(team).json();
        assertTrue(
                situation.path("acts").valueStream().anyMatch(act -> act.asString()
                        .equals("ask_before")),
                situation.toString());
        JsonNode people = approver.get(team + "/people?act=copy&q=").json();
        assertTrue(people.size() > 0);
        assertEquals(
                200,
                approver.post(
                                team,
                                Map.of(
                                        "act",
                                        "copy",
                                        "people",
                                        List.of(people.path(0).path("id").asString())))
                        .status());
        Rest.Answer nobody = approver.post(team, Map.of("act", "ask_before", "people", List.of()));
        assertEquals(422, nobody.status());
        assertEquals(List.of("CORE-TEAM-NOBODY"), nobody.codes());
        assertEquals(400, approver.post(team, Map.of("act", "dance")).status());
        assertEquals(403, auditor.post(team, Map.of("act", "nudge")).status());
    }
}
