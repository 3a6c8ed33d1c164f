package org.shishi.core.print;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.shishi.api.report.ReportResult;

/** A report as a document of A4 pages: title, facts, the table with its header on each page, page numbers. */
final class ReportPdf {

    private static final float MARGIN = 42;
    private static final float SIZE = 9;
    private static final float TITLE_SIZE = 16;
    private static final float LEADING = 1.4f;
    private static final float PADDING = 4;
    private static final float HAIRLINE = 0.5f;
    private static final float SHADE = 0.92f;

    private final PrintedReport report;
    private final PDDocument document;
    private final PdfFonts fonts;
    private final PDRectangle paper;
    private final float[] widths;
    private PDPageContentStream content;
    private float y;

    private ReportPdf(PrintedReport report, PDDocument document) throws IOException {
        this.report = report;
        this.document = document;
        this.fonts = new PdfFonts(document);
        int columns = report.header().size();
        PDRectangle a4 = PDRectangle.A4;
        this.paper = columns <= PrintedReport.COLUMNS_UPRIGHT ? a4 : new PDRectangle(a4.getHeight(), a4.getWidth());
        this.widths = new float[columns];
        Arrays.fill(widths, (paper.getWidth() - 2 * MARGIN) / columns);
    }

    static void write(PrintedReport report, OutputStream out) throws IOException {
        // Large documents go to a temporary file, not into memory.
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            document.getDocumentInformation().setTitle(report.title());
            new ReportPdf(report, document).write();
            document.save(out);
        }
    }

    private void write() throws IOException {
        page();
        for (String line : wrapped(report.title(), paper.getWidth() - 2 * MARGIN, TITLE_SIZE)) {
            float left = (paper.getWidth() - fonts.width(line, TITLE_SIZE)) / 2;
            y -= TITLE_SIZE * LEADING;
            text(line, left, y, TITLE_SIZE);
        }
        y -= SIZE;
        for (String fact : report.facts()) {
            for (String line : wrapped(fact, paper.getWidth() - 2 * MARGIN, SIZE)) {
                y -= SIZE * LEADING;
                text(line, MARGIN, y, SIZE);
            }
        }
        y -= SIZE;
        row(new ArrayList<>(report.header()), true);
        for (ReportResult.Row row : report.rows()) {
            row(report.row(row), false);
        }
        row(report.total(), true);
        content.close();
        numbers();
    }

    private void page() throws IOException {
        if (content != null) {
            content.close();
        }
        PDPage page = new PDPage(paper);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = paper.getHeight() - MARGIN;
    }

    private void row(List<Object> cells, boolean shaded) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            List<String> wrapped = wrapped(written(cells.get(i)), widths[i] - 2 * PADDING, SIZE);
            lines.add(wrapped);
            most = Math.max(most, wrapped.size());
        }
        float height = most * SIZE * LEADING + 2 * PADDING;
        if (y - height < MARGIN + SIZE * 2 && y < paper.getHeight() - MARGIN) {
            page();
            if (!shaded) {
                row(new ArrayList<>(report.header()), true);
            }
        }
        float left = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            frame(left, height, widths[i], shaded);
            float baseline = y - PADDING;
            for (String line : lines.get(i)) {
                baseline -= SIZE * LEADING;
                float indent = i >= report.dimensions() ? widths[i] - PADDING - fonts.width(line, SIZE) : PADDING;
                text(line, left + indent, baseline + SIZE * (LEADING - 1), SIZE);
            }
            left += widths[i];
        }
        y -= height;
    }

    private void frame(float left, float height, float width, boolean shaded) throws IOException {
        content.setLineWidth(HAIRLINE);
        content.addRect(left, y - height, width, height);
        if (shaded) {
            content.setNonStrokingColor(SHADE);
            content.fillAndStroke();
            content.setNonStrokingColor(0f);
        } else {
            content.stroke();
        }
    }

    private static String written(Object cell) {
        return cell instanceof BigDecimal money ? money.toPlainString() : String.valueOf(cell);
    }

    private void text(String text, float left, float baseline, float size) throws IOException {
        content.beginText();
        content.newLineAtOffset(left, baseline);
        for (PdfFonts.Piece piece : fonts.pieces(text)) {
            content.setFont(piece.font(), size);
            content.showText(piece.text());
        }
        content.endText();
    }

    /** Chinese may be broken anywhere; so may, for want of room, everything else. */
    private List<String> wrapped(String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        for (int character : text.replace('\n', ' ').codePoints().toArray()) {
            String one = Character.toString(character);
            float wide = fonts.width(one, size);
            if (used + wide > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(one);
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    private void numbers() throws IOException {
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream footer =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
                content = footer;
                String words = report.page(i + 1, pages);
                text(words, (paper.getWidth() - fonts.width(words, SIZE)) / 2, MARGIN / 2, SIZE);
            }
        }
    }
}
