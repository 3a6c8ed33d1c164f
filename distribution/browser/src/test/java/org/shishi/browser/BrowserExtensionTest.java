package org.shishi.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Failures that the harness must report by itself. Needs a browser as the tests that it runs do. */
@BrowserTest(StaticSite.class)
class BrowserExtensionTest {

    @Test
    void failsATestWhoseBrowserComplains() {
        EngineExecutionResults results = run(Complaining.class, "false");

        results.testEvents().assertStatistics(events -> events.started(2).failed(2));
        List<String> messages = results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .sorted()
                .toList();
        assertTrue(messages.get(0).contains("desk: console error: broken promise of a widget"), messages.get(0));
        assertTrue(messages.get(0).contains("desk: HTTP 404: GET http://"), messages.get(0));
        assertTrue(messages.get(0).contains("thrown later"), messages.get(0));
        assertTrue(messages.get(1).contains("expected, but did not happen: no such thing"), messages.get(1));
    }

    @Test
    void photographsWhatFailed() {
        run(Failing.class, "false").testEvents().assertStatistics(events -> events.failed(1));

        assertTrue(Files.isRegularFile(
                Path.of(System.getProperty("basedir", ""), "target/screenshots/Failing/failed-fails-Desk-desk.png")));
    }

    @Test
    void leavesOutWhatItIsToldTo() {
        EngineExecutionResults results = run(Failing.class, "true");

        assertEquals(1, results.containerEvents().skipped().count());
        results.testEvents().assertStatistics(events -> events.started(0));
    }

    private static EngineExecutionResults run(Class<?> testClass, String skip) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter(BrowserExtension.SKIP, skip)
                .execute();
    }

    @BrowserTest(StaticSite.class)
    static class Complaining {

        @Test
        void saysNothing(Desk desk) {
            desk.open("/noisy");
        }

        @Test
        void expectsTooMuch(Desk desk) {
            desk.expectComplaint("no such thing").open("/");
        }
    }

    @BrowserTest(StaticSite.class)
    static class Failing {

        @Test
        void fails(Desk desk) {
            desk.open("/");
            assertEquals("a", "b");
        }
    }
}
