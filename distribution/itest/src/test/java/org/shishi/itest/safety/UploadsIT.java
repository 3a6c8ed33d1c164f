package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.testbed.process.ShishiProcess;

/** Files that mean harm, by the upload fields of pages. What a page says in the browser holds nobody back. */
class UploadsIT {

    private static final int MEGABYTE = 1 << 20;
    private static final String ADMINISTRATOR = "demo-platform-admin";
    private static final String PROGRAMMES = "admin/programmes";
    private static final String CALENDARS = "admin/calendars";

    private static ShishiProcess shishi;
    private static Heap heap;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.sharedDemo();
        heap = new Heap(shishi);
    }

    @AfterAll
    static void nothing_is_kept_and_the_platform_goes_on() {
        assertEquals(200, shishi.status("/health/ready"));
        heap.assertNothingIsKept();
    }

    @ParameterizedTest
    @ValueSource(strings = {PROGRAMMES, CALENDARS})
    void a_gigabyte_is_refused_by_its_announcement(String page) {
        try (Browser browser = Browser.of(shishi, ADMINISTRATOR).open(page, "")) {
            Wire.Answer answer = Wire.send(shishi, head(browser, page) + "Content-Length: 1073741824\r\n\r\n");
            assertEquals(413, answer.status(), answer.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({PROGRAMMES + ",插件文件超过 100 MB", CALENDARS + ",日历文件过大"})
    void a_gigabyte_that_nobody_announced_is_read_no_further_than_it_may_go(String page, String said) {
        try (Browser browser = Browser.of(shishi, ADMINISTRATOR).open(page, "")) {
            byte[] chunk = ("100000\r\n" + "0".repeat(MEGABYTE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int[] sent = {0};
            Wire.send(shishi, out -> {
                out.write((head(browser, page) + "Transfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                for (; sent[0] < 1024; sent[0]++) {
                    out.write(chunk);
                }
            });
            assertTrue(sent[0] < 1024, "all of it was taken");
            tells(browser, said);
        }
    }

    @Test
    void a_jar_that_unpacks_to_a_thousand_times_its_size_is_refused_on_the_way() throws IOException {
        byte[] zeros = new byte[MEGABYTE];
        refused("解开后超过", zip -> {
            zip.putNextEntry(new ZipEntry("zeros.bin"));
            for (int i = 0; i < 600; i++) {
                zip.write(zeros);
            }
        });
    }

    @Test
    void a_jar_of_very_many_files_is_refused_before_one_is_read() throws IOException {
        refused("文件超过 20000 个", zip -> {
            for (int i = 0; i <= 20_000; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        });
    }

    /** As it would come from somebody who made the manifest to fill the memory: it is read as a whole where it is read. */
    @Test
    void a_jar_whose_manifest_is_a_bomb_is_refused() throws IOException {
        byte[] lines = "Bundle-Version: 2024.1.0\r\n".repeat(MEGABYTE / 26).getBytes(StandardCharsets.US_ASCII);
        refused("同一项写了两次", zip -> {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            for (int i = 0; i < 400; i++) {
                zip.write(lines);
            }
        });
    }

    private interface Content {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static void refused(String said, Content content) throws IOException {
        byte[] jar = jar(content);
        try (Browser browser = Browser.of(shishi, ADMINISTRATOR).open(PROGRAMMES, "")) {
            Wire.Answer answer = Wire.send(shishi, out -> {
                out.write((head(browser, PROGRAMMES) + "Content-Length: " + jar.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(jar);
            });
            assertEquals(200, answer.status(), answer.toString());
            tells(browser, said);
        }
    }

    private static byte[] jar(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream((OutputStream) bytes)) {
            content.write(zip);
        }
        return bytes.toByteArray();
    }

    /** In a sentence, on the page. */
    private static void tells(Browser browser, String said) {
        Awaitility.await(said).until(() -> browser.listen().told().contains(said));
    }

    /** With a name that the page takes: others are refused by it alone. */
    private static String head(Browser browser, String page) {
        String name = page.equals(CALENDARS) ? "bomb.csv" : "bomb.jar";
        return "POST /" + browser.target()
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nCookie: " + Browser.SESSION + "="
                + browser.session() + "\r\nX-Filename: " + name + "\r\n";
    }
}
