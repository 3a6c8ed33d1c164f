package org.shishi.core.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Records that stand together.
 *
 * @param ids their ids and versions, as {@link #bytes} writes them; most that is read names no record, so that they are
 *     looked at only where one is found
 * @param texts the text of each, in the same order, each with {@link #END} behind it
 */
record Block(UUID id, byte[] ids, String texts) {

    static final char END = '\u0002';

    private static final int ENTRY_BYTES = 24;

    /**
     * One record.
     *
     * @param version of the record when the text was written
     */
    record Entry(UUID id, long version) {}

    /**
     * Where a block lies among the ids.
     *
     * @param first the least of its ids
     * @param last the greatest
     */
    record Head(UUID id, UUID first, UUID last, int records) {}

    /** Ids of the records in whose text one of the words stands. */
    List<UUID> containing(List<String> words) {
        List<UUID> found = new ArrayList<>();
        int record = 0;
        int from = 0;
        int at = next(words, 0);
        while (at >= 0) {
            // Which record is that?
            int end = texts.indexOf(END, from);
            while (end < at) {
                record++;
                from = end + 1;
                end = texts.indexOf(END, from);
            }
            found.add(idOf(record++));
            from = end + 1;
            at = next(words, from);
        }
        return found;
    }

    private UUID idOf(int record) {
        ByteBuffer bytes = ByteBuffer.wrap(ids);
        return new UUID(bytes.getLong(record * ENTRY_BYTES), bytes.getLong(record * ENTRY_BYTES + Long.BYTES));
    }

    private int next(List<String> words, int from) {
        int next = -1;
        for (String word : words) {
            int at = texts.indexOf(word, from);
            next = at >= 0 && (next < 0 || at < next) ? at : next;
        }
        return next;
    }

    /** The texts in the order of the records, each with its end. */
    List<String> split() {
        List<String> all = new ArrayList<>(ids.length / ENTRY_BYTES);
        int from = 0;
        for (int end = texts.indexOf(END); end >= 0; end = texts.indexOf(END, from)) {
            all.add(texts.substring(from, end + 1));
            from = end + 1;
        }
        return all;
    }

    static byte[] bytes(List<Entry> records) {
        ByteBuffer bytes = ByteBuffer.allocate(records.size() * ENTRY_BYTES);
        records.forEach(record -> bytes.putLong(record.id().getMostSignificantBits())
                .putLong(record.id().getLeastSignificantBits())
                .putLong(record.version()));
        return bytes.array();
    }

    List<Entry> records() {
        ByteBuffer buffer = ByteBuffer.wrap(ids);
        List<Entry> records = new ArrayList<>(ids.length / ENTRY_BYTES);
        while (buffer.hasRemaining()) {
            records.add(new Entry(new UUID(buffer.getLong(), buffer.getLong()), buffer.getLong()));
        }
        return records;
    }

    /** As databases order them: byte by byte. */
    static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
