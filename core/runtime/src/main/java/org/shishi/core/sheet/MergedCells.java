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
    private static final int LONGEST_NAME = 64;
    private static final Pattern MERGED = Pattern.compile(
            "<(?:\\w+:)?mergeCell\\s[^>]*?\\bref=[\"']([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})[\"']");

    /** Last row by first row, by column. */
    private final Map<Integer, NavigableMap<Integer, Integer>> down = new HashMap<>();

    private MergedCells() {}

    static MergedCells read(InputStream part) throws IOException {
        if (!skipRows(part)) {
            return NONE;
        }
        String tail = new String(part.readNBytes(LARGEST_TAIL), StandardCharsets.UTF_8);
        MergedCells merged = new MergedCells();
        Matcher range = MERGED.matcher(tail);
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

    /** Reads on to the end of {@code sheetData}, whatever its prefix; false: there is none so near. */
    private static boolean skipRows(InputStream part) throws IOException {
        byte[] name = new byte[LONGEST_NAME];
        int length = -1;
        int before = 0;
        for (int read = 0; read < LARGEST_SHEET; read++) {
            int next = part.read();
            if (next < 0) {
                return false;
            }
            if (next == '/' && before == '<') {
                length = 0;
            } else if (length >= 0 && next == '>') {
                if (new String(name, 0, length, StandardCharsets.ISO_8859_1)
                        .strip()
                        .endsWith("sheetData")) {
                    return true;
                }
                length = -1;
            } else if (length >= 0) {
                length = length < LONGEST_NAME ? put(name, length, next) : -1;
            }
            before = next;
        }
        return false;
    }

    private static int put(byte[] name, int length, int next) {
        name[length] = (byte) next;
        return length + 1;
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
