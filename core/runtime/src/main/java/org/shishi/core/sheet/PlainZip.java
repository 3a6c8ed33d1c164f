package org.shishi.core.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * Packs a workbook anew while it is written. The library's own archive says after each part how long it was in the long
 * form of zip64, which its header did not announce: Excel takes that, readers that go through the file from its beginning
 * (java.util.zip, some mail filters) refuse it. What comes in is best not compressed: it is here.
 */
final class PlainZip extends OutputStream {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int FIXED = 30;
    private static final int NAME_LENGTH = 26;
    private static final int EXTRA_LENGTH = 28;
    /** Signature, checksum, two sizes of eight bytes. */
    private static final int DESCRIPTOR = 24;

    private enum Part {
        HEADER,
        NAME,
        DATA,
        DESCRIPTOR,
        DIRECTORY
    }

    private final ZipOutputStream out;
    private final Inflater inflater = new Inflater(true);
    private final byte[] plain = new byte[8192];
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private Part part = Part.HEADER;
    private int wanted = FIXED;
    private int nameLength;

    /** The stream is not closed. */
    PlainZip(OutputStream out) {
        this.out = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end && part != Part.DIRECTORY) {
            at += part == Part.DATA ? data(bytes, at, end - at) : gather(bytes, at, end - at);
        }
    }

    private int gather(byte[] bytes, int at, int length) throws IOException {
        int taken = Math.min(length, wanted - gathered.size());
        gathered.write(bytes, at, taken);
        if (gathered.size() == wanted) {
            byte[] whole = gathered.toByteArray();
            gathered.reset();
            gathered(whole);
        }
        return taken;
    }

    private void gathered(byte[] whole) throws IOException {
        switch (part) {
            case HEADER -> header(ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN));
            case NAME -> {
                out.putNextEntry(new ZipEntry(new String(whole, 0, nameLength, StandardCharsets.UTF_8)));
                inflater.reset();
                part = Part.DATA;
            }
            default -> next(Part.HEADER, FIXED);
        }
    }

    private void header(ByteBuffer header) {
        if (header.getInt() == LOCAL_HEADER) {
            nameLength = header.getShort(NAME_LENGTH);
            next(Part.NAME, nameLength + header.getShort(EXTRA_LENGTH));
        } else {
            // The table of contents, of which the new archive writes its own.
            part = Part.DIRECTORY;
        }
    }

    private int data(byte[] bytes, int at, int length) throws IOException {
        inflater.setInput(bytes, at, length);
        try {
            for (int n = inflater.inflate(plain); n > 0; n = inflater.inflate(plain)) {
                out.write(plain, 0, n);
            }
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
        if (inflater.finished()) {
            out.closeEntry();
            next(Part.DESCRIPTOR, DESCRIPTOR);
        }
        return length - inflater.getRemaining();
    }

    private void next(Part now, int bytes) {
        part = now;
        wanted = bytes;
    }

    /** Ends the archive. */
    @Override
    public void close() throws IOException {
        try {
            out.finish();
            out.flush();
        } finally {
            inflater.end();
        }
    }
}
