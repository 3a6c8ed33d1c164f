package org.shishi.core.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes and reads a sheet of 400 000 rows in a process of its own, whose heap could not hold them. */
final class ManyRows {

    private static final int ROWS = 400_000;
    private static final int COLUMNS = 14;

    private ManyRows() {}

    /** Prints how many rows came back. */
    public static void main(String[] folder) throws IOException {
        Path in = Path.of(folder[0]);
        Path file = in.resolve("many.xlsx");
        try (var out = Files.newOutputStream(file);
                XlsxOut book = new XlsxOut(out)) {
            book.sheet("many");
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    book.text(row, column, "第" + row + "行第" + column + "列");
                }
                book.endRow();
            }
        }
        long read = 0;
        try (XlsxBook book = new XlsxBook(file, in, ReadLimits.DEFAULT);
                SheetRows rows = book.rows(0)) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                if (!row.text(COLUMNS - 1).equals("第" + read + "行第" + (COLUMNS - 1) + "列")) {
                    throw new IllegalStateException("row " + read + " is " + row);
                }
                read++;
            }
        }
        System.out.println(read);
    }
}
