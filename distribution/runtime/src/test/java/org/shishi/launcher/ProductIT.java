package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The product as it is shipped, with the platform's own bundles and programmes, started twice in one home. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProductIT {

    private static final Path PRODUCT =
            Path.of(System.getProperty("shishi.product", "target/shishi")).toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void aDemonstrationStartsWithoutAWarningAgainAndAgain() throws Exception {
        Path home = folder.resolve("home");
        Shell shell = new Shell(
                PRODUCT.resolve("bin/shishi"),
                Map.of(
                        "SHISHI_HOME",
                        home.toString(),
                        "SHISHI_HTTP_HOST",
                        address(),
                        "SHISHI_HTTP_PORT",
                        "18111",
                        "SHISHI_DEMO_PASSWORD",
                        "seen-once"));
        for (int time = 1; time <= 2; time++) {
            try {
                Shell.Result start = shell.call("start", "--demo");
                assertEquals(0, start.code(), () -> start.out() + start.err());
                assertTrue(start.out().contains("demo-platform-admin"), start::out);
                assertTrue(start.out().contains("seen-once"), start::out);
                assertEveryProgrammeRuns(shell.call("plugins").out());
                String lacking = shell.call("admin", "components").out();
                assertEquals("Every component works.\n", lacking);
                if (time == 2) {
                    changeKeys(shell, home);
                    assertEquals(0, shell.call("audit", "verify").code());
                }
            } finally {
                assertEquals(0, shell.call("stop").code());
            }
        }
        String log = Files.readString(home.resolve("logs/shishi.log"));
        List<String> complaints = log.lines()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .toList();
        assertEquals(List.of(), complaints);
        assertEquals("", Files.readString(home.resolve("logs/console.log")), "nothing bypasses the log");
        Untold.search(home, List.of("seen-once"));
    }

    /** As the README tells it: a key is added, writes, replaces the old one, and the old one goes. */
    private static void changeKeys(Shell shell, Path home) throws Exception {
        assertEquals("fields  k1 (writes)", line(shell, "fields"));
        Shell.Result added = shell.call("keys", "add", "fields");
        assertEquals(0, added.code(), added::err);
        assertTrue(added.out().contains(home.resolve("conf/keys/fields.keys").toString()), added::out);
        assertEquals("fields  k1 (writes), k2", line(shell, "fields"));
        Shell.Result early = shell.call("keys", "retire", "fields", "k1");
        assertEquals(1, early.code(), "it still writes");
        assertTrue(early.err().contains("k1"), early::err);

        Shell.Result rotated = shell.call("keys", "rotate", "fields");
        assertEquals(0, rotated.code(), rotated::err);
        String line = line(shell, "fields");
        while (!line.equals("fields  k1, k2 (writes)")) {
            assertTrue(line.contains("k2 (writes)") && line.contains("k1 (seals "), line);
            line = line(shell, "fields");
        }
        assertEquals(0, shell.call("keys", "cancel", "fields").code());
        Shell.Result retired = shell.call("keys", "retire", "fields", "k1");
        assertEquals(0, retired.code(), retired::err);
        line = line(shell, "fields");
        assertEquals("fields  k1 (retired), k2 (writes)", line);
        Path file = home.resolve("conf/keys/fields.keys");
        assertTrue(retired.out().contains(file.toString()), retired::out);
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(key -> !key.startsWith("k1"))
                        .toList());
        while (!line.equals("fields  k2 (writes)")) {
            assertTrue(line.matches("fields  (k1 [(]retired[)], )?k2 [(]writes[)]"), line);
            line = line(shell, "fields");
        }

        assertEquals(1, shell.call("keys", "retire", "files", "k1").code(), "they are kept for ever");
        Shell.Result unknown = shell.call("keys", "add", "nonsense");
        assertEquals(1, unknown.code());
        assertTrue(unknown.err().contains("fields, index, files, audit"), unknown::err);
        Shell.Result usage = shell.call("keys", "dance");
        assertEquals(1, usage.code());
        assertTrue(usage.err().startsWith("Usage: bin/shishi keys"), usage::err);
    }

    private static String line(Shell shell, String purpose) throws Exception {
        Shell.Result keys = shell.call("keys");
        assertEquals(0, keys.code(), keys::err);
        return keys.out()
                .lines()
                .filter(line -> line.startsWith(purpose))
                .findFirst()
                .orElseThrow();
    }

    /** One that the network sees, where this machine has one: nothing may work on the loopback only. */
    private static String address() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("127.0.0.1");
    }

    /** One line for each jar shipped, and a header. */
    private static void assertEveryProgrammeRuns(String table) {
        List<String> lines = table.lines().skip(1).toList();
        assertEquals(new Distribution(PRODUCT).programmes().size(), lines.size(), table);
        assertTrue(lines.stream().allMatch(line -> line.contains("RUNNING")), table);
    }
}
