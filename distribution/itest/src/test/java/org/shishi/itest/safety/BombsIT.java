package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;

/** Requests made to fill the memory, or to keep the door for themselves. Jars: {@code HostileJarIT}. */
class BombsIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final int MEGABYTE = 1 << 20;
    private static ShishiProcess shishi;
    private static Rest officer;
    private static Heap heap;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.sharedDemo();
        officer = Rest.as(shishi, "demo-second-level-officer");
        heap = new Heap(shishi);
    }

    /** Nothing of it all is left, and the product has not had to end (it does when memory runs out). */
    @AfterAll
    static void nothing_is_kept_and_the_platform_goes_on() {
        assertEquals(200, shishi.status("/health/ready"));
        heap.assertNothingIsKept();
    }

    @Test
    void a_header_without_end_is_refused_when_it_is_too_long() {
        Wire.Answer answer = Wire.send(shishi, out -> {
            out.write("GET /api/v1/programmes HTTP/1.1\r\nHost: x\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[1 << 13];
            Arrays.fill(piece, (byte) 'a');
            for (long sent = 0; sent < 1L << 30; sent += piece.length) {
                out.write(piece);
            }
        });
        assertEquals(431, answer.status(), answer.toString());
    }

    @Test
    void headers_without_end_are_refused_when_they_are_too_many() {
        Wire.Answer answer = Wire.send(shishi, out -> {
            out.write("GET /api/v1/programmes HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10_000_000; i++) {
                out.write(("X-" + i + ": 1\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
        assertEquals(431, answer.status(), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tokens", "/api/v1" + ROOMS, "/api/v1" + ROOMS + "/import", "/?v-r=uidl&v-uiId=0"})
    void a_gigabyte_is_refused_by_its_announcement(String path) {
        Wire.Answer answer = Wire.send(shishi, head(path) + "Content-Length: 1073741824\r\n\r\n");
        assertEquals(413, answer.status(), answer.toString());
    }

    private static String head(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + officer.token() + "\r\n";
    }

    /** Nobody has to be signed in for the first: it is where one signs in. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tokens", "/api/v1" + ROOMS})
    void json_without_end_is_refused_when_it_is_too_much(String path) {
        for (String piece : List.of(" ", "\"a\":\"" + "b".repeat(1 << 10) + "\",")) {
            Wire.Answer answer = chunks(path, "{", piece);
            assertEquals(413, answer.status(), answer.toString());
        }
    }

    @Test
    void a_call_of_a_page_says_how_long_it_is() {
        assertEquals(411, chunks("/?v-r=uidl&v-uiId=0", "{", " ").status());
    }

    @Test
    void an_upload_without_end_is_refused_when_it_is_too_much() {
        assertEquals(413, chunks("/api/v1" + ROOMS + "/import", "PK", "0").status());
    }

    /** As many chunks of a megabyte as somebody listens to. */
    private static Wire.Answer chunks(String path, String begin, String piece) {
        byte[] chunk = ("100000\r\n"
                        + piece.repeat(MEGABYTE / piece.length() + 1).substring(0, MEGABYTE) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return Wire.send(shishi, out -> {
            out.write((head(path) + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write((Integer.toHexString(begin.length()) + "\r\n" + begin + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1024; i++) {
                out.write(chunk);
            }
        });
    }

    /** A thread that waits for a body is one that nobody else has. */
    @Test
    void a_body_that_drips_is_not_waited_for() {
        for (String path : List.of("/api/v1/tokens", "/api/v1" + ROOMS, "/api/v1" + ROOMS + "/import")) {
            Wire.Answer answer = Wire.drip(shishi, head(path) + "Content-Length: 1000\r\n\r\n", 900);
            assertEquals(400, answer.status(), answer.toString());
        }
    }

    @Test
    void numbers_and_depths_that_nobody_can_compute_with_are_refused() {
        for (String value : List.of("1e999999999", "1e-999999999", "9".repeat(2000), "[".repeat(5000))) {
            Rest.Answer answer =
                    officer.send("POST", ROOMS, "{\"areaM2\":" + value + "}", "Content-Type", "application/json");
            assertTrue(answer.status() == 400 || answer.status() == 422, value.substring(0, 10) + answer);
        }
    }

    /** The official sheet with one part exchanged. */
    @Test
    void a_sheet_that_unpacks_to_a_thousand_times_its_size_is_refused_on_the_way() throws IOException {
        for (String part : List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
            refused(part, out -> {
                byte[] blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
                out.write("<?xml version=\"1.0\"?><x>".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 96; i++) {
                    out.write(blanks);
                }
            });
        }
    }

    @Test
    void a_sheet_reads_no_file_and_multiplies_no_text() throws IOException {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">"
                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]>"
                + "<x>&e;</x>";
        String file = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        String web = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:" + shishi.port() + "/health/live\"><x/>";
        for (String xml : List.of(laughs, file, web)) {
            for (String part : List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels")) {
                refused(part, out -> out.write(xml.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private interface Part {
        void write(ZipOutputStream out) throws IOException;
    }

    /** Refused at once, or by the job that looks at it; with a code of ours and never as a fault. */
    private static void refused(String part, Part content) throws IOException {
        Rest.Answer started = officer.upload(ROOMS + "/import?dryRun=true", sheet(part, content));
        if (started.status() >= 400) {
            assertTrue(started.status() < 500 && !started.codes().isEmpty(), part + started);
            return;
        }
        String job = "/jobs/" + started.json().path("id").asString();
        Awaitility.await(part).until(() -> !List.of("RUNNING", "QUEUED", "WAITING")
                .contains(officer.get(job).json().path("state").asString()));
        Rest.Answer end = officer.get(job);
        String told = end.toString();
        assertTrue(told.contains("CORE-IMP-"), part + told);
        assertTrue(!told.contains("root:") && !told.contains("hahaha"), part + told);
    }

    private static byte[] sheet(String exchanged, Part content) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(officer.get(ROOMS + "/template").raw().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        parts.put(exchanged, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getValue() == null) {
                    content.write(zip);
                } else {
                    zip.write(part.getValue());
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
