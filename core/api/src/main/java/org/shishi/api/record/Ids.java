package org.shishi.api.record;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids of records: UUIDs of version 7 (RFC 9562). Each is greater than the one this process made before it, so that a list
 * ordered by id is ordered by age, and an index of ids grows at its end. Thread-safe.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Milliseconds since 1970 shifted by twelve, and below them a counter that runs on into the next millisecond. */
    private static long last;

    /** Drawn many at a time: each draw costs as much as a dozen numbers. */
    private static final byte[] DRAWN = new byte[4_096];

    private static int used = DRAWN.length;

    private Ids() {}

    public static UUID next() {
        long stamp;
        long random;
        synchronized (Ids.class) {
            last = Math.max(last + 1, System.currentTimeMillis() << 12);
            stamp = last;
            random = random();
        }
        long high = stamp >>> 12 << 16 | 0x7000 | stamp & 0xFFF;
        return new UUID(high, random >>> 2 | 0x8000_0000_0000_0000L);
    }

    private static long random() {
        if (used == DRAWN.length) {
            RANDOM.nextBytes(DRAWN);
            used = 0;
        }
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << 8 | DRAWN[used] & 0xFF;
            // Nobody can draw it again.
            DRAWN[used++] = 0;
        }
        return number;
    }
}
