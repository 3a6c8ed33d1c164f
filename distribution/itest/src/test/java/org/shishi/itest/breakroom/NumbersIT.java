package org.shishi.itest.breakroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;

/** What the year's numbers do to rooms: the last day and who was given longer (K-8), what is offered, and by which rules. */
class NumbersIT {

    private static final String EDITION = "/editions/break-room/2024";
    private static final String ROOMS = "/2024/break-room/rooms";
    private static final String DEADLINE = "breakroom.applicationDeadline";
    private static final String GROUPS = "breakroom.industryGroups";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static Rest officer;
    private static Rest cityOfficer;
    private static Rest cityApprover;

    @BeforeAll
    static void signIn() {
        ShishiProcess shishi = ShishiProcess.sharedDemo();
        officer = Rest.as(shishi, "demo-second-level-officer");
        cityOfficer = Rest.as(shishi, "demo-city-officer");
        cityApprover = Rest.as(shishi, "demo-city-approver");
    }

    @AfterAll
    static void asItWas() {
        set(DEADLINE, null);
        set(GROUPS, List.of("STATE_KEY", "PUBLIC_SERVICE", "HARDSHIP"));
    }

    private static void set(String name, Object value) {
        Map<String, Object> change = new HashMap<>();
        change.put("name", name);
        change.put("value", value);
        change.put("validFrom", "2024-01-01");
        change.put("reason", "测试");
        Rest.Answer proposed = cityOfficer.post(EDITION + "/revisions", change);
        if (proposed.codes().equals(List.of("CORE-PARAM-SAME"))) {
            return;
        }
        assertEquals(201, proposed.status(), proposed.toString());
        String publish = "/editions/revisions/" + proposed.json().path("id").asString() + "/publish";
        assertEquals(403, cityOfficer.post(publish, Map.of()).status(), "not by the one who proposed it");
        assertEquals(200, cityApprover.post(publish, Map.of()).status());
    }

    private static JsonNode declared() {
        Rest.Answer created = officer.post(ROOMS, Room.json());
        assertEquals(201, created.status(), created.toString());
        Rest.Answer moved = officer.post(
                ROOMS + "/" + created.json().path("id").asString() + "/transitions", Map.of("action", "submit"));
        assertEquals(200, moved.status(), moved.toString());
        return moved.json();
    }

    /** SOFT: later input is accepted and flagged; an extension is for one organisation, and over when it is revoked. */
    @Test
    void who_declares_after_the_last_day_is_flagged_unless_given_longer() {
        assertFalse(declared().path("late").asBoolean(), "no last day is set");
        set(DEADLINE, TODAY.toString());
        assertFalse(declared().path("late").asBoolean(), "the last day itself");
        set(DEADLINE, TODAY.minusDays(1).toString());
        JsonNode late = declared();
        assertTrue(late.path("late").asBoolean());
        assertTrue(
                officer.get(ROOMS + "?late=true&limit=100")
                        .json()
                        .path("items")
                        .valueStream()
                        .anyMatch(room -> room.path("id").equals(late.path("id"))),
                "found by it");

        Map<String, Object> grant = Map.of(
                "window",
                DEADLINE,
                "organisation",
                late.path("ownerOrg").asString(),
                "until",
                TODAY.toString(),
                "reason",
                "系统故障");
        assertEquals(403, cityOfficer.post(EDITION + "/extensions", grant).status(), "a city approver grants it");
        Rest.Answer granted = cityApprover.post(EDITION + "/extensions", grant);
        assertEquals(201, granted.status(), granted.toString());
        assertFalse(declared().path("late").asBoolean(), "given longer");
        String revoke = "/editions/extensions/" + granted.json().path("id").asString() + "/revoke";
        assertEquals(204, cityApprover.post(revoke, Map.of("reason", "误批")).status());
        assertTrue(declared().path("late").asBoolean(), "revoked");
    }

    @Test
    void what_the_edition_does_not_offer_is_not_taken() {
        set(GROUPS, List.of("STATE_KEY", "PUBLIC_SERVICE"));
        Map<String, Object> room = Room.json();
        room.put("industryGroup", "HARDSHIP");
        Rest.Answer refused = officer.post(ROOMS, room);
        assertEquals(List.of("CORE-INPUT"), refused.codes(), refused.toString());
        assertEquals(
                "industryGroup",
                refused.json().path("refusals").path(0).path("field").asString());
        room.put("industryGroup", "STATE_KEY");
        assertEquals(201, officer.post(ROOMS, room).status());
        Rest.Answer unknown = cityOfficer.post(
                EDITION + "/revisions",
                Map.of("name", GROUPS, "value", List.of("OTHER"), "validFrom", "2024-01-01", "reason", "测试"));
        assertEquals(List.of("CORE-PARAM-VALUE"), unknown.codes(), unknown.toString());
    }

    /** A trial, a record and a file are judged by one and the same rule; here by what all of them say. */
    @Test
    void one_rule_answers_at_every_door() {
        Map<String, Object> row = Room.json();
        row.put("street", "");
        row.put("areaM2", 0);
        row.put("coveredUnits", 0);
        row.put("plannedFen", -1);
        List<String> asRecord = faults(officer.post(ROOMS, row), "");
        Map<String, Object> cells = new HashMap<>(row);
        cells.keySet().removeAll(List.of("separateArea", "ventilated"));
        Map<String, Object> inputs = Map.of(
                "secondLevelOrgType",
                "DISTRICT",
                "contactName",
                "某人",
                "contactEmail",
                "a@example.org",
                "contactPhone",
                "021-12345678",
                "rows",
                List.of(cells));
        List<String> asTrial = faults(officer.rule("R-1.0", inputs), "rows[0].");
        JsonNode file =
                SheetFiles.imported(officer, "?mode=validOnly&dryRun=true", SheetFiles.file("exceljs-faults.xlsx"));

        assertEquals(
                List.of("BR-ROW-MISSING street", "BR-AREA areaM2", "BR-COVER coveredUnits", "BR-MONEY plannedFen"),
                asTrial);
        assertEquals(asTrial, asRecord);
        assertEquals(
                "8: " + String.join(", ", asTrial), SheetFiles.rejected(file).getFirst());
    }

    private static List<String> faults(Rest.Answer answer, String place) {
        assertEquals(422, answer.status(), answer.toString());
        return answer.json()
                .path("refusals")
                .valueStream()
                .map(refusal -> refusal.path("code").asString() + " "
                        + refusal.path("field").asString().replace(place, ""))
                .toList();
    }
}
