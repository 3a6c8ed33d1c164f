package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyMemoryTest {

    @Test
    void remembersWhatASetRemembers() {
        KeyMemory memory = new KeyMemory();
        Set<UUID> set = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            // Few different ones, so that many come again; some with half of nothing.
            UUID hash = new UUID(random.nextInt(5_000), random.nextInt(3));
            if (!hash.equals(new UUID(0, 0))) {
                assertEquals(set.contains(hash), memory.contains(hash));
                assertEquals(set.add(hash), memory.add(hash));
            }
        }
        set.forEach(hash -> assertTrue(memory.contains(hash)));
        assertFalse(memory.contains(new UUID(5_001, 0)));
    }

    @Test
    void hashesOfDifferentKeysDiffer() {
        assertEquals(KeyStore.hash("字"), KeyStore.hash("字"));
        Set<UUID> hashes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            hashes.add(KeyStore.hash("key " + i));
        }
        assertEquals(1_000, hashes.size());
    }
}
