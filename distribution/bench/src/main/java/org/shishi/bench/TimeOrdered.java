package org.shishi.bench;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that grow with time, as the product's do. */
final class TimeOrdered {

    private static long last;

    private TimeOrdered() {}

    static synchronized UUID id() {
        last = Math.max(last + 1, System.currentTimeMillis() << 12);
        long high = last >>> 12 << 16 | 0x7000 | last & 0xFFF;
        return new UUID(high, ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE | Long.MIN_VALUE);
    }
}
