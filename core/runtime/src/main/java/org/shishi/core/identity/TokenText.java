package org.shishi.core.identity;

import java.util.regex.Pattern;
import org.shishi.core.crypto.RandomText;

/** Bearer tokens as text: 256 random bits behind a prefix that scanners for leaked secrets can look for. */
final class TokenText {

    private static final String PREFIX = "shishi_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private TokenText() {}

    static String next() {
        return PREFIX + RandomText.of(BYTES);
    }

    static boolean wellFormed(String token) {
        return token != null && FORM.matcher(token).matches();
    }
}
