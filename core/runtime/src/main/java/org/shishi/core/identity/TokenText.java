package org.shishi.core.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Bearer tokens as text: 256 random bits behind a prefix that scanners for leaked secrets can look for. */
final class TokenText {

    private static final String PREFIX = "shishi_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    static String next() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static boolean wellFormed(String token) {
        return token != null && FORM.matcher(token).matches();
    }
}
