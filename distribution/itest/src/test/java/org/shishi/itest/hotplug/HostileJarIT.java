package org.shishi.itest.hotplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shishi.testbed.process.ProductFolder;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jars that are broken or mean harm come into the drop folder of a running product. Each is refused or cut off with a
 * reason that an administrator reads on the command line, on the page and in the log; the version before keeps working.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class HostileJarIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static ShishiProcess shishi;
    private static List<Integer> beforeItIsReady;
    private static ProgrammeJar good;
    private static int version;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.product().launch();
        await("the door", () -> shishi.status("/health/live") == 200);
        beforeItIsReady = List.of(shishi.status("/"), shishi.status("/api/v1/programmes"), shishi.status("/2024/any"));
        shishi.awaitReady(Duration.ofSeconds(120));
        ProgrammeJar built = ProgrammeJar.all().iterator().next();
        good = built.as(built.year() + 20 + ".1.0");
        good.drop(file());
        await("the good one", () -> well(status()));
    }

    /** The one that hangs is let go first: a process that ends waits for it. */
    @AfterAll
    static void stop() throws IOException {
        Files.writeString(Hostile.LET_GO, "");
        try {
            await("gone at last", () -> shishi.log().contains("came to its end and is gone"));
        } finally {
            shishi.close();
            Files.delete(Hostile.LET_GO);
        }
    }

    static Stream<Hostile> hostile() {
        ProgrammeJar built = ProgrammeJar.all().iterator().next();
        return Hostile.of(built.as(built.year() + 20 + ".9.0")).stream();
    }

    @Test
    void while_it_starts_everybody_is_told_to_come_back() {
        assertEquals(List.of(503, 503, 503), beforeItIsReady);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @Order(1)
    void in_place_of_a_good_one(Hostile hostile) throws Exception {
        int logged = shishi.log().length();
        ProgrammeJar.drop(hostile.content(), file());

        await(
                hostile + ": " + programmes(),
                () -> status().path("reason").asString("").contains(hostile.said()));

        assertEquals("RUNNING", status().path("state").asString(), status().toString());
        assertEquals(good.version(), status().path("version").asString(), "the version before keeps working");
        assertEquals(200, shishi.status("/health/ready"));
        String listed = plugins();
        assertTrue(listed.contains(hostile.said()), listed);
        String log = shishi.log().substring(logged);
        assertTrue(
                log.contains(file().getFileName().toString()) || log.contains(good.id() + " " + good.year() + ".9.0"),
                log);
        assertTrue(!Files.exists(shishi.home().resolve("escaped.txt")));

        good = good.as(good.year() + ".1." + ++version);
        good.drop(file());
        await("the next good one after " + hostile, () -> well(status()));
    }

    @Test
    @Order(2)
    void the_same_id_and_version_twice() throws Exception {
        Path copy = shishi.plugins().resolve("zz-copy.jar");
        good.drop(copy);

        await("refused", () -> status("zz-copy.jar").path("state").asString("").equals("REFUSED"));

        assertTrue(running(good.version()));
        assertTrue(
                status("zz-copy.jar")
                        .path("reason")
                        .asString()
                        .contains(file().getFileName().toString()),
                programmes().toString());
        assertTrue(plugins().contains(file().getFileName().toString()));
        Files.delete(copy);
        await("forgotten", () -> status("zz-copy.jar").isMissingNode());
    }

    @Test
    @Order(3)
    void a_jar_that_is_copied_slowly_is_taken_when_it_is_whole() throws Exception {
        ProgrammeJar next = good.as(good.year() + 1 + ".1.0");
        byte[] content = next.bytes();
        Path slow = shishi.plugins().resolve("slow.jar");
        try (OutputStream out = Files.newOutputStream(slow)) {
            out.write(content, 0, content.length / 2);
            out.flush();
            // The platform has looked at the half, and says so.
            await(
                    "the half is seen",
                    () -> status("slow.jar").path("state").asString("").equals("REFUSED"));
            out.write(content, content.length / 2, content.length - content.length / 2);
        }
        await(
                "the whole runs",
                () -> status("slow.jar").path("state").asString("").equals("RUNNING"));
        assertTrue(running(good.version()), "this year's was not touched");
    }

    private static Path file() {
        return shishi.plugins().resolve("under-test.jar");
    }

    private static boolean running(String wanted) {
        return running(status(), wanted);
    }

    private static boolean running(JsonNode status, String wanted) {
        return status.path("state").asString("").equals("RUNNING")
                && status.path("version").asString("").equals(wanted);
    }

    private static boolean well(JsonNode status) {
        return running(status, good.version()) && status.path("reason").isNull();
    }

    private static JsonNode status() {
        return status("under-test.jar");
    }

    private static JsonNode status(String file) {
        return programmes()
                .valueStream()
                .filter(each -> each.path("file").asString("").equals(file))
                .findFirst()
                .orElseGet(JSON::missingNode);
    }

    private static JsonNode programmes() {
        try (var in =
                URI.create(shishi.baseUrl() + "/health/programmes").toURL().openStream()) {
            return JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code bin/shishi plugins} prints. */
    private static String plugins() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ProductFolder.locate().resolve("bin/shishi").toString(), "plugins"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SHISHI_HOME", shishi.home().toString());
        builder.environment().put("SHISHI_JAVA", System.getProperty("java.home"));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
