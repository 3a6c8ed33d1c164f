package org.shishi.core.print;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.shishi.api.report.ReportResult;
import org.shishi.core.sheet.XlsxOut;

/** A report as a workbook; numbers are numbers. */
final class ReportXlsx {

    private static final String GREY = "E7ECF3";
    private static final double WIDTH = 20;
    private static final double TITLE_HEIGHT = 32;

    private final PrintedReport report;

    ReportXlsx(PrintedReport report) {
        this.report = report;
    }

    void write(OutputStream target) throws IOException {
        List<String> header = report.header();
        int last = Math.max(0, header.size() - 1);
        try (XlsxOut out = new XlsxOut(target)) {
            Worksheet sheet = out.sheet(report.title());
            for (int i = 0; i <= last; i++) {
                sheet.width(i, WIDTH);
            }
            int row = 0;
            line(out, sheet, row++, last, report.title(), true);
            sheet.rowHeight(0, TITLE_HEIGHT);
            for (String fact : report.facts()) {
                line(out, sheet, row++, last, fact, false);
            }
            for (int i = 0; i < header.size(); i++) {
                out.text(row, i, header.get(i));
            }
            framed(sheet, row, last)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .fillColor(GREY)
                    .set();
            sheet.freezePane(0, ++row);
            sheet.repeatRows(0, row - 1);
            for (ReportResult.Row one : report.rows()) {
                cells(out, sheet, row, report.row(one));
                framed(sheet, row++, last).set();
                out.endRow();
            }
            cells(out, sheet, row, report.total());
            framed(sheet, row, last).bold().set();
            if (header.size() > PrintedReport.COLUMNS_UPRIGHT) {
                sheet.pageOrientation("landscape");
            }
            sheet.setFitToPage(true);
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        }
    }

    private static void line(XlsxOut out, Worksheet sheet, int row, int last, String text, boolean title) {
        out.text(row, 0, text);
        StyleSetter style = sheet.range(row, 0, row, last).style().verticalAlignment("center");
        if (title) {
            style.bold().fontSize(16).horizontalAlignment("center");
        }
        if (last > 0) {
            style.merge();
        }
        style.set();
    }

    private static void cells(XlsxOut out, Worksheet sheet, int row, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Number number) {
                sheet.value(row, i, number);
                if (number instanceof BigDecimal) {
                    sheet.style(row, i).format("0.00").set();
                }
            } else {
                out.text(row, i, (String) cells.get(i));
            }
        }
    }

    private static StyleSetter framed(Worksheet sheet, int row, int last) {
        return sheet.range(row, 0, row, last)
                .style()
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN);
    }
}
