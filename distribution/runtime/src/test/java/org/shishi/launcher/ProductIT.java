package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertTrue(!log.contains("seen-once"), "no password in the log");
    }

    /** One line for each jar shipped, and a header. */
    private static void assertEveryProgrammeRuns(String table) {
        List<String> lines = table.lines().skip(1).toList();
        assertEquals(new Distribution(PRODUCT).programmes().size(), lines.size(), table);
        assertTrue(lines.stream().allMatch(line -> line.contains("RUNNING")), table);
    }
}
