package org.shishi.browser.product;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator as people have it on the phone: takes a secret, shows codes (RFC 6238). */
final class Authenticator {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private final byte[] secret;
    private long lastStep;

    /** @param typed base 32, spaces between groups */
    Authenticator(String typed) {
        String letters = typed.replaceAll("\\s", "");
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        long buffer = 0;
        int held = 0;
        for (char letter : letters.toCharArray()) {
            buffer = (buffer << 5 | LETTERS.indexOf(letter)) & 0xffffL;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.put((byte) (buffer >> held));
            }
        }
        secret = bytes.array();
    }

    /** A code that was not shown before; the server takes that of the next half minute, too. */
    String code() {
        long now = Instant.now().getEpochSecond() / STEP_SECONDS;
        lastStep = Math.max(now, lastStep + 1);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(lastStep).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & 0x7fffffff;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
