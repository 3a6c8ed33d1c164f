package org.shishi.core.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Finds equal values without showing them: HMAC-SHA-256 with a key of its own. Thread-safe. */
public final class BlindIndex {

    private final KeyRing keys;

    public BlindIndex(Keys keys) {
        this.keys = keys.ring(KeyPurpose.INDEX);
    }

    /** Which key {@link #of} uses: kept beside its result, so that a change of keys knows what is left to do. */
    public String keyId() {
        return keys.active().id();
    }

    /**
     * 64 hexadecimal digits.
     *
     * @param domain what the value is; equal values of different domains have nothing in common
     * @param normalised the value in its one normal form
     */
    public String of(String domain, String normalised) {
        byte[] end = {0};
        return HexFormat.of()
                .formatHex(keys.active()
                        .mac(
                                domain.getBytes(StandardCharsets.UTF_8),
                                end,
                                normalised.getBytes(StandardCharsets.UTF_8)));
    }
}
