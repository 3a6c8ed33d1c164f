package org.shishi.core.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Passwords that were stolen somewhere and published, as far as they are long enough for the rules. They come with the
 * product: nobody is asked about a password elsewhere. Where the list is from stands beside it.
 */
final class BreachedPasswords {

    private static final String LIST = "breached-passwords.txt.gz";

    /** Read when the first password is chosen, and kept as hashes: less than a megabyte. */
    private static final class Held {
        private static final long[] HASHES = read();
    }

    private BreachedPasswords() {}

    /** @param password in lower case */
    static boolean contain(String password) {
        return Arrays.binarySearch(Held.HASHES, hash(digest(), password)) >= 0;
    }

    private static long[] read() {
        MessageDigest digest = digest();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(BreachedPasswords.class.getResourceAsStream(LIST))),
                StandardCharsets.UTF_8))) {
            return lines.lines().mapToLong(line -> hash(digest, line)).sorted().toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of two different ones the same in one of many billions of cases. */
    private static long hash(MessageDigest digest, String password) {
        return ByteBuffer.wrap(digest.digest(password.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
