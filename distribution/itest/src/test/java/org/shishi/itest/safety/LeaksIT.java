package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.itest.breakroom.Room;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;

/** A record of another branch shows nowhere: not in lists, counts, choices, exports, reports or refusals. */
class LeaksIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final String WORD = "别区独有" + Long.toString(System.nanoTime(), 36);

    private static ShishiProcess shishi;
    private static Rest other;
    private static String room;

    @BeforeAll
    static void somebodyElsesRoom() {
        shishi = ShishiProcess.sharedDemo();
        other = Rest.as(shishi, "demo-huangpu-grassroots");
        room = room(other, WORD);
    }

    private static String room(Rest maker, String word) {
        Map<String, Object> json = Room.json();
        json.put("name", word + json.get("name"));
        return maker.post(ROOMS, json).json().path("id").asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo-second-level-officer",
                "demo-second-level-approver",
                "demo-grassroots-officer",
                "demo-enterprise-contact",
                "demo-facility-operator",
                "demo-mutual-aid-officer",
                "demo-member",
                "demo-platform-admin"
            })
    void it_shows_nowhere(String account) throws IOException {
        Rest stranger = Rest.as(shishi, account);
        String word = URLEncoder.encode(WORD, StandardCharsets.UTF_8);
        for (String path : List.of(
                ROOMS + "?q=" + word,
                ROOMS + "?limit=500",
                ROOMS + "/" + room,
                ROOMS + "/" + room + "/history",
                ROOMS + "/" + room + "/team",
                ROOMS + "/" + room + "/attachments",
                ROOMS + "/export?q=" + word,
                ROOMS + "/export",
                "/2024/break-room/reports/overview?by=secondLevel",
                "/2024/break-room/reports/overview?by=secondLevel&format=xlsx",
                "/todos?view=unit&q=" + word,
                "/todos?view=unit&limit=200",
                "/reminder-plan?limit=200",
                "/organisations?q=%E9%BB%84%E6%B5%A6")) {
            nothingIn(path, stranger.get(path));
        }
        nothingIn("bulk", stranger.post(ROOMS + "/transitions", Map.of("ids", List.of(room), "action", "submit")));
        nothingIn("step", stranger.post(ROOMS + "/" + room + "/transitions", Map.of("action", "submit")));
        nothingIn("part", stranger.post("/2024/break-room/consultations", Map.of("room", room)));
        nothingIn("change", stranger.put(ROOMS + "/" + room, Map.of("coveredUnits", 5), "*"));
    }

    private static void nothingIn(String where, Rest.Answer answer) throws IOException {
        String text = text(answer.raw().body());
        assertFalse(text.contains(WORD), where);
        // The platform's administrator handles organisations, and nothing else of them.
        assertFalse(answer.json().isArray() && text.contains("黄浦区总工会"), where);
    }

    /** With what a sheet has in its parts. */
    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void it_is_in_nobodys_numbers() {
        Rest stranger = Rest.as(shishi, "demo-port-officer");
        long before = counted(stranger);
        long city = counted(Rest.as(shishi, "demo-city-officer"));
        room(other, WORD);
        assertEquals(before, counted(stranger));
        assertEquals(city + 1, counted(Rest.as(shishi, "demo-city-officer")));
    }

    private static long counted(Rest who) {
        return who.get("/2024/break-room/reports/overview?by=status")
                .json()
                .path("total")
                .path(0)
                .asLong();
    }

    /** What another branch owns and what is not there at all are refused in words that tell neither apart from the record. */
    @Test
    void a_refusal_names_nothing() {
        Rest stranger = Rest.as(shishi, "demo-port-officer");
        Rest.Answer refused = stranger.get(ROOMS + "/" + room);
        assertEquals(403, refused.status());
        assertEquals(List.of("CORE-FORBIDDEN"), refused.codes());
        assertFalse(refused.toString().contains("黄浦"));
    }
}
