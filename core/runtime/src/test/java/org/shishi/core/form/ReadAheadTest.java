package org.shishi.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static Supplier<Integer> numbers(int most) {
        Iterator<Integer> all = java.util.stream.IntStream.rangeClosed(1, most).iterator();
        return () -> all.hasNext() ? all.next() : null;
    }

    @Test
    void handsOverChunksInOrderAndTheRest() throws IOException {
        try (ReadAhead<Integer> ahead = new ReadAhead<>(numbers(5), 2)) {
            assertEquals(List.of(1, 2), ahead.next());
            assertEquals(List.of(3, 4), ahead.next());
            assertEquals(List.of(5), ahead.next());
            assertNull(ahead.next());
            assertNull(ahead.next());
        }
    }

    @Test
    void hasNothingOfNothing() throws IOException {
        try (ReadAhead<Integer> ahead = new ReadAhead<>(numbers(0), 2)) {
            assertNull(ahead.next());
        }
    }

    @Test
    void throwsWhatTheReadingThrewAfterWhatWasRead() throws IOException {
        IllegalStateException broken = new IllegalStateException("row 3");
        AtomicInteger row = new AtomicInteger();
        try (ReadAhead<Integer> ahead = new ReadAhead<>(
                () -> {
                    if (row.incrementAndGet() == 3) {
                        throw broken;
                    }
                    return row.get();
                },
                2)) {
            assertEquals(List.of(1, 2), ahead.next());
            assertSame(broken, assertThrows(IllegalStateException.class, ahead::next));
        }
    }

    @Test
    void readsNoMoreThanAFewChunksAheadAndStopsWhenClosed() throws IOException {
        AtomicInteger read = new AtomicInteger();
        ReadAhead<Integer> ahead = new ReadAhead<>(read::incrementAndGet, 10);
        assertEquals(10, ahead.next().size());
        ahead.close();
        assertTrue(read.get() <= 40, "read " + read);
        int stopped = read.get();
        assertEquals(stopped, read.get());
    }
}
