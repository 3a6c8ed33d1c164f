package org.shishi.core.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.shishi.api.platform.ListSheets.Column;
import org.shishi.core.sheet.ReadLimits;
import org.shishi.core.sheet.SheetLook;
import org.shishi.core.sheet.Spool;
import org.shishi.core.sheet.TableRows;
import org.shishi.core.sheet.TableRows.Cells;
import org.shishi.core.sheet.XlsxBook;
import org.shishi.core.sheet.XlsxOut;
import org.shishi.core.task.TaskRow;

/** Writes lists as workbooks. */
final class ListBook {

    private static final String REASON = "未通过原因";
    private static final int PAGE = 1_000;
    private static final double WIDTH = 22;
    private static final double REASON_WIDTH = 60;

    private ListBook() {}

    /** Rejected rows after a row number, in their order. */
    interface Rejected {
        List<TaskRow> after(int row, int limit);
    }

    static void write(SheetList list, OutputStream out, Consumer<Consumer<List<String>>> rows) throws IOException {
        try (XlsxOut book = new XlsxOut(out)) {
            Sheet sheet = new Sheet(book, list.title(), labels(list), false);
            rows.accept(sheet::row);
            sheet.end();
            sheet.choices(list);
        }
    }

    /** To be filled in. */
    static void template(SheetList list, OutputStream out) throws IOException {
        try (XlsxOut book = new XlsxOut(out)) {
            Sheet sheet = new Sheet(book, list.title(), labels(list), false);
            SheetLook.typed(sheet.sheet, list.columns().size());
            sheet.end();
            sheet.choices(list);
        }
    }

    /** What came of an import. */
    static void results(SheetList list, OutputStream out, Consumer<Consumer<List<String>>> rows) throws IOException {
        try (XlsxOut book = new XlsxOut(out)) {
            Sheet sheet = new Sheet(book, list.title(), list.resultLabels(), false);
            rows.accept(sheet::row);
            sheet.end();
        }
    }

    private static List<String> labels(SheetList list) {
        return list.columns().stream().map(Column::label).toList();
    }

    static void errors(SheetList list, Spool spool, String file, Rejected rejected, OutputStream out)
            throws IOException {
        try (Spool.Clear clear = spool.open(file);
                XlsxBook source = new XlsxBook(clear.path(), spool.folder(), ReadLimits.DEFAULT);
                XlsxOut book = new XlsxOut(out)) {
            Sheet sheet = new Sheet(book, list.title(), labels(list), true);
            Following following = new Following(rejected);
            TableRows.read(source, labels(list), ListRun.MOST_ROWS, row -> {
                TaskRow verdict = following.at(row.number());
                if (verdict != null) {
                    sheet.row(with(row, verdict));
                }
            });
            sheet.end();
            sheet.choices(list);
        }
    }

    private static List<String> with(Cells row, TaskRow verdict) {
        List<String> cells = new ArrayList<>(row.texts());
        cells.add(verdict.messages().stream().map(text -> text.zh()).distinct().collect(Collectors.joining("\n")));
        return cells;
    }

    private static final class Sheet {

        private final XlsxOut book;
        private final String title;
        private final List<String> labels;
        private final boolean reasons;
        private int next;
        private int sheets;
        private Worksheet sheet;

        Sheet(XlsxOut book, String title, List<String> labels, boolean reasons) throws IOException {
            this.book = book;
            this.title = title;
            this.labels = labels;
            this.reasons = reasons;
            begin();
        }

        private void begin() throws IOException {
            sheets++;
            next = 1;
            sheet = book.sheet(sheets == 1 ? title : title + " " + sheets);
            int columns = labels.size();
            for (int i = 0; i < columns; i++) {
                sheet.width(i, WIDTH);
                book.text(0, i, labels.get(i));
            }
            if (reasons) {
                sheet.width(columns, REASON_WIDTH);
                book.text(0, columns, REASON);
            }
            SheetLook.head(sheet, columns + (reasons ? 1 : 0));
            book.endRow();
        }

        /** When all rows are there. */
        void end() {
            sheet.setAutoFilter(0, 0, Math.max(1, next - 1), labels.size() - (reasons ? 0 : 1));
        }

        void choices(SheetList list) {
            for (int i = 0; i < labels.size(); i++) {
                SheetLook.choices(sheet, i, list.choices(list.columns().get(i)));
            }
        }

        void row(List<String> cells) {
            try {
                if (next == XlsxOut.MOST_ROWS) {
                    begin();
                }
                for (int i = 0; i < cells.size(); i++) {
                    book.text(next, i, cells.get(i));
                }
                next++;
                book.endRow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Walks along the rejected rows with the file. */
    private static final class Following {

        private final Rejected rejected;
        private List<TaskRow> some;
        private int at;

        Following(Rejected rejected) {
            this.rejected = rejected;
            this.some = rejected.after(0, PAGE);
        }

        TaskRow at(int row) {
            while (at < some.size() && some.get(at).row() < row) {
                step();
            }
            return at < some.size() && some.get(at).row() == row ? some.get(at) : null;
        }

        private void step() {
            at++;
            if (at == some.size()) {
                some = rejected.after(some.getLast().row(), PAGE);
                at = 0;
            }
        }
    }
}
