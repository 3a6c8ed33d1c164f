package org.shishi.core.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.shishi.api.form.OfficialForm;
import org.shishi.core.sheet.XlsxOut;

/** One union's form as it is printed, over as many sheets as Excel needs for it. */
final class FormSheet {

    private static final double TITLE_HEIGHT = 32;
    private static final double HEADER_HEIGHT = 32;
    private static final String GREY = "E7ECF3";

    private final XlsxOut out;
    private final OfficialForm<?> form;
    private final int year;
    private final String name;
    private final Map<String, String> head;
    private final double[] widths;
    private final int mostRows;
    private final int printed;
    private final List<OfficialForm.Column> columns;
    private Worksheet sheet;
    private int row;
    private int pages;

    /** @param mostRows of one sheet */
    FormSheet(
            XlsxOut out,
            OfficialForm<?> form,
            int year,
            String name,
            Map<String, String> head,
            double[] widths,
            int mostRows) {
        this.out = out;
        this.form = form;
        this.year = year;
        this.name = name;
        this.head = head;
        this.widths = widths;
        this.mostRows = mostRows;
        this.columns = form.columns();
        this.printed = (int) columns.stream().filter(c -> !c.optional()).count();
    }

    /** Writes everything above the rows. */
    void begin() throws IOException {
        pages++;
        String suffix = pages == 1 ? "" : " (" + pages + ")";
        String shown = name.length() + suffix.length() > 31 ? name.substring(0, 31 - suffix.length()) : name;
        sheet = out.sheet(shown + suffix);
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
        row = 0;
        line(form.title(year), 16, true);
        sheet.rowHeight(0, TITLE_HEIGHT);
        for (List<OfficialForm.HeadCell> cells : form.head()) {
            headRow(cells);
        }
        if (form.caption() != null) {
            line(form.caption(), 12, true);
        }
        header();
        sheet.freezePane(0, row);
        sheet.repeatRows(0, row - 1);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.setFitToPage(true);
    }

    private void line(String text, int size, boolean bold) {
        out.text(row, 0, text);
        StyleSetter style = sheet.range(row, 0, row, printed - 1).style();
        style.horizontalAlignment("center").verticalAlignment("center").fontSize(size);
        if (bold) {
            style.bold();
        }
        style.merge().set();
        row++;
    }

    /** Label and value in turn, the values sharing the width that the labels leave. */
    private void headRow(List<OfficialForm.HeadCell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            int from = i * printed / cells.size();
            int to = (i + 1) * printed / cells.size() - 1;
            out.text(row, from, cells.get(i).label());
            framed(row, from, row, from).bold().wrapText(true).set();
            out.text(row, from + 1, head.get(cells.get(i).key()));
            StyleSetter value = framed(row, from + 1, row, to);
            if (to > from + 1) {
                value.merge();
            }
            value.set();
        }
        sheet.rowHeight(row, HEADER_HEIGHT);
        row++;
    }

    private StyleSetter framed(int top, int left, int bottom, int right) {
        StyleSetter style = sheet.range(top, left, bottom, right).style();
        style.verticalAlignment("center");
        for (BorderSide side : List.of(BorderSide.TOP, BorderSide.BOTTOM, BorderSide.LEFT, BorderSide.RIGHT)) {
            style.borderStyle(side, BorderStyle.THIN);
        }
        return style;
    }

    private void header() {
        boolean two = columns.stream().anyMatch(column -> column.group() != null);
        int lower = two ? row + 1 : row;
        int i = 0;
        while (i < columns.size()) {
            String group = columns.get(i).group();
            int end = i;
            while (group != null
                    && end + 1 < columns.size()
                    && group.equals(columns.get(end + 1).group())) {
                end++;
            }
            if (group == null) {
                heading(row, i, lower, i, columns.get(i).label());
            } else {
                heading(row, i, row, end, group);
                for (int c = i; c <= end; c++) {
                    heading(lower, c, lower, c, columns.get(c).label());
                }
            }
            i = end + 1;
        }
        sheet.rowHeight(lower, HEADER_HEIGHT);
        row = lower + 1;
    }

    private void heading(int top, int left, int bottom, int right, String text) {
        out.text(top, left, text);
        StyleSetter style = framed(top, left, bottom, right)
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .fillColor(GREY);
        if (top != bottom || left != right) {
            style.merge();
        }
        style.set();
    }

    /**
     * One row.
     *
     * @param cells Number, String or null, in the order of the form's columns
     */
    void row(Object[] cells) throws IOException {
        // The last row is that of the remarks.
        if (sheet == null || row + 1 >= mostRows) {
            if (sheet != null) {
                remarks();
            }
            begin();
        }
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row, i, number);
                if (cells[i] instanceof java.math.BigDecimal) {
                    sheet.style(row, i).format("0.00").set();
                }
            } else if (cells[i] != null) {
                out.text(row, i, (String) cells[i]);
            }
        }
        framed(row, 0, row, cells.length - 1).wrapText(true).set();
        row++;
        out.endRow();
    }

    /** The line below the rows. */
    void remarks() {
        if (form.remarksLabel() == null) {
            return;
        }
        int label = Math.min(1, printed - 1);
        out.text(row, 0, form.remarksLabel());
        framed(row, 0, row, label).bold().wrapText(true).merge().set();
        out.text(row, label + 1, head.get(Head.REMARKS));
        framed(row, label + 1, row, printed - 1).wrapText(true).merge().set();
        sheet.rowHeight(row, 2 * HEADER_HEIGHT);
        row++;
    }

    static Map<String, String> head(String organisation, Map<String, String> values) {
        Map<String, String> head = new HashMap<>(values);
        head.put(OfficialForm.HeadCell.ORGANISATION, organisation);
        return head;
    }

    /** Numbered rows with nothing else in them. */
    static List<Object[]> empty(OfficialForm<?> form, int rows) {
        List<Object[]> all = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            Object[] cells = new Object[form.columns().size()];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = form.columns().get(c).field() == null ? i : null;
            }
            all.add(cells);
        }
        return all;
    }
}
