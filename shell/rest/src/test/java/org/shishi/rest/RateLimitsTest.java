package org.shishi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final AtomicLong now = new AtomicLong();
    private final RateLimits limits = new RateLimits(2, 3, now::get, () -> 1);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void aBurstPassesAndTheNextOneWaits() {
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limits.wait("a"));
        }
        assertEquals(1, limits.wait("a"));
        assertEquals(0, limits.wait("b"), "others do not wait");

        pass(Duration.ofMillis(499));
        assertEquals(1, limits.wait("a"));
        pass(Duration.ofMillis(1));
        assertEquals(0, limits.wait("a"));
        assertEquals(1, limits.wait("a"));
    }

    @Test
    void restFillsTheBucketNoFurtherThanTheBurst() {
        pass(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limits.wait("a"));
        }
        pass(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limits.wait("a"));
        }
        assertEquals(1, limits.wait("a"));
    }

    @Test
    void theWaitIsAsLongAsTheNextTakes() {
        RateLimits slow = new RateLimits(0.1, 1, now::get, () -> 1);
        assertEquals(0, slow.wait("a"));
        assertEquals(10, slow.wait("a"));
        pass(Duration.ofSeconds(4));
        assertEquals(6, slow.wait("a"));
    }

    @Test
    void nodesShareWhatOneWouldGive() {
        RateLimits half = new RateLimits(2, 6, now::get, () -> 2);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, half.wait("a"));
        }
        assertEquals(1, half.wait("a"), "half of six at once");
        pass(Duration.ofMillis(999));
        assertEquals(1, half.wait("a"));
        pass(Duration.ofMillis(1));
        assertEquals(0, half.wait("a"), "half of two a second");
    }

    @Test
    void anyNumberOfCallersIsForgottenAgain() {
        for (int i = 0; i < 3; i++) {
            limits.wait("first");
        }
        for (int i = 0; i < 10_000; i++) {
            limits.wait("caller " + i);
        }
        assertEquals(0, limits.wait("first"));
    }
}
