package org.shishi.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.platform.TestConsole;

@ParameterizedClass
@EnumSource
class InstalledKeysTest {

    private final TestDatabase db;
    private final TestConsole console = new TestConsole();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path home;

    InstalledKeysTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void makesOneKeyPerPurposeThatOnlyTheOwnerReads() throws IOException {
        Keys keys = start(home);

        Path file = home.resolve("conf/keys/fields.keys");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        for (KeyPurpose purpose : KeyPurpose.values()) {
            assertEquals("k1", keys.ring(purpose).active().id());
        }
        assertNotEquals(
                keys.ring(KeyPurpose.FIELDS).active().fingerprint(),
                keys.ring(KeyPurpose.INDEX).active().fingerprint());
    }

    @Test
    void theSecondStartReadsWhatTheFirstWrote() {
        String sealed = new FieldCipher(start(home)).seal("a", "value");

        assertEquals("value", new FieldCipher(start(home)).open("a", sealed));
    }

    @Test
    void aHomeWithoutTheDatabasesKeysIsRefused() {
        start(home);
        Path other = home.resolve("other");

        assertThrows(IllegalStateException.class, () -> start(other));

        String sentence = console.refusals().getFirst();
        assertTrue(sentence.contains("fields.keys is missing"), sentence);
        assertFalse(Files.exists(other.resolve("conf/keys/fields.keys")), "no key is made that fits nothing");
    }

    @Test
    void anotherKeyOfTheSameNameIsRefused() throws IOException {
        start(home);
        Path file = home.resolve("conf/keys/index.keys");
        Files.writeString(file, KeyRing.random("k1"));

        assertThrows(IllegalStateException.class, () -> start(home));

        assertTrue(
                console.refusals().getFirst().contains("another key index/k1"),
                console.refusals().getFirst());
    }

    @Test
    void aFurtherKeyTakesOverWhileTheOldOneReads() throws IOException {
        String sealed = new FieldCipher(start(home)).seal("a", "value");
        Path file = home.resolve("conf/keys/fields.keys");
        Files.writeString(file, Files.readString(file) + KeyRing.random("k2") + "\n");

        FieldCipher after = new FieldCipher(start(home));

        assertEquals("value", after.open("a", sealed));
        assertTrue(after.seal("a", "value").startsWith("k2:"));
    }

    @Test
    void propertyWinsOverEnvironmentOverFile() {
        environment.put("SHISHI_KEYS_AUDIT", KeyRing.random("e1"));
        environment.put("SHISHI_KEYS_FIELDS", KeyRing.random("e1"));
        properties.put("shishi.keys.fields", KeyRing.random("p1"));

        Keys keys = start(home);

        assertEquals("p1", keys.ring(KeyPurpose.FIELDS).active().id());
        assertEquals("e1", keys.ring(KeyPurpose.AUDIT).active().id());
        assertEquals("k1", keys.ring(KeyPurpose.INDEX).active().id());
        assertFalse(Files.exists(home.resolve("conf/keys/fields.keys")));
    }

    @Test
    void brokenKeysAreNamedButNotShown() {
        properties.put("shishi.keys.files", "k1:c2VjcmV0");

        assertThrows(IllegalStateException.class, () -> start(home));

        String sentence = console.refusals().getFirst();
        assertEquals("The keys in shishi.keys.files cannot be used: key k1 has 6 bytes instead of 32.", sentence);
    }

    private Keys start(Path where) {
        return new InstalledKeys(
                null, where, "a", properties::get, environment::get, db.core(), console, new TestClock());
    }
}
