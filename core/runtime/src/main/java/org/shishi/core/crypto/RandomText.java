package org.shishi.core.crypto;

import java.security.SecureRandom;
import java.util.Base64;

/** Random bits as text that may stand in an address. Thread-safe. */
public final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** @return 4 characters ({@code A-Z a-z 0-9 - _}) for each three bytes */
    public static String of(int bytes) {
        byte[] bits = new byte[bytes];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
