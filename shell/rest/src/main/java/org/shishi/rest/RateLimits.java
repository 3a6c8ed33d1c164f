package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How fast one caller may go on: a bucket each that fills steadily and holds a burst. Only the callers of late are
 * remembered, so that no number of them fills the memory. Thread-safe.
 */
final class RateLimits {

    private static final int MOST_CALLERS = 10_000;
    private static final double NANOS = 1e9;

    private static final class Bucket {
        private double left;
        private long at;
    }

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final IntSupplier sharers;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /**
     * @param nanos a clock that only goes forward
     * @param sharers how many give out the same: each gives its part
     */
    RateLimits(double perSecond, double burst, LongSupplier nanos, IntSupplier sharers) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        this.sharers = sharers;
    }

    /** Takes one request out of the caller's bucket; else the seconds after which one may come again. 0: go on. */
    synchronized long wait(String caller) {
        long now = nanos.getAsLong();
        int parts = Math.max(1, sharers.getAsInt());
        double rate = perSecond / parts;
        // Less than one at a time would be never.
        double most = Math.max(1, burst / parts);
        Bucket bucket = buckets.computeIfAbsent(caller, key -> {
            Bucket full = new Bucket();
            full.left = most;
            full.at = now;
            return full;
        });
        bucket.left = Math.min(most, bucket.left + (now - bucket.at) / NANOS * rate);
        bucket.at = now;
        if (bucket.left >= 1) {
            bucket.left--;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - bucket.left) / rate));
    }
}
