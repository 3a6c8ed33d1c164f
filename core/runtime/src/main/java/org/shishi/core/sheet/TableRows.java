package org.shishi.core.sheet;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Normal;

/** The first sheet of a file as a plain table: one row of headings, which must be the ones expected, then the rows. */
public final class TableRows {

    /**
     * @param number as the sheet shows it
     * @param texts normalised; days in ISO form; never null
     */
    public record Cells(int number, List<String> texts) {

        public String at(int column) {
            return texts.get(column);
        }
    }

    private TableRows() {}

    /**
     * Hands the rows over one after the other; those without any text are left out.
     *
     * @throws RefusedException {@code CORE-IMP-HEADER}, {@code CORE-IMP-ROWS}
     */
    public static void read(XlsxBook book, List<String> labels, int most, Consumer<Cells> rows) throws IOException {
        int columns = labels.size();
        try (SheetRows sheet = book.rows(0)) {
            SheetRow head = sheet.next();
            if (head == null
                    || !texts(head, columns)
                            .equals(labels.stream().map(Normal::text).toList())) {
                throw new RefusedException("CORE-IMP-HEADER", null, String.join("、", labels));
            }
            int read = 0;
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                if (row.blank()) {
                    continue;
                }
                if (++read > most) {
                    throw new RefusedException("CORE-IMP-ROWS", null, most);
                }
                rows.accept(new Cells(row.number(), texts(row, columns)));
            }
        }
    }

    private static List<String> texts(SheetRow row, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> Normal.text(row.day(column)))
                .toList();
    }
}
