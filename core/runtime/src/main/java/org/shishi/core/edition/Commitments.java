package org.shishi.core.edition;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stand in a seal for what was known of persons: HMAC-SHA-256 under a salt of the seal's own. With the salt they prove what
 * was known; without it, nobody finds out what it was, however few values there are to try.
 */
record Commitments(String salt) {

    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Commitments fresh() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitments(HexFormat.of().formatHex(salt));
    }

    Map<String, Object> of(Map<String, String> persons) {
        Map<String, Object> all = new TreeMap<>();
        persons.forEach((name, known) -> all.put(name, of(name, known)));
        return all;
    }

    private String of(String name, String known) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256"));
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            // Null and an empty text are different things to know.
            mac.update((byte) (known == null ? 0 : 1));
            return HexFormat.of().formatHex(mac.doFinal((known == null ? "" : known).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
