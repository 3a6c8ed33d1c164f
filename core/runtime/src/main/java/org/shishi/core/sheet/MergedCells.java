package org.shishi.core.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells merged downwards: people write a value once for several rows. Sheets name them behind their rows, so a sheet is
 * looked through once more for them; not a large one, which nobody merged by hand.
 */
public final class MergedCells {

    static final MergedCells NONE = new MergedCells();

    private static final int LARGEST_SHEET = 32 << 20;
    private static final int LARGEST_TAIL = 4 << 20;
    private static final Pattern MERGED = Pattern.compile(
            "<(?:\\w+:)?mergeCell\\s[^>]*?\\bref=[\"']([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})[\"']");

    /** Last row by first row, by column. */
    private final Map<Integer, NavigableMap<Integer, Integer>> down = new HashMap<>();

    private MergedCells() {}

    static MergedCells read(InputStream part) throws IOException {
        byte[] tail = new SheetTail(part, LARGEST_SHEET, LARGEST_TAIL).bytes();
        if (tail == null) {
            return NONE;
        }
        MergedCells merged = new MergedCells();
        Matcher range = MERGED.matcher(new String(tail, StandardCharsets.UTF_8));
        while (range.find()) {
            int top = Digits.of(range.group(2), 0);
            int bottom = Digits.of(range.group(4), 0);
            if (bottom > top && top > 0) {
                merged.down
                        .computeIfAbsent(Digits.column(range.group(1)), column -> new TreeMap<>())
                        .put(top, bottom);
            }
        }
        return merged;
    }

    public boolean none() {
        return down.isEmpty();
    }

    /** First row of the merged cell that holds this one; the row itself where nothing is merged downwards. */
    public int top(int column, int row) {
        NavigableMap<Integer, Integer> ranges = down.get(column);
        Map.Entry<Integer, Integer> range = ranges == null ? null : ranges.floorEntry(row);
        return range == null || range.getValue() < row ? row : range.getKey();
    }
}
