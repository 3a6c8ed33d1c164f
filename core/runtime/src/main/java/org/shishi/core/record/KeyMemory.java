package org.shishi.core.record;

import java.util.UUID;

/** A set of hashes in 16 to 64 bytes each: a dry run remembers the keys of a whole file. */
final class KeyMemory {

    private static final int SMALLEST = 1 << 10;

    /** Two longs a place; both zero: free. No hash is: that would take 2^128 tries to meet. */
    private long[] places = new long[2 * SMALLEST];

    private int size;

    boolean contains(UUID hash) {
        int at = find(places, hash.getMostSignificantBits(), hash.getLeastSignificantBits());
        return places[at] != 0 || places[at + 1] != 0;
    }

    /** @return false: it was there */
    boolean add(UUID hash) {
        if (contains(hash)) {
            return false;
        }
        if (4 * (size + 1) > places.length) {
            grow();
        }
        put(places, hash.getMostSignificantBits(), hash.getLeastSignificantBits());
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * places.length];
        for (int i = 0; i < places.length; i += 2) {
            if (places[i] != 0 || places[i + 1] != 0) {
                put(larger, places[i], places[i + 1]);
            }
        }
        places = larger;
    }

    private static void put(long[] places, long high, long low) {
        int at = find(places, high, low);
        places[at] = high;
        places[at + 1] = low;
    }

    /** Index of the hash, or of the free place where it belongs. */
    private static int find(long[] places, long high, long low) {
        int mask = places.length / 2 - 1;
        int place = (int) low & mask;
        while (places[2 * place] != high || places[2 * place + 1] != low) {
            if (places[2 * place] == 0 && places[2 * place + 1] == 0) {
                break;
            }
            place = place + 1 & mask;
        }
        return 2 * place;
    }
}
