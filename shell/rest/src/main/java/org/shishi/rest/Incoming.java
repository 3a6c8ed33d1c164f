package org.shishi.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body on its way in. That it breaks off, or comes too slowly, is the sender's fault and no incident. */
final class Incoming extends FilterInputStream {

    Incoming(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    private static Json.BadRequest broken() {
        return new Json.BadRequest("the body could not be read");
    }
}
