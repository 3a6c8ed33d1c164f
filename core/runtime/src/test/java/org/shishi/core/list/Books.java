package org.shishi.core.list;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shishi.core.sheet.ReadLimits;
import org.shishi.core.sheet.TableRows;
import org.shishi.core.sheet.XlsxBook;
import org.shishi.core.sheet.XlsxOut;

/** Workbooks of one sheet for tests. */
public final class Books {

    private Books() {}

    public static ByteArrayInputStream of(List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxOut out = new XlsxOut(bytes)) {
            out.sheet("a");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    out.text(row, column, rows.get(row).get(column));
                }
                out.endRow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** Rows below a head of these labels. */
    public static List<List<String>> cells(Path folder, ByteArrayOutputStream xlsx, List<String> labels) {
        List<List<String>> cells = new ArrayList<>();
        try {
            Path file = Files.write(folder.resolve("read.xlsx"), xlsx.toByteArray());
            try (XlsxBook book = new XlsxBook(file, folder, ReadLimits.DEFAULT)) {
                TableRows.read(book, labels, 1_000, row -> cells.add(row.texts()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }
}
