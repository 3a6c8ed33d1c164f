package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What browsers are told about every answer, and what no answer tells. */
class HeadersIT {

    /** As the README says it: nothing from elsewhere; inside the page scripts, styles and functions made from text. */
    private static final Map<String, String> POLICY = new TreeMap<>(Map.of(
            "default-src", "'self'",
            "script-src", "'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src", "'self' 'unsafe-inline'",
            "img-src", "'self' data: blob:",
            "font-src", "'self' data:",
            "connect-src", "'self'",
            "object-src", "'none'",
            "base-uri", "'self'",
            "form-action", "'self'",
            "frame-ancestors", "'none'"));

    private static ShishiProcess shishi;
    private static Browser browser;
    private static Rest officer;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.sharedDemo();
        browser = new Browser(shishi);
        officer = Rest.as(shishi, "demo-second-level-officer");
    }

    @AfterAll
    static void leave() {
        browser.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        var request = browser.request(path);
        return browser.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/no-such-page",
                "/?v-r=init&location=login&query=",
                "/shishi/tokens.css",
                "/shishi/no-such.css",
                "/modules/no-such.js",
                "/api/v1/openapi.json",
                "/api/v1/programmes",
                "/api/v1/no-such",
                "/health/live",
                "/health/no-such"
            })
    void every_answer_says_what_browsers_must_not_do(String path) {
        HttpResponse<String> answer = get(path);
        assertEquals(POLICY, policy(answer));
        guarded(answer);
        assertEquals("same-origin", header(answer, "Cross-Origin-Opener-Policy"));
        assertTrue(header(answer, "Permissions-Policy").contains("camera=()"));
        assertEquals("", header(answer, "Strict-Transport-Security"), "this product is reached by http");
    }

    private static Map<String, String> policy(HttpResponse<String> answer) {
        Map<String, String> policy = new TreeMap<>();
        Arrays.stream(header(answer, "Content-Security-Policy").split(";")).forEach(part -> {
            String[] words = part.strip().split(" ", 2);
            policy.put(words[0], words[1]);
        });
        return policy;
    }

    /** What needs no scripts allows none. */
    @ParameterizedTest
    @ValueSource(strings = {"/VAADIN/no-such.js", "/VAADIN/", "/api/v1/docs"})
    void plain_answers_allow_nothing(String path) {
        HttpResponse<String> answer = get(path);
        assertEquals("'none'", policy(answer).get("default-src"));
        assertFalse(policy(answer).containsKey("script-src"));
        guarded(answer);
    }

    private static void guarded(HttpResponse<String> answer) {
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("DENY", header(answer, "X-Frame-Options"));
        assertEquals("same-origin", header(answer, "Referrer-Policy"));
        assertEquals("", header(answer, "Server"), "the server does not name itself");
        assertEquals("", header(answer, "X-Powered-By"));
        assertEquals("", header(answer, "Access-Control-Allow-Origin"), "no other site reads this");
    }

    /** What is no request at all is answered by the server itself, before anything of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /shishi/..%2f..%2fconf%2fshishi.properties HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /a%zz HTTP/1.1",
                "GET /<script>alert(1)</script> HTTP/1.1",
                "NONSENSE"
            })
    void what_is_no_request_is_refused_with_nothing_told(String line) {
        Wire.Answer answer = Wire.send(shishi, line + "\r\nHost: x\r\n\r\n");
        assertTrue(answer.status() == 400 || answer.status() == 404, answer.toString());
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertTrue(answer.header("Content-Security-Policy").contains("default-src 'none'"), answer.toString());
        assertFalse(answer.body().contains("<script>"), answer.body());
        nothingTold(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/2024/break-room/rooms/..%2f..%2f..%2fhealth",
                "/api/v1/2024/break-room/rooms/x/attachments/%2e%2e%2fconf",
                "/modules/..%2f..%2fMETA-INF%2fMANIFEST.MF",
                "/modules/META-INF/MANIFEST.MF",
                "/modules/break-room/2024.1.0/..%5c..%5cMETA-INF%5cMANIFEST.MF",
                "/VAADIN/..%2f..%2fMETA-INF/MANIFEST.MF",
                "/VAADIN/config/flow-build-info.json",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/shishi/..;/..;/META-INF/MANIFEST.MF"
            })
    void no_path_leads_out_of_what_is_served(String path) {
        Wire.Answer answer = Wire.send(
                shishi,
                "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + officer.token()
                        + "\r\nConnection: close\r\n\r\n");
        // Any address that is none of a file is the page's own to refuse.
        assertTrue(answer.status() >= 400 || answer.body().contains("<!doctype html>"), answer.toString());
        for (String inside : List.of("Bundle-SymbolicName", "Manifest-Version", "productionMode\":", "shishi.db")) {
            assertFalse(answer.body().contains(inside), inside);
        }
        nothingTold(answer.body());
    }

    @Test
    void what_goes_wrong_is_told_without_the_inside() {
        for (Rest.Answer answer : List.of(
                officer.text("/2024/break-room/rooms", "["),
                officer.get("/2024/break-room/rooms?after=%00%ff"),
                officer.get("/jobs/no-id"),
                officer.get("/2024/break-room/reports/none"),
                officer.upload("/2024/break-room/rooms/import", new byte[10]),
                officer.multipart("/2024/break-room/rooms/import", "../../../etc/passwd", new byte[10]))) {
            assertTrue(answer.status() >= 400 && answer.status() < 500, answer.toString());
            nothingTold(new String(answer.raw().body(), StandardCharsets.UTF_8));
        }
        nothingTold(get("/?v-r=uidl&v-uiId=99").body());
        nothingTold(get("/?v-r=init&location=%00&query=%00").body());
    }

    private static void nothingTold(String body) {
        for (String inside :
                List.of("\tat ", "Exception", "org.shishi", "org.eclipse", "com.vaadin.flow.server", "/tmp/")) {
            assertFalse(body.contains(inside), body);
        }
    }

    @Test
    void behind_a_proxy_with_https_cookies_go_over_https_only() {
        HttpResponse<String> answer;
        try (Browser fresh = new Browser(shishi)) {
            answer =
                    fresh.send(fresh.request("/?v-r=init&location=login&query=").header("X-Forwarded-Proto", "https"));
        }
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie.contains("HttpOnly"), cookie);
            assertTrue(cookie.contains("SameSite=Lax"), cookie);
            assertTrue(cookie.contains("Secure"), cookie);
        }
        assertEquals("max-age=31536000", header(answer, "Strict-Transport-Security"));
    }

    @Test
    void from_elsewhere_one_hears_whether_it_is_ready_and_not_what_stands_here() {
        JsonNode told = health("203.0.113.80");
        assertEquals(List.of("status"), List.copyOf(told.propertyNames()));
        assertTrue(health("127.0.0.1").path("programmes").size() > 0);
    }

    private static JsonNode health(String from) {
        HttpResponse<String> answer;
        try (Browser fresh = new Browser(shishi)) {
            answer = fresh.send(fresh.request("/health/ready").header("X-Forwarded-For", from));
        }
        return new JsonMapper().readTree(answer.body());
    }
}
