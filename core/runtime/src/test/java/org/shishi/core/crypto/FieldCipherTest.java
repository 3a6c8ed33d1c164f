package org.shishi.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FieldCipherTest {

    private static final String CLEAR = "示例甲 310999199001010018";

    private final FieldCipher cipher = new FieldCipher(new TestKeys());

    @Test
    void opensWhatItSealed() {
        String sealed = cipher.seal("person/name/1", CLEAR);

        assertTrue(sealed.startsWith("k1:"), sealed);
        assertFalse(sealed.contains("310999"));
        assertEquals(CLEAR, cipher.open("person/name/1", sealed));
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertNotEquals(cipher.seal("a", CLEAR), cipher.seal("a", CLEAR));
    }

    @Test
    void nothingStaysNothing() {
        assertNull(cipher.seal("a", null));
        assertNull(cipher.open("a", null));
        assertEquals("", cipher.open("a", cipher.seal("a", "")));
    }

    @Test
    void aValueOpensInItsPlaceOnly() {
        String sealed = cipher.seal("person/name/1", CLEAR);

        assertThrows(IllegalStateException.class, () -> cipher.open("person/name/2", sealed));
    }

    @Test
    void aChangedValueDoesNotOpen() {
        String sealed = cipher.seal("a", CLEAR);
        char last = sealed.charAt(sealed.length() - 3);
        String changed = sealed.substring(0, sealed.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 2);

        assertThrows(IllegalStateException.class, () -> cipher.open("a", changed));
    }

    @Test
    void anOldKeyStillReadsWhatItWrote() {
        String old = KeyRing.random("k1");
        String sealed = new FieldCipher(new TestKeys(old)).seal("a", CLEAR);

        FieldCipher rotated = new FieldCipher(new TestKeys(old + "," + KeyRing.random("k2")));

        assertEquals(CLEAR, rotated.open("a", sealed));
        assertTrue(rotated.seal("a", CLEAR).startsWith("k2:"));
        FieldCipher without = new FieldCipher(new TestKeys(KeyRing.random("k2")));
        IllegalStateException gone = assertThrows(IllegalStateException.class, () -> without.open("a", sealed));
        assertEquals("the key k1 is missing", gone.getMessage());
    }

    @Test
    void equalValuesHaveOneBlindIndexAndKeysChangeIt() {
        TestKeys keys = new TestKeys();
        BlindIndex index = new BlindIndex(keys);

        assertEquals(index.of("RESIDENT_ID", "1"), new BlindIndex(keys).of("RESIDENT_ID", "1"));
        assertNotEquals(index.of("RESIDENT_ID", "1"), index.of("PASSPORT", "1"));
        assertNotEquals(index.of("RESIDENT_ID", "1"), new BlindIndex(new TestKeys()).of("RESIDENT_ID", "1"));
        assertEquals(64, index.of("RESIDENT_ID", "1").length());
    }
}
