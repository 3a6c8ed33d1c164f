package org.shishi.itest.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.testbed.process.ShishiProcess;

/** Signing in, and what every address has in common. */
class DoorIT {

    private static ShishiProcess shishi;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.sharedDemo();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo-platform-admin",
                "demo-city-officer",
                "demo-city-approver",
                "demo-city-finance",
                "demo-inspector",
                "demo-second-level-officer",
                "demo-second-level-approver",
                "demo-grassroots-officer",
                "demo-enterprise-contact",
                "demo-facility-operator",
                "demo-service-centre-officer",
                "demo-mutual-aid-officer",
                "demo-foundation-reviewer",
                "demo-member",
                "demo-auditor"
            })
    void every_role_has_a_demonstration_account(String account) {
        assertEquals(200, Rest.as(shishi, account).get("/programmes").status());
    }

    @Test
    void a_wrong_password_is_refused_with_one_answer() {
        Rest.Answer known =
                Rest.nobody(shishi).post("/tokens", Map.of("username", "demo-member", "password", "not the password"));
        Rest.Answer unknown =
                Rest.nobody(shishi).post("/tokens", Map.of("username", "nobody-here", "password", "whatever"));
        assertEquals(401, known.status());
        assertEquals(known.json(), unknown.json());
    }

    @Test
    void without_or_with_a_forged_token_nothing_is_answered() {
        assertEquals(401, Rest.nobody(shishi).get("/programmes").status());
        assertEquals(
                401, Rest.nobody(shishi).withToken("forged").get("/programmes").status());
    }

    @Test
    void problems_have_one_shape() {
        Rest officer = Rest.as(shishi, "demo-city-officer");
        for (Rest.Answer answer : new Rest.Answer[] {
            officer.get("/nothing-here"), officer.put("/programmes", Map.of(), null), officer.text("/tokens", "[")
        }) {
            assertEquals(
                    "application/problem+json;charset=utf-8",
                    answer.header("Content-Type").toLowerCase());
            assertEquals(answer.status(), answer.json().path("status").asInt());
            assertTrue(answer.json().hasNonNull("title"), answer.toString());
        }
        assertEquals(404, officer.get("/nothing-here").status());
        assertEquals(405, officer.put("/programmes", Map.of(), null).status());
        assertEquals(400, officer.text("/tokens", "[").status());
    }

    @Test
    void programmes_are_listed_with_year_version_and_titles() {
        var programmes = Rest.as(shishi, "demo-member").get("/programmes").json();
        var first = programmes.get(0);
        assertEquals("break-room", first.path("id").asString());
        assertEquals(2024, first.path("year").asInt());
        assertEquals("RUNNING", first.path("state").asString());
        assertEquals("职工工间休息室", first.path("title").path("zh").asString());
    }

    @Test
    void the_description_names_every_record_type() {
        var document = Rest.nobody(shishi).get("/openapi.json").json();
        assertEquals("3.1.0", document.path("openapi").asString());
        assertNotNull(document.path("paths").get("/2024/break-room/rooms/{id}/transitions"));
        assertNotNull(document.path("components").path("schemas").get("break-room-2024-rooms"));
        assertEquals(200, Rest.nobody(shishi).get("/docs").status());
    }
}
