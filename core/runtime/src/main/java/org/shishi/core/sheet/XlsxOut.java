package org.shishi.core.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook to write, row by row: what is written goes out every few hundred rows. Text is text: whatever it begins with,
 * no program takes it for a formula. One sheet after the other.
 */
public final class XlsxOut implements AutoCloseable {

    /** Rows of a sheet that Excel can open. */
    public static final int MOST_ROWS = 1 << 20;

    private static final int FLUSH = 400;

    private final PlainZip zip;
    private final Workbook book;
    private Worksheet sheet;
    private int unflushed;

    /** The stream is not closed. */
    public XlsxOut(OutputStream out) {
        zip = new PlainZip(out);
        book = new Workbook(zip, "Shishi", "01.0000");
        book.setCompressionLevel(Deflater.NO_COMPRESSION);
        book.setGlobalDefaultFont("宋体", 11);
    }

    /** Begins the next sheet. */
    public Worksheet sheet(String name) throws IOException {
        endSheet();
        sheet = book.newWorksheet(safe(name));
        unflushed = 0;
        return sheet;
    }

    private static String safe(String name) {
        String plain =
                Escapes.encode(name).replaceAll("[\\[\\]:*?/\\\\'\\n\\t]", " ").strip();
        return plain.isEmpty() ? "Sheet" : plain.substring(0, Math.min(31, plain.length()));
    }

    public void text(int row, int column, String text) {
        if (text != null && !text.isEmpty()) {
            sheet.inlineString(row, column, Escapes.encode(text));
        }
    }

    /** Says that a row is complete. */
    public void endRow() throws IOException {
        if (++unflushed >= FLUSH) {
            sheet.flush();
            unflushed = 0;
        }
    }

    private void endSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            endSheet();
            book.finish();
        }
    }
}
