package org.shishi.api.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void eachIsGreaterThanTheOneBefore() {
        UUID before = Ids.next();
        for (int i = 0; i < 100_000; i++) {
            UUID next = Ids.next();
            // As text: the order of databases, which take an id for sixteen bytes.
            assertTrue(next.toString().compareTo(before.toString()) > 0);
            before = next;
        }
    }

    @Test
    void isOfVersionSevenAndBeginsWithTheTime() {
        long from = System.currentTimeMillis();
        UUID id = Ids.next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        long stamp = id.getMostSignificantBits() >>> 16;
        assertTrue(stamp >= from - 1 && stamp <= System.currentTimeMillis() + 60_000, id::toString);
    }

    @Test
    void threadsNeverGetTheSame() {
        Set<UUID> all = new HashSet<>(
                IntStream.range(0, 50_000).parallel().mapToObj(i -> Ids.next()).toList());
        assertEquals(50_000, all.size());
    }
}
