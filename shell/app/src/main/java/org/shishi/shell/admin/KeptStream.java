package org.shishi.shell.admin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes down what is read of it, and no more. */
final class KeptStream extends FilterInputStream {

    private final OutputStream kept;

    KeptStream(InputStream in, OutputStream kept) {
        super(in);
        this.kept = kept;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            kept.write(one);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            kept.write(bytes, offset, read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
