package org.shishi.core.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** 256 secret bits with a name. Never printed. */
public final class Key {

    static final int BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final String id;
    private final byte[] secret;
    private final SecretKey aes;

    Key(String id, byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("key " + id + " has " + secret.length + " bytes instead of " + BYTES);
        }
        this.id = id;
        this.secret = secret.clone();
        this.aes = new SecretKeySpec(secret, "AES");
    }

    public String id() {
        return id;
    }

    SecretKey aes() {
        return aes;
    }

    /** HMAC-SHA-256 over the parts, one after the other. */
    public byte[] mac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells keys apart without telling anything about them. */
    String fingerprint() {
        return HexFormat.of().formatHex(mac("shishi key fingerprint".getBytes(StandardCharsets.US_ASCII)), 0, 8);
    }

    @Override
    public String toString() {
        return "Key[" + id + "]";
    }
}
