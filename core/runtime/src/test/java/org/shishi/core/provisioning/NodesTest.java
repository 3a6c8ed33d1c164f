package org.shishi.core.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.api.platform.ProgrammeStatus.State;
import org.shishi.core.programme.GuestJar;
import org.shishi.core.programme.House;
import org.shishi.core.sample.Await;

/** Two nodes on one database run the same programmes, wherever the jars were dropped. */
@Timeout(120)
class NodesTest {

    @TempDir
    Path homes;

    private Node one;
    private Node two;

    @BeforeEach
    void begin() {
        Path first = homes.resolve("one");
        Path second = homes.resolve("two");
        House house = House.in(first, false);
        one = new Node(first, house);
        two = new Node(second, house.beside(second));
    }

    @AfterEach
    void end() {
        two.close();
        one.close();
    }

    @Test
    void whatIsDroppedExchangedAndTakenAwayOnOneFollowsOnTheOther() throws Exception {
        one.drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        two.awaitRunning("sample.jar", "2026.1.0");

        two.drop("sample.jar", GuestJar.of("sample", "2026.1.1"));
        one.awaitRunning("sample.jar", "2026.1.1");

        Files.delete(one.file("sample.jar"));
        Await.until("gone", () -> two.live().isEmpty());
        assertEquals(List.of(), two.files());

        two.drop("back.jar", GuestJar.of("sample", "2026.1.1"));
        one.awaitRunning("back.jar", "2026.1.1");
    }

    @Test
    void aVersionThatDoesNotComeUpStaysWithWhoDroppedIt() throws Exception {
        one.drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        two.awaitRunning("sample.jar", "2026.1.0");

        one.drop("sample.jar", GuestJar.of("sample", "2026.1.1").behaving("throws"));
        one.await("sample.jar", status -> status.reason() != null && status.state() == State.RUNNING);
        one.drop("other.jar", GuestJar.of("other", "2026.1.0"));
        two.awaitRunning("other.jar", "2026.1.0");

        assertEquals(List.of("other 2026.1.0", "sample 2026.1.0"), two.live());
        assertEquals(null, two.status("sample.jar").orElseThrow().reason());
    }

    @Test
    void aNodeThatWasOffCatchesUpAndAnOlderFileOfItsOwnGivesWay() throws Exception {
        one.drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        two.awaitRunning("sample.jar", "2026.1.0");

        two.restart(() -> {
            one.drop("sample.jar", GuestJar.of("sample", "2026.1.1"));
            one.awaitRunning("sample.jar", "2026.1.1");
            Await.until("told", () -> one.house().database().<Boolean>read(handle -> handle.createQuery(
                            "select version from core.programme_jar")
                    .mapTo(String.class)
                    .one()
                    .equals("2026.1.1")));
        });

        two.awaitRunning("sample.jar", "2026.1.1");
        assertEquals(List.of("sample 2026.1.1"), two.live());
    }

    @Test
    void aFileDamagedWhileTheNodeWasOffIsMendedFromTheDatabase() throws Exception {
        one.drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        two.awaitRunning("sample.jar", "2026.1.0");
        one.drop("other.jar", GuestJar.of("other", "2026.1.0"));
        two.awaitRunning("other.jar", "2026.1.0");

        two.restart(() -> two.drop("sample.jar", "no jar".getBytes(StandardCharsets.UTF_8)));

        two.awaitRunning("sample.jar", "2026.1.0");
        assertTrue(one.live().contains("sample 2026.1.0"), "nobody took it for taken away");
    }
}
