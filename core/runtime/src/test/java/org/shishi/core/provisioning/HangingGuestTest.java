package org.shishi.core.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.platform.ProgrammeStatus.State;
import org.shishi.core.programme.GuestJar;
import org.shishi.core.programme.House;
import org.shishi.core.programme.guest.GuestActivator;
import org.shishi.core.sample.Await;

/** A guest whose start never ends holds up nobody, and can be replaced without a restart. */
@Timeout(120)
class HangingGuestTest {

    @TempDir
    Path home;

    private Node node;

    @BeforeEach
    void begin() {
        System.clearProperty(GuestActivator.LET_GO);
        node = new Node(home, House.in(home, false));
    }

    @AfterEach
    void end() {
        System.setProperty(GuestActivator.LET_GO, "true");
        node.close();
        System.clearProperty(GuestActivator.LET_GO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hangs", "hangs-for-good"})
    void theVersionBeforeComesBackAndTheNextGoodOneRuns(String behaviour) throws Exception {
        node.drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        node.awaitRunning("sample.jar", "2026.1.0");

        node.drop("sample.jar", GuestJar.of("sample", "2026.1.1").behaving(behaviour));

        ProgrammeStatus back =
                node.await("sample.jar", status -> status.reason() != null && status.state() == State.RUNNING);
        assertEquals("2026.1.0", back.version());
        assertTrue(back.reason().en().contains("2026.1.1"), back.reason().en());
        assertEquals(List.of("sample 2026.1.0"), node.live());

        node.drop("sample.jar", GuestJar.of("sample", "2026.1.1"));

        assertNull(node.awaitRunning("sample.jar", "2026.1.1").reason());
        assertEquals(List.of("sample 2026.1.1"), node.live());
    }

    @Test
    void othersAreExchangedMeanwhile() throws Exception {
        node.drop("hanging.jar", GuestJar.of("hanging", "2026.1.0").behaving("hangs-for-good"));
        node.await("hanging.jar", status -> status.state() == State.STARTING);

        node.drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        node.awaitRunning("sample.jar", "2026.1.0");
        node.drop("sample.jar", GuestJar.of("sample", "2026.1.1"));
        node.awaitRunning("sample.jar", "2026.1.1");

        ProgrammeStatus failed = node.await("hanging.jar", status -> status.state() == State.FAILED);
        assertTrue(
                failed.reason().en().contains("could not be interrupted"),
                failed.reason().en());
        assertEquals(List.of("sample 2026.1.1"), node.live());
    }

    @Test
    void oneThatComesToItsSensesIsTakenAway() throws Exception {
        node.drop("hanging.jar", GuestJar.of("hanging", "2026.1.0").behaving("hangs-for-good"));
        node.await("hanging.jar", status -> status.state() == State.FAILED);
        node.drop("hanging.jar", GuestJar.of("hanging", "2026.1.0"));
        node.awaitRunning("hanging.jar", "2026.1.0");
        assertEquals(2, bundles());

        System.setProperty(GuestActivator.LET_GO, "true");

        Await.until("uninstalled", () -> bundles() == 1);
        assertEquals(List.of("hanging 2026.1.0"), node.live());
    }

    private long bundles() {
        return Arrays.stream(node.house().framework().context().getBundles())
                .map(Bundle::getSymbolicName)
                .filter("org.shishi.programme.hanging"::equals)
                .count();
    }
}
