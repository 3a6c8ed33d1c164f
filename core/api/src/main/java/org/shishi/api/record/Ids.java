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

    private Ids() {}

    public static UUID next() {
        long stamp = stamp();
        long high = stamp >>> 12 << 16 | 0x7000 | stamp & 0xFFF;
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static synchronized long stamp() {
        last = Math.max(last + 1, System.currentTimeMillis() << 12);
        return last;
    }
}
