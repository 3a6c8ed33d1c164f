package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    private Path template;

    @BeforeEach
    void template() throws IOException {
        template = Files.writeString(folder.resolve("template"), "# template\n");
    }

    @Test
    void theUsersOwnFolderIsTheDefault() {
        assertEquals(
                Path.of(System.getProperty("user.home"), ".shishi"),
                Home.of(Map.of()).root());
        assertEquals(folder, Home.of(Map.of("SHISHI_HOME", folder.toString())).root());
    }

    @Test
    void isMadeForItsOwnerOnly() throws IOException {
        Home home = new Home(folder.resolve("a/home"));
        home.prepare(template);
        assertEquals("# template\n", Files.readString(home.settings()));
        assertEquals("rwx------", permissions(home.root()));
        assertEquals("rwx------", permissions(home.data()));
        assertEquals("rw-------", permissions(home.settings()));
    }

    @Test
    void whatStandsThereStays() throws IOException {
        Home home = new Home(folder.resolve("home"));
        home.prepare(template);
        Files.writeString(home.settings(), "shishi.http.port = 18100\n");
        home.prepare(template);
        assertEquals("shishi.http.port = 18100\n", Files.readString(home.settings()));
    }

    @Test
    void aFileIsNoHome() {
        assertRefused(template);
        assertRefused(template.resolve("below"));
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNoHome() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        // The user root may write everywhere but into the kernel's own folders.
        assertRefused(Files.isWritable(locked) ? Path.of("/sys/shishi") : locked);
    }

    private void assertRefused(Path root) {
        Refusal refusal = assertThrows(Refusal.class, () -> new Home(root).prepare(template));
        assertTrue(refusal.getMessage().contains("SHISHI_HOME"), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(root.toString()), refusal::getMessage);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
