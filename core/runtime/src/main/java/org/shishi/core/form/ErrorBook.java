package org.shishi.core.form;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.rule.Violation;
import org.shishi.core.sheet.SheetRow;
import org.shishi.core.sheet.SheetRows;
import org.shishi.core.sheet.XlsxBook;
import org.shishi.core.sheet.XlsxOut;
import org.shishi.core.task.TaskRow;

/**
 * The rows of a file that were refused, cell by cell as they came, with the reasons right of them: to be mended and
 * imported again. What stands above the rows and the remarks come along.
 */
final class ErrorBook {

    private static final String REASON = "未通过原因";
    private static final double REASON_WIDTH = 60;
    private static final double WIDTH = 16;

    /** Refused rows of a sheet after a row number, in order. */
    interface Verdicts {
        List<TaskRow> after(int sheet, int row);
    }

    private final XlsxBook book;
    private final XlsxOut out;
    private final Verdicts verdicts;
    private final Map<String, String> labels = new HashMap<>();

    private ErrorBook(OfficialForm<?> form, XlsxBook book, XlsxOut out, Verdicts verdicts) {
        this.book = book;
        this.out = out;
        this.verdicts = verdicts;
        form.columns().stream().filter(c -> c.field() != null).forEach(c -> labels.put(c.field(), c.label()));
        form.head().stream().flatMap(List::stream).forEach(cell -> labels.put(cell.key(), cell.label()));
        labels.put(Head.REMARKS, form.remarksLabel());
    }

    static void write(OfficialForm<?> form, XlsxBook book, List<Page> pages, Verdicts verdicts, OutputStream target)
            throws IOException {
        try (XlsxOut out = new XlsxOut(target)) {
            ErrorBook errors = new ErrorBook(form, book, out, verdicts);
            List<TaskRow> head =
                    verdicts.after(0, -1).stream().filter(row -> row.row() == 0).toList();
            for (Page page : pages) {
                errors.page(page, page == pages.getFirst() ? head : List.of());
            }
            if (pages.isEmpty()) {
                out.sheet(form.id());
            }
        }
    }

    private void page(Page page, List<TaskRow> head) throws IOException {
        Worksheet sheet = out.sheet(page.name().isEmpty() ? "Sheet" + (page.sheet() + 1) : page.name());
        int reason = 1 + IntStream.of(page.layout().places()).max().orElse(0);
        IntStream.range(0, reason).forEach(i -> sheet.width(i, WIDTH));
        sheet.width(reason, REASON_WIDTH);
        out.text(0, reason, reasons(head));
        Bad bad = new Bad(page.sheet());
        try (SheetRows rows = book.rows(page.sheet())) {
            int at = 0;
            boolean ended = false;
            for (SheetRow row = rows.next(); row != null && !ended; row = rows.next()) {
                if (row.number() <= page.layout().lastRow()) {
                    at = row.number();
                    copy(row, at - 1, reason, row.number() < page.layout().lastRow() ? null : REASON);
                    sheet.range(at - 1, 0, at - 1, reason)
                            .style()
                            .bold()
                            .wrapText(true)
                            .set();
                } else {
                    TaskRow verdict = bad.at(row.number());
                    if (verdict != null) {
                        copy(row, at, reason, reasons(List.of(verdict)));
                        sheet.style(at, reason)
                                .fontColor("B42318")
                                .wrapText(true)
                                .set();
                        at++;
                        out.endRow();
                    }
                    ended = bad.over();
                }
            }
        }
    }

    private void copy(SheetRow row, int to, int reason, String reasons) {
        for (int i = 0; i < row.texts().length; i++) {
            if (i != reason || reasons == null && !row.text(i).equals(REASON)) {
                out.text(to, i, i == reason ? null : row.day(i));
            }
        }
        out.text(to, reason, reasons);
    }

    private String reasons(List<TaskRow> rows) {
        StringBuilder all = new StringBuilder();
        for (TaskRow row : rows) {
            for (int i = 0; i < row.refusals().size(); i++) {
                Violation refusal = row.refusals().get(i);
                String label = refusal.field() == null ? null : labels.get(refusal.field());
                all.append(all.isEmpty() ? "" : "\n")
                        .append(label == null ? "" : label + "：")
                        .append(row.messages().get(i).zh());
            }
        }
        return all.toString();
    }

    /** The refused rows of a sheet, fetched as they are needed. */
    private final class Bad {

        private final int sheet;
        private List<TaskRow> some;
        private int at;

        private Bad(int sheet) {
            this.sheet = sheet;
            some = verdicts.after(sheet, 0);
        }

        private TaskRow at(int row) {
            while (!over() && some.get(at).row() < row) {
                step();
            }
            if (over() || some.get(at).row() != row) {
                return null;
            }
            TaskRow found = some.get(at);
            step();
            return found;
        }

        private void step() {
            at++;
            if (at == some.size()) {
                some = verdicts.after(sheet, some.getLast().row());
                at = 0;
            }
        }

        private boolean over() {
            return some.isEmpty();
        }
    }
}
