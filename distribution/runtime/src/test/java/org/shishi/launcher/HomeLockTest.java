package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a second process, because one process never stands in its own way. */
class HomeLockTest {

    private static final Address ADDRESS = new Address("127.0.0.1", 18100);

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void home() throws IOException {
        home = new Home(folder);
        Files.createDirectories(home.run());
    }

    @Test
    void aHomeIsForOneProcess() throws Exception {
        assertEquals(Optional.empty(), HomeLock.running(home));
        Process other = holder();
        assertEquals(Optional.of(new HomeLock.Running(other.pid(), ADDRESS)), HomeLock.running(home));
        Refusal refusal = assertThrows(Refusal.class, () -> HomeLock.take(home, ADDRESS));
        assertTrue(refusal.getMessage().contains("pid " + other.pid()), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(folder.toString()), refusal::getMessage);
        assertTrue(refusal.getMessage().contains("SHISHI_HOME"), refusal::getMessage);

        other.getOutputStream().close();
        assertEquals(0, other.waitFor());
        assertEquals(Optional.empty(), HomeLock.running(home));
        HomeLock.take(home, ADDRESS).close();
    }

    @Test
    void aKilledProcessLeavesNoLock() throws Exception {
        Process other = holder();
        other.destroyForcibly().waitFor();
        assertTrue(Files.exists(home.run().resolve("pid")), "the test is about a stale pid");
        assertEquals(Optional.empty(), HomeLock.running(home));
        HomeLock.take(home, ADDRESS).close();
    }

    private Process holder() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader();
        assertEquals("locked", lines.readLine());
        return process;
    }

    /** Holds the lock until its standard input ends. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] words) throws IOException {
            HomeLock lock = HomeLock.take(new Home(Path.of(words[0])), ADDRESS);
            System.out.println("locked");
            System.in.readAllBytes();
            lock.close();
        }
    }
}
