package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedProgrammesTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void home() throws IOException {
        home = new Home(folder.resolve("home"));
        Files.createDirectories(home.programmes());
    }

    @Test
    void aNewHomeGetsThemAll() throws IOException {
        deliver(shipped("one", "2024.1.0", "a"), shipped("two", "2024.1.0", "a"));
        assertEquals(List.of("one-2024.1.0.jar", "two-2024.1.0.jar"), dropped());
    }

    @Test
    void whatWasRemovedDoesNotComeBack() throws IOException {
        Path one = shipped("one", "2024.1.0", "a");
        deliver(one);
        Files.delete(home.programmes().resolve("one-2024.1.0.jar"));
        deliver(one);
        assertEquals(List.of(), dropped());
        deliver(one, shipped("one", "2025.1.0", "a"));
        assertEquals(List.of("one-2025.1.0.jar"), dropped(), "another year is another programme");
    }

    @Test
    void aNewerOneReplacesTheOlder() throws IOException {
        deliver(shipped("one", "2024.1.0", "a"));
        deliver(shipped("one", "2024.1.1", "a"));
        assertEquals(List.of("one-2024.1.1.jar"), dropped());
        deliver(shipped("one", "2024.1.0", "a"));
        assertEquals(List.of("one-2024.1.1.jar"), dropped(), "never backwards");
    }

    @Test
    void aNewerOneDroppedByOperatorsStays() throws IOException {
        drop("mine.jar", "one", "2024.10.0", "b");
        deliver(shipped("one", "2024.9.0", "a"));
        assertEquals(List.of("mine.jar"), dropped());
    }

    @Test
    void anotherYearStandsBeside() throws IOException {
        drop("mine.jar", "one", "2025.1.0", "b");
        deliver(shipped("one", "2024.1.0", "a"));
        assertEquals(List.of("mine.jar", "one-2024.1.0.jar"), dropped());
    }

    @Test
    void aFreshBuildOfTheSameVersionReplacesOursOnly() throws IOException {
        deliver(shipped("one", "2024.1.0", "a"));
        Path rebuilt = shipped("one", "2024.1.0", "b");
        deliver(rebuilt);
        assertArrayEquals(Files.readAllBytes(rebuilt), content("one-2024.1.0.jar"));

        drop("one-2024.1.0.jar", "one", "2024.1.0", "operator");
        byte[] theirs = content("one-2024.1.0.jar");
        deliver(shipped("one", "2024.1.0", "c"));
        assertArrayEquals(theirs, content("one-2024.1.0.jar"));
    }

    @Test
    void aFileThatIsNoBundleIsLeftAlone() throws IOException {
        Files.writeString(home.programmes().resolve("broken.jar"), "no jar");
        deliver(shipped("one", "2024.1.0", "a"));
        assertEquals(List.of("broken.jar", "one-2024.1.0.jar"), dropped());
        assertFalse(Files.exists(home.programmes().resolve(".one-2024.1.0.jar.tmp")));
    }

    private void deliver(Path... shipped) {
        ShippedProgrammes.deliver(List.of(shipped), home);
    }

    private Path shipped(String name, String version, String content) throws IOException {
        return jar(folder.resolve(name + "-" + version + ".jar"), name, version, content);
    }

    private void drop(String file, String name, String version, String content) throws IOException {
        jar(home.programmes().resolve(file), name, version, content);
    }

    private static Path jar(Path file, String name, String version, String content) throws IOException {
        return Jars.write(
                file, Map.of("Bundle-SymbolicName", name, "Bundle-Version", version, "Bundle-Description", content));
    }

    private byte[] content(String file) throws IOException {
        return Files.readAllBytes(home.programmes().resolve(file));
    }

    private List<String> dropped() {
        return Distribution.jars(home.programmes()).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }
}
