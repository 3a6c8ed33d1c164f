package org.shishi.core.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** What is decided before anything is touched. */
class DecisionsTest {

    private static JarFileInfo jar(String file, String id, String version) {
        return new JarFileInfo(Path.of(file), file, "x", id, Version.parseVersion(version), file);
    }

    @Test
    void theHighestVersionOfAYearStandsForIt() {
        JarFileInfo low = jar("c.jar", "sample", "2026.1.9");
        JarFileInfo high = jar("d.jar", "sample", "2026.1.10");
        JarFileInfo copy = jar("e.jar", "sample", "2026.1.10");
        JarFileInfo next = jar("a.jar", "sample", "2027.1.0");
        JarFileInfo other = jar("b.jar", "other", "2026.1.0");

        Choice choice = Choice.among(List.of(low, copy, high, next, other));

        assertEquals(Map.of("sample/2026", high, "sample/2027", next, "other/2026", other), choice.chosen());
        assertEquals(Map.of(low, high, copy, high), choice.beaten());
    }

    @Test
    void readsWhatAManifestWants() {
        List<ImportedPackage> all = ImportedPackage.parse("org.shishi.api.text;version=\"[1.0,2)\",jakarta.persistence;"
                + "version=\"[3.2,4)\",org.example.maybe;resolution:=optional,org.example.any,"
                + "org.example.uses;uses:=\"org.a,org.b\";version=1.5");

        assertEquals(
                List.of(
                        new ImportedPackage("org.shishi.api.text", new VersionRange("[1.0,2)"), false),
                        new ImportedPackage("jakarta.persistence", new VersionRange("[3.2,4)"), false),
                        new ImportedPackage("org.example.maybe", new VersionRange("0"), true),
                        new ImportedPackage("org.example.any", new VersionRange("0"), false),
                        new ImportedPackage("org.example.uses", new VersionRange("1.5"), false)),
                all);
        assertEquals(List.of(), ImportedPackage.parse(null));
    }

    @Test
    void knowsWhatAGuestNeverSees() {
        Set<String> forbidden = Stream.of(
                        "org.shishi.core.rule",
                        "org.shishi.shell",
                        "org.shishi.rest.door",
                        "org.shishi.programme.other",
                        "org.shishi.api.platform",
                        "org.shishi.api.text",
                        "org.shishi.kit.page",
                        "org.shishi.corelike")
                .filter(name -> new ImportedPackage(name, new VersionRange("0"), false).forbidden())
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        "org.shishi.core.rule",
                        "org.shishi.shell",
                        "org.shishi.rest.door",
                        "org.shishi.programme.other",
                        "org.shishi.api.platform"),
                forbidden);
    }

    @Test
    void aFileCountsWhenTwoLooksSawItTheSame(@TempDir Path home) throws IOException {
        DropFolder folder = new DropFolder(home.resolve("plugins.d"));
        Path file = home.resolve("plugins.d/sample.jar");
        Files.writeString(file, "beg");
        assertFalse(folder.changed(), "first seen");
        Files.writeString(file, "begun");
        assertFalse(folder.changed(), "still growing");
        assertTrue(folder.changed(), "steady");
        assertEquals(Set.of("sample.jar"), folder.files().keySet());
        assertFalse(folder.changed(), "nothing new");

        DropFolder.Look steady = folder.files().get("sample.jar");
        Files.writeString(file, "begun again");
        assertFalse(folder.changed(), "being written again: as it was");
        assertEquals(steady, folder.files().get("sample.jar"));
        assertTrue(folder.changed());

        Files.delete(file);
        assertTrue(folder.changed(), "gone at once");
        assertEquals(Set.of(), folder.files().keySet());
    }

    @Test
    void looksAtJarsOnly(@TempDir Path home) throws IOException {
        DropFolder folder = new DropFolder(home.resolve("plugins.d"));
        for (String name : List.of("a.jar.part", ".hidden.jar", "notes.txt", "yes.jar")) {
            Files.writeString(home.resolve("plugins.d").resolve(name), "x");
        }
        Files.createDirectories(home.resolve("plugins.d/folder.jar"));
        folder.settle();

        assertEquals(Set.of("yes.jar"), folder.files().keySet());
    }
}
