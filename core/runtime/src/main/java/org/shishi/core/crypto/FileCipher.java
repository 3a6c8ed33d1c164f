package org.shishi.core.crypto;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals whole files as streams. AES-GCM alone would have to hold a file in memory before it may show a byte of it, so the
 * content is cut into segments, each sealed with its number and whether it is the last: none can be changed, moved, left
 * out or cut off.
 *
 * <p>Layout: {@code SSF1}, the key's id, 32 bytes of salt, segments. Each file has its own key, made from salt and key.
 */
public final class FileCipher {

    static final int SEGMENT = 64 * 1024;
    static final int TAG = 16;

    private static final byte[] MAGIC = "SSF1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LABEL = "shishi file".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    public FileCipher(Keys keys) {
        this.keys = keys;
    }

    /** What is written comes out sealed in {@code target}; complete only after it is closed. */
    public OutputStream seal(OutputStream target) throws IOException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Key key = keys.ring(KeyPurpose.FILES).active();
        DataOutputStream head = new DataOutputStream(target);
        head.write(MAGIC);
        head.writeUTF(key.id());
        head.write(salt);
        head.flush();
        return new SealingStream(target, fileKey(key, salt));
    }

    /** The content in clear; reading fails with an {@link IOException} where something was changed. */
    public InputStream open(InputStream source) throws IOException {
        DataInputStream head = new DataInputStream(source);
        if (!Arrays.equals(head.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("this is no sealed file");
        }
        Key key = keys.ring(KeyPurpose.FILES)
                .byId(head.readUTF())
                .orElseThrow(() -> new IOException("the key of this file is missing"));
        return new OpeningStream(source, fileKey(key, head.readNBytes(SALT)));
    }

    private static SecretKey fileKey(Key key, byte[] salt) {
        return new SecretKeySpec(key.mac(LABEL, salt), "AES");
    }

    /** Seals or opens one segment. The key is used for this file alone, so a plain count is a safe nonce. */
    static byte[] segment(int mode, SecretKey key, long number, boolean last, byte[] content, int length)
            throws IOException {
        try {
            byte[] nonce =
                    ByteBuffer.allocate(12).putLong(number).putInt(last ? 1 : 0).array();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
            return cipher.doFinal(content, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("the stored file was changed or its key is another one", e);
        }
    }
}
