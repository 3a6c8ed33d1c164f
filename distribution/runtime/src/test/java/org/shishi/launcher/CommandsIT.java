package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of {@code bin/shishi} against real processes, with every third-party bundle that is shipped. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandsIT {

    private static final int PORT = 18110;
    private static final String URL = "http://127.0.0.1:" + PORT;

    @TempDir
    static Path unpacked;

    /** Whatever a test gives a product. */
    private static final List<String> SECRETS = List.of("shown once", "db-secret", "demo-secret");

    private static FixtureProduct product;

    @TempDir
    Path folder;

    private Path home;
    private Process running;

    @BeforeAll
    static void unpack() throws IOException {
        product = FixtureProduct.in(unpacked.resolve("the product"));
    }

    @BeforeEach
    void home() {
        home = folder.resolve("a home");
    }

    @AfterEach
    void end() throws Exception {
        shell().call("stop");
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
        Untold.search(home, SECRETS);
    }

    @Test
    void runsInTheForegroundUntilToldToStop() throws Exception {
        running = shell(Map.of("SHISHI_DEMO_PASSWORD", "shown once")).begin(errors(), "run", "--demo");
        List<String> lines = readUntilReady();
        assertTrue(lines.stream().anyMatch(line -> line.endsWith(": " + URL + "/")), lines::toString);
        assertTrue(lines.contains("Password: shown once"), lines::toString);
        assertTrue(lines.contains("Data, logs and configuration are in " + home), lines::toString);
        assertTrue(lines.contains("To stop it: Ctrl-C"), lines::toString);

        Shell.Result status = shell().call("status");
        assertEquals(0, status.code(), status::err);
        assertTrue(status.out().contains("pid " + running.pid()), status::out);
        assertTrue(status.out().contains("  database: UP, url x\n"), status::out);
        assertEquals(
                "PROGRAMME  YEAR  VERSION   STATE    FILE  REASON\nfixture    2024  2024.1.0  RUNNING\n",
                shell().call("plugins").out());
        assertTrue(Files.exists(home.resolve("plugins.d/fixture-2024.1.0.jar")));

        running.destroy();
        assertTrue(running.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, running.exitValue(), "being told to stop is no failure");
        assertEquals(3, shell().call("status").code());
        assertFalse(Files.exists(home.resolve("run/pid")));
        String log = Files.readString(home.resolve("logs/shishi.log"));
        assertTrue(log.contains("Shishi has stopped"), log);
        assertTrue(log.lines().noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR ")), log);
        assertFalse(log.contains("shown once"), log);
        assertEquals("", Files.readString(errors()));
    }

    @Test
    void startReturnsWhenReadyAndStopWaits() throws Exception {
        Shell.Result start = shell().call("start");
        assertEquals(0, start.code(), start::err);
        assertTrue(start.out().contains(URL + "/"), start::out);
        assertTrue(start.out().contains(product.script() + " stop"), start::out);
        assertEquals(0, shell().call("status").code());

        Shell.Result second = shell().call("start");
        assertEquals(1, second.code());
        assertTrue(second.err().contains("in use by another process"), second::err);
        assertEquals(0, shell().call("status").code(), "the first one lives on");

        Shell.Result stop = shell().call("stop");
        assertEquals(0, stop.code(), stop::err);
        assertTrue(stop.out().contains("has stopped"), stop::out);
        assertEquals(3, shell().call("status").code());
        assertEquals(0, shell().call("stop").code(), "stopping what is stopped is no failure");
        assertEquals(1, shell().call("plugins").code());
    }

    @Test
    void secretsAreNoArguments() throws Exception {
        running = shell(Map.of("SHISHI_DB_PASSWORD", "db-secret", "SHISHI_DEMO_PASSWORD", "demo-secret"))
                .begin(errors(), "run");
        readUntilReady();
        String arguments = running.info().commandLine().orElseThrow();
        assertTrue(arguments.contains("org.shishi.launcher.Main"), arguments);
        assertFalse(arguments.contains("secret"), arguments);
    }

    @Test
    void adminHandsWordsToTheRunningProcess() throws Exception {
        assertEquals(1, shell().call("admin").code(), "nobody there");
        running = shell().begin(errors(), "run");
        readUntilReady();
        assertEquals(
                """
                COMMAND     WHAT IT DOES
                bundles     lists the bundles and their states
                components  lists the components that lack something
                echo        repeats its words
                """,
                shell().call("admin").out());
        assertEquals(
                "Every component works.\n", shell().call("admin", "components").out());
        assertEquals(
                "一|two words\n", shell().call("admin", "echo", "一", "two words").out());
        Shell.Result failed = shell().call("admin", "echo");
        assertEquals(new Shell.Result(1, "", "echo needs words\n"), failed);
        assertEquals(1, shell().call("admin", "no*such").code());
        for (String command : List.of("audit", "keys")) {
            Shell.Result nobody = shell().call(command, "one", "word");
            assertEquals(1, nobody.code(), "these bundles offer none");
            assertTrue(nobody.err().contains("There is no command " + command + ";"), nobody::err);
        }

        List<String> bundles =
                shell().call("admin", "bundles").out().lines().skip(1).toList();
        assertTrue(bundles.size() > 30, bundles::toString);
        assertTrue(bundles.stream().allMatch(line -> line.contains("active")), bundles::toString);
    }

    @Test
    void theDoorIsOpenAsConfigured() throws Exception {
        running = shell().begin(errors(), "run");
        readUntilReady();
        HttpURLConnection call =
                (HttpURLConnection) URI.create(URL + "/health/long").toURL().openConnection();
        call.setRequestProperty("Accept-Encoding", "gzip");
        assertEquals(200, call.getResponseCode());
        assertEquals("gzip", call.getHeaderField("Content-Encoding"));
        assertEquals(null, call.getHeaderField("Server"), "nobody needs to know");
        String cookie = call.getHeaderField("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly"), cookie);
        HttpURLConnection big =
                (HttpURLConnection) URI.create(URL + "/health/ready").toURL().openConnection();
        big.setRequestProperty("X-Big", "x".repeat(40_000));
        assertEquals(431, big.getResponseCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "start"})
    void wrongConfigurationStopsTheStart(String command) throws Exception {
        Shell.Result result = shell(Map.of("SHISHI_HTTP_PORT", "80a")).call(command);
        assertEquals(1, result.code());
        assertTrue(result.err().contains("SHISHI_HTTP_PORT"), result::err);
        assertTrue(result.err().contains(home.resolve("conf/shishi.properties").toString()), result::err);
        assertFalse(result.err().contains("\tat "), result::err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "start"})
    void aBundleCanRefuseTheStart(String command) throws Exception {
        Shell.Result result = shell(Map.of("SHISHI_NODE", "refusing")).call(command);
        assertEquals(1, result.code());
        assertTrue(result.err().lines().anyMatch("The fixture refuses to start."::equals), result::err);
        assertEquals(3, shell().call("status").code());
    }

    @Test
    void aPortInUseStopsTheStart() throws Exception {
        running = shell().begin(errors(), "run");
        readUntilReady();
        Path other = folder.resolve("other");
        Shell.Result result = shell(Map.of("SHISHI_HOME", other.toString())).call("run");
        assertEquals(1, result.code());
        assertTrue(result.err().contains("shishi.http.port"), result::err);
        assertTrue(result.err().contains(other.resolve("conf/shishi.properties").toString()), result::err);
        assertTrue(result.err().contains("" + PORT), result::err);
    }

    @Test
    void aPlatformBundleThatDoesNotResolveStopsTheStart() throws Exception {
        Path incomplete = product.bundle("incomplete", Map.of("Import-Package", "no.such.package"));
        Shell.Result result = shell().call("run");
        Files.delete(incomplete);
        assertEquals(1, result.code());
        assertTrue(result.err().contains("incomplete"), result::err);
        assertTrue(result.err().contains("no.such.package"), result::err);
    }

    @Test
    void namesMayBeChineseInTheLocaleC() throws Exception {
        home = folder.resolve("实事");
        running = shell(Map.of("LC_ALL", "C", "LANG", "C")).begin(errors(), "run");
        readUntilReady();
        assertTrue(Files.exists(home.resolve("logs/shishi.log")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "version", "--help"})
    void helpNeedsNoJava(String word) throws Exception {
        Shell.Result result = shell(Map.of("SHISHI_JAVA", "/nothing")).call(word);
        assertEquals(0, result.code());
        assertNotEquals("", result.out());
        if (!word.equals("version")) {
            List.of("run", "start", "stop", "status", "plugins", "audit verify", "keys", "admin")
                    .forEach(command -> assertTrue(result.out().contains("\n  " + command), command));
            for (Setting setting : Setting.values()) {
                assertTrue(result.out().contains(setting.variable()), setting.variable());
            }
        }
        assertEquals(1, shell(Map.of("SHISHI_JAVA", "/nothing")).call("status").code());
    }

    @Test
    void anUnknownWordIsRefused() throws Exception {
        assertEquals(2, shell().call("dance").code());
        Shell.Result result = shell().call("run", "--dance");
        assertEquals(1, result.code());
        assertTrue(result.err().contains("--dance"), result::err);
    }

    private Path errors() {
        return folder.resolve("errors");
    }

    private Shell shell() {
        return shell(Map.of());
    }

    private Shell shell(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SHISHI_HOME", home.toString());
        environment.put("SHISHI_HTTP_PORT", Integer.toString(PORT));
        environment.putAll(more);
        return new Shell(product.script(), environment);
    }

    /** The last line of the welcome says how to stop it. */
    private List<String> readUntilReady() throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader reader = running.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.startsWith("To stop it")) {
                return lines;
            }
        }
        throw new AssertionError(
                "ended: " + lines + new String(running.getErrorStream().readAllBytes()));
    }
}
