package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.testbed.process.ShishiProcess;

/** Sessions of browsers: whose they are, and who can use them for somebody else. */
class SessionIT {

    private static final String OFFICER = "demo-second-level-officer";

    private static ShishiProcess shishi;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.sharedDemo();
    }

    private static boolean asksToSignIn(Browser browser) {
        return browser.told().contains("vaadin-login-form");
    }

    @Test
    void sign_in_gives_a_new_session_and_the_old_one_is_worth_nothing() {
        try (Browser victim = new Browser(shishi);
                Browser thief = new Browser(shishi)) {
            victim.open("login", "");
            String before = victim.session();
            victim.signIn(OFFICER, "shishi-demo");
            assertNotEquals(before, victim.session());
            assertFalse(asksToSignIn(victim.open("todo", "")));

            thief.with(before);
            assertTrue(asksToSignIn(thief.open("todo", "")));
            thief.with(victim.session().replaceAll("^(.{20}).*", "$1"));
            assertTrue(asksToSignIn(thief.open("todo", "")));
        }
    }

    @Test
    void a_session_is_no_key_to_rest() {
        try (Browser officer = Browser.of(shishi, OFFICER)) {
            HttpRequest.Builder read = officer.request("/api/v1/programmes").header("Origin", "http://example.invalid");
            assertEquals(401, officer.send(read).statusCode());
            HttpRequest.Builder write = officer.request("/api/v1/2024/break-room/rooms")
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"forged\"}"));
            assertEquals(401, officer.send(write).statusCode());
        }
    }

    /** A page of another site can make a browser send its cookie, but knows nothing of the page's own secret. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "forged", "00000000-0000-0000-0000-000000000000"})
    void a_call_without_the_pages_secret_changes_nothing(String secret) {
        try (Browser officer = Browser.of(shishi, OFFICER)) {
            officer.open("todo", "");
            HttpResponse<String> answer = officer.send(officer.call(
                    secret,
                    List.of(Map.of(
                            "type",
                            "event",
                            "node",
                            1,
                            "event",
                            "ui-navigate",
                            "data",
                            Map.of(
                                    "route",
                                    "profile",
                                    "query",
                                    "",
                                    "appShellTitle",
                                    "",
                                    "historyState",
                                    "",
                                    "trigger",
                                    "")))));
            assertFalse(answer.body().contains("个人设置</"), answer.body());
            assertFalse(answer.body().contains("vaadin-radio-group"), answer.body());
            assertTrue(answer.body().startsWith("{\"changes\":{},"), answer.body());
            assertTrue(answer.body().contains("\"appError\":{"), answer.body());
        }
    }

    /** Signing somebody in as somebody else by a link would make them work for the other. */
    @Test
    void an_answer_of_a_provider_that_nobody_asked_for_signs_nobody_in() {
        try (Browser victim = new Browser(shishi)) {
            victim.open("oidc/callback", "code=stolen&state=forged");
            assertNull(victim.sentTo());
            assertTrue(asksToSignIn(victim.open("todo", "")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "todo, /todo",
        "2024/break-room/rooms?status=PLAQUED, /2024/break-room/rooms?status=PLAQUED",
        "//evil.invalid, /",
        "/\\evil.invalid, /",
        "\\\\evil.invalid, /",
        "\\/evil.invalid, /",
        "https://evil.invalid/, /",
        "HTTPS:evil.invalid, /",
        "javascript:alert(1), /",
        "java\tscript:alert(1), /",
        "%09//evil.invalid, /%09//evil.invalid",
        "'\t//evil.invalid', /",
        "data:text/html;base64;x, /",
    })
    void after_signing_in_one_is_at_a_page_of_ours(String wanted, String arrived) {
        try (Browser browser = new Browser(shishi)) {
            browser.open("login", "to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8))
                    .signIn(OFFICER, "shishi-demo");
            assertEquals(arrived, browser.sentTo());
        }
    }
}
