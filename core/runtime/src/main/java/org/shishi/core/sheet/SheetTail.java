package org.shishi.core.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What stands behind the rows of a sheet. The rows are only passed over, a block at a time: they may be tens of megabytes,
 * and whoever wants them reads them elsewhere.
 */
final class SheetTail {

    private static final byte[] ROWS = {'s', 'h', 'e', 'e', 't', 'D', 'a', 't', 'a'};
    private static final int BLOCK = 1 << 16;

    private final InputStream part;
    private final int largestSheet;
    private final int largestTail;
    private final byte[] block = new byte[BLOCK];
    /** How much of the name has been met, at the end of a closing tag; none: -1. */
    private int met = -1;

    private byte before;

    SheetTail(InputStream part, int largestSheet, int largestTail) {
        this.part = part;
        this.largestSheet = largestSheet;
        this.largestTail = largestTail;
    }

    /** Null: the rows do not end so near. */
    byte[] bytes() throws IOException {
        int passed = 0;
        for (int read = part.read(block); read >= 0 && passed < largestSheet; read = part.read(block)) {
            int end = endOfRows(read);
            if (end >= 0) {
                ByteArrayOutputStream tail = new ByteArrayOutputStream();
                tail.write(block, end, read - end);
                tail.writeBytes(part.readNBytes(largestTail));
                return tail.toByteArray();
            }
            passed += read;
        }
        return null;
    }

    /** The place behind {@code </sheetData>}, whatever its prefix; -1: not in this block. */
    private int endOfRows(int length) {
        for (int i = 0; i < length; i++) {
            byte next = block[i];
            if (next == '/' && before == '<') {
                met = 0;
            } else if (met >= 0) {
                if (next == '>') {
                    if (met == ROWS.length) {
                        return i + 1;
                    }
                    met = -1;
                } else {
                    met = met(next);
                }
            }
            before = next;
        }
        return -1;
    }

    /** A prefix before the name and space behind it do not matter. */
    private int met(byte next) {
        if (met < ROWS.length && next == ROWS[met]) {
            return met + 1;
        }
        boolean space = next == ' ' || next == '\t' || next == '\r' || next == '\n';
        return met == ROWS.length && space ? met : next == ROWS[0] ? 1 : 0;
    }
}
