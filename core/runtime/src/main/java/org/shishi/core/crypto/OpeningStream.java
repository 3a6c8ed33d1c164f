package org.shishi.core.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** The reading side of {@link FileCipher}; holds one segment. */
final class OpeningStream extends InputStream {

    private final PushbackInputStream source;
    private final SecretKey key;
    private byte[] clear = new byte[0];
    private int at;
    private long number;
    private boolean ended;

    OpeningStream(InputStream source, SecretKey key) {
        this.source = new PushbackInputStream(source, 1);
        this.key = key;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == clear.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int part = Math.min(length, clear.length - at);
        System.arraycopy(clear, at, target, from, part);
        at += part;
        return part;
    }

    private void next() throws IOException {
        byte[] sealed = source.readNBytes(FileCipher.SEGMENT + FileCipher.TAG);
        int more = source.read();
        if (more >= 0) {
            source.unread(more);
        }
        boolean last = more < 0;
        clear = FileCipher.segment(Cipher.DECRYPT_MODE, key, number++, last, sealed, sealed.length);
        at = 0;
        ended = last;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
