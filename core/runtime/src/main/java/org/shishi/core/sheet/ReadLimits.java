package org.shishi.core.sheet;

/**
 * What a workbook may cost before it is refused. Memory never depends on the file; these bound time and disk.
 *
 * @param bytes unpacked, over everything that is read
 * @param ratio unpacked to packed size of one part, asked for beyond {@code freeBytes}
 * @param entries parts of the package
 * @param cell characters of one cell
 * @param columns cells of a row that are looked at; what stands right of them is left out
 */
public record ReadLimits(long bytes, int ratio, long freeBytes, int entries, int cell, int columns) {

    /** A million rows of a form take about half a gigabyte unpacked. Excel itself allows 32 767 characters in a cell. */
    public static final ReadLimits DEFAULT = new ReadLimits(4L << 30, 400, 64L << 20, 10_000, 100_000, 256);
}
