package org.shishi.core.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Finds equal values without showing them: HMAC-SHA-256 with a key of its own. Thread-safe. */
public final class BlindIndex {

    /** @param keyId which key made it: kept beside it, so that a change of keys knows what is left to do */
    public record Found(String keyId, String index) {}

    private final Keys keys;

    public BlindIndex(Keys keys) {
        this.keys = keys;
    }

    /** Which key {@link #of} uses. */
    public String keyId() {
        return ring().active().id();
    }

    /**
     * 64 hexadecimal digits.
     *
     * @param domain what the value is; equal values of different domains have nothing in common
     * @param normalised the value in its one normal form
     */
    public String of(String domain, String normalised) {
        return hash(ring().active(), domain, normalised);
    }

    /** Under each key: while keys are changed, what is looked for may stand under either. */
    public List<String> all(String domain, String normalised) {
        return ring().all().stream().map(key -> hash(key, domain, normalised)).toList();
    }

    /** Under one key. */
    public String with(String keyId, String domain, String normalised) {
        return hash(ring().require(keyId), domain, normalised);
    }

    /**
     * The key for new rows, the same for all nodes until this transaction ends: two nodes of which one has heard of a change
     * and the other has not would write the same value under two keys, and no unique index would notice.
     */
    public String writingKey(Handle handle, boolean postgres) {
        KeyRing ring = ring();
        if (ring.all().size() == 1) {
            return ring.active().id();
        }
        return handle.createQuery("select key_id from core.key_use where purpose = :purpose for "
                        + (postgres ? "share" : "update"))
                .bind("purpose", KeyPurpose.INDEX.word())
                .mapTo(String.class)
                .findOne()
                .orElse(ring.active().id());
    }

    private KeyRing ring() {
        return keys.ring(KeyPurpose.INDEX);
    }

    private static String hash(Key key, String domain, String normalised) {
        byte[] end = {0};
        return HexFormat.of()
                .formatHex(key.mac(
                        domain.getBytes(StandardCharsets.UTF_8), end, normalised.getBytes(StandardCharsets.UTF_8)));
    }
}
