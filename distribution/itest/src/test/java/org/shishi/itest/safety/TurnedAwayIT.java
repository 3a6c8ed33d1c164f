package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.itest.breakroom.Room;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;

/** Whoever tries what is not theirs stands in the audit log, by whatever door, and once. */
class TurnedAwayIT {

    private static final String OFFICER = "demo-grassroots-officer";

    private static ShishiProcess shishi;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.sharedDemo();
    }

    @Test
    void by_rest() {
        String name = "不让新增" + Long.toString(System.nanoTime(), 36);
        Rest.Answer answer =
                Rest.as(shishi, OFFICER).post("/organisations", Map.of("type", "GRASSROOTS", "name", name));
        assertEquals(403, answer.status(), answer.toString());
        String log = log("action=access.refused&object=api/v1/organisations");
        assertTrue(log.contains("越权访问被拒") && log.contains("POST /api/v1/organisations"), log);
        assertFalse(log.contains(name), "what was sent stands nowhere");
    }

    @Test
    void by_an_address_of_a_page() {
        try (Browser officer = Browser.of(shishi, OFFICER)) {
            officer.open("admin/keys", "q=abc");
        }
        String log = log("action=access.refused&object=admin/keys");
        assertTrue(log.contains("/admin/keys") && log.contains("您没有"), log);
        assertFalse(log.contains("q=abc"));
    }

    /** The records' door says which one and what was tried. */
    @Test
    void at_a_record_by_the_records_own_word() {
        String room = Rest.as(shishi, "demo-huangpu-grassroots")
                .post("/2024/break-room/rooms", Room.json())
                .json()
                .path("id")
                .asString();
        assertEquals(
                403,
                Rest.as(shishi, OFFICER).get("/2024/break-room/rooms/" + room).status());
        String refused = log("action=record.refused&object=" + room);
        assertTrue(refused.contains("越权被拒") && refused.contains("想做：查看"), refused);
        assertFalse(log("action=access.refused&object=" + room).contains("/rooms/" + room), "said once");
    }

    private static String log(String query) {
        try (Browser auditor = Browser.of(shishi, "demo-auditor")) {
            return auditor.open("admin/audit", query).told();
        }
    }
}
