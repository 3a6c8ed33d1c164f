package org.shishi.core.crypto;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** The writing side of {@link FileCipher}; holds one segment. */
final class SealingStream extends FilterOutputStream {

    private final SecretKey key;
    private final byte[] segment = new byte[FileCipher.SEGMENT];
    private int filled;
    private long number;
    private boolean closed;

    SealingStream(OutputStream target, SecretKey key) {
        super(target);
        this.key = key;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] content, int from, int length) throws IOException {
        int at = from;
        while (at < from + length) {
            // Only when more follows is it known that a full segment is not the last.
            if (filled == segment.length) {
                put(false);
            }
            int part = Math.min(segment.length - filled, from + length - at);
            System.arraycopy(content, at, segment, filled, part);
            filled += part;
            at += part;
        }
    }

    private void put(boolean last) throws IOException {
        out.write(FileCipher.segment(Cipher.ENCRYPT_MODE, key, number++, last, segment, filled));
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (OutputStream target = out) {
                put(true);
                target.flush();
            }
        }
    }
}
