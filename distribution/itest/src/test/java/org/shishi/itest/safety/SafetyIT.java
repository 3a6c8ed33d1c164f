package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.itest.breakroom.Room;
import org.shishi.itest.process.ProductFolder;
import org.shishi.itest.process.ShishiProcess;
import org.shishi.itest.rest.Rest;

/** What the door does with those who mean no good. */
class SafetyIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int SOCKET_MILLIS = 30_000;

    private static ShishiProcess shishi;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.sharedDemo();
    }

    private static HttpResponse<String> page(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(shishi.baseUrl() + path));
    }

    @Test
    void pages_and_answers_say_what_browsers_must_not_do() throws Exception {
        for (String path : List.of("/", "/login", "/api/v1/openapi.json", "/health/live")) {
            HttpResponse<String> response = page(at(path));
            String policy =
                    response.headers().firstValue("Content-Security-Policy").orElse("");
            for (String part :
                    List.of("default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'")) {
                assertTrue(policy.contains(part), path + ": " + policy);
            }
            assertFalse(policy.contains("*"), policy);
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("X-Content-Type-Options").orElse(null));
            assertEquals(
                    "DENY", response.headers().firstValue("X-Frame-Options").orElse(null));
            assertEquals(
                    "same-origin",
                    response.headers().firstValue("Referrer-Policy").orElse(null));
            assertTrue(response.headers().firstValue("Server").isEmpty(), "the server does not name itself");
        }
    }

    @Test
    void the_session_cookie_is_for_the_server_alone() throws Exception {
        List<String> cookies =
                page(at("/?v-r=init&location=login&query=")).headers().allValues("Set-Cookie");
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie.contains("HttpOnly"), cookie);
            assertTrue(cookie.contains("SameSite=Lax"), cookie);
        }
    }

    @Test
    void a_session_is_no_key_to_rest_and_a_page_takes_no_call_without_its_secret() throws Exception {
        String cookie = page(at("/?v-r=init&location=login&query="))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        assertEquals(
                401, page(at("/api/v1/programmes").header("Cookie", cookie)).statusCode());
        HttpResponse<String> forged = page(at("/?v-r=uidl&v-uiId=0")
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"csrfToken\":\"forged\",\"rpc\":[],\"syncId\":0,\"clientId\":0}")));
        assertTrue(
                forged.statusCode() >= 400
                        || forged.body().contains("sessionExpired")
                        || forged.body().contains("reload"),
                forged.statusCode() + " " + forged.body());
    }

    @Test
    void endless_headers_are_refused() throws IOException {
        assertEquals(
                431,
                status("GET /api/v1/programmes HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(200_000) + "\r\n\r\n"));
    }

    /** Sends the head of a request that announces a gigabyte, and nothing of it. */
    @Test
    void a_gigabyte_is_refused_by_its_announcement() throws IOException {
        Rest officer = Rest.as(shishi, "demo-second-level-officer");
        String head = "POST /api/v1" + ROOMS + "/import HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + officer.token()
                + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 1073741824\r\n\r\n";
        int status = status(head);
        assertTrue(status == 413 || status == 422, "status " + status);
    }

    private static int status(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", shishi.port())) {
            socket.setSoTimeout(SOCKET_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            String line = new String(in.readNBytes("HTTP/1.1 431".length()), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(line.length() - 3));
        }
    }

    @Test
    void an_import_that_unpacks_to_a_gigabyte_is_refused_and_the_platform_goes_on() throws IOException {
        Rest officer = Rest.as(shishi, "demo-second-level-officer");
        Rest.Answer started = officer.upload(ROOMS + "/import?dryRun=true", bomb());
        if (started.status() < 300) {
            String task = "/jobs/" + started.json().path("id").asString();
            Awaitility.await()
                    .until(() ->
                            !officer.get(task).json().path("state").asString().equals("RUNNING"));
            assertEquals("FAILED", officer.get(task).json().path("state").asString());
        } else {
            assertEquals(422, started.status());
        }
        assertEquals(200, shishi.status("/health/ready"));
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] blanks = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < 400; i++) {
                    zip.write(blanks);
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void no_secret_stands_in_the_arguments_of_the_process() throws IOException {
        String arguments = Files.readString(Path.of("/proc/" + shishi.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
        assertFalse(arguments.toLowerCase().contains("password"), arguments);
        assertFalse(arguments.contains("shishi-demo"), arguments);
    }

    @Test
    void the_audit_log_is_whole_and_the_command_says_so() throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                        ProductFolder.locate().resolve("bin/shishi").toString(), "audit", "verify")
                .redirectErrorStream(true);
        command.environment().put("SHISHI_HOME", shishi.home().toString());
        command.environment().put("SHISHI_JAVA", System.getProperty("java.home"));
        Process process = command.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        assertTrue(told.contains("The audit log is whole: "), told);
    }

    /** Resident IDs and phone numbers by their form, with nothing beside that makes them longer numbers. */
    private static final List<Pattern> PERSONAL = List.of(
            Pattern.compile("(?<![0-9A-Za-z-])[1-9][0-9]{5}(19|20)[0-9]{9}[0-9X](?![0-9A-Za-z-])"),
            Pattern.compile("(?<![0-9A-Za-z.:-])1[3-9][0-9]{9}(?![0-9A-Za-z.:-])"),
            Pattern.compile("shishi_[A-Za-z0-9_-]{20}"));

    @Test
    void nothing_that_was_typed_stands_in_a_log() throws IOException {
        String typed = "correct-horse-wrong-field";
        Rest nobody = Rest.nobody(shishi);
        nobody.post("/tokens", Map.of("username", "310999199001011234", "password", typed));
        nobody.post("/tokens", Map.of("username", typed, "password", "13900000000"));
        nobody.text("/tokens", "{\"password\":\"" + typed + "\"");
        nobody.withToken("shishi_" + "A".repeat(43)).get("/programmes");
        Rest officer = Rest.as(shishi, "demo-second-level-officer");
        Map<String, Object> room = Room.json();
        room.put("pointMobile", "13912345678x");
        officer.post(ROOMS, room);
        officer.get(ROOMS + "?q=310999199001011234");
        officer.rule("R-C.4", Map.of("residentId", "310999199001011234"));

        List<String> found = new ArrayList<>();
        for (Path log : logs()) {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            if (text.contains(typed)) {
                found.add(log + ": a password");
            }
            for (Pattern pattern : PERSONAL) {
                pattern.matcher(text).results().forEach(hit -> found.add(log + ": " + hit.group()));
            }
        }
        assertEquals(List.of(), found);
    }

    /** All that this run's products have written so far. */
    private static List<Path> logs() throws IOException {
        List<Path> logs = new ArrayList<>();
        for (Path folder :
                List.of(shishi.home().resolve("logs"), ProductFolder.module().resolve("target/shishi-processes"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".log")).forEach(logs::add);
            }
        }
        assertFalse(logs.isEmpty());
        return logs;
    }
}
