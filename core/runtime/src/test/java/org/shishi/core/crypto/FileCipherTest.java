package org.shishi.core.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCipherTest {

    private static final int HEAD = 4 + 2 + 2 + 32;
    private static final int SEALED_SEGMENT = FileCipher.SEGMENT + FileCipher.TAG;

    private final FileCipher cipher = new FileCipher(new TestKeys());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_001})
    void opensWhatItSealed(int length) throws IOException {
        byte[] clear = content(length);

        assertArrayEquals(clear, open(seal(clear)));
    }

    @Test
    void readsByteByByte() throws IOException {
        byte[] clear = content(70_000);
        try (InputStream in = cipher.open(new ByteArrayInputStream(seal(clear)))) {
            for (byte wanted : clear) {
                assertEquals(wanted & 0xff, in.read());
            }
            assertEquals(-1, in.read());
            assertEquals(-1, in.read());
        }
    }

    @Test
    void sealsTheSameContentDifferentlyEachTime() throws IOException {
        byte[] clear = content(100);

        assertEquals(false, Arrays.equals(seal(clear), seal(clear)));
    }

    @Test
    void noticesAChangedByte() throws IOException {
        byte[] sealed = seal(content(200_000));
        sealed[HEAD + SEALED_SEGMENT + 17] ^= 1;

        assertThrows(IOException.class, () -> open(sealed));
    }

    @Test
    void noticesAMissingEnd() throws IOException {
        byte[] sealed = seal(content(3 * FileCipher.SEGMENT));

        assertThrows(IOException.class, () -> open(Arrays.copyOf(sealed, HEAD + 2 * SEALED_SEGMENT)));
        assertThrows(IOException.class, () -> open(Arrays.copyOf(sealed, HEAD)));
    }

    @Test
    void noticesExchangedSegments() throws IOException {
        byte[] sealed = seal(content(3 * FileCipher.SEGMENT));
        byte[] first = Arrays.copyOfRange(sealed, HEAD, HEAD + SEALED_SEGMENT);
        System.arraycopy(sealed, HEAD + SEALED_SEGMENT, sealed, HEAD, SEALED_SEGMENT);
        System.arraycopy(first, 0, sealed, HEAD + SEALED_SEGMENT, SEALED_SEGMENT);

        assertThrows(IOException.class, () -> open(sealed));
    }

    @Test
    void refusesWhatIsNotSealedAndWhatAnotherKeySealed() throws IOException {
        byte[] sealed = seal(content(10));

        assertThrows(IOException.class, () -> open(content(100)));
        assertThrows(IOException.class, () -> new FileCipher(new TestKeys())
                .open(new ByteArrayInputStream(sealed))
                .readAllBytes());
    }

    private byte[] seal(byte[] clear) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = cipher.seal(sealed)) {
            out.write(clear);
        }
        return sealed.toByteArray();
    }

    private byte[] open(byte[] sealed) throws IOException {
        try (InputStream in = cipher.open(new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
