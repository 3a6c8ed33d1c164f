package org.shishi.core.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.shishi.core.persistence.ColumnSeal;

/**
 * Seals single values: AES-256-GCM, a fresh nonce each, the key's id in front ({@code k1:…}). A sealed value opens only
 * in the place it was sealed for, so that nobody can move one row's value into another. Thread-safe.
 */
public final class FieldCipher implements ColumnSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    public FieldCipher(Keys keys) {
        this.keys = keys;
    }

    /**
     * @param place table, column and row, for example {@code person/name/<id>}
     * @param clear null stays null
     */
    @Override
    public String seal(String place, String clear) {
        if (clear == null) {
            return null;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Key key = keys.ring(KeyPurpose.FIELDS).active();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, place, clear.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return key.id() + ":" + Base64.getEncoder().withoutPadding().encodeToString(both);
    }

    /** Whether the key that writes now has written it; null counts as such. */
    public boolean fresh(String sealed) {
        return sealed == null
                || sealed.startsWith(keys.ring(KeyPurpose.FIELDS).active().id() + ":");
    }

    /** @throws IllegalStateException when the value was changed, belongs elsewhere, or its key is gone */
    @Override
    public String open(String place, String sealed) {
        if (sealed == null) {
            return null;
        }
        int colon = sealed.indexOf(':');
        if (colon < 0) {
            throw new IllegalStateException("a sealed value at " + place + " has no key id");
        }
        byte[] both = Base64.getDecoder().decode(sealed.substring(colon + 1));
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        byte[] content = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        Key key = keys.ring(KeyPurpose.FIELDS).require(sealed.substring(0, colon));
        return new String(run(Cipher.DECRYPT_MODE, key, nonce, place, content), StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, Key key, byte[] nonce, String place, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value at " + place + " cannot be opened", e);
        }
    }
}
