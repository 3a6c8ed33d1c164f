package org.shishi.core.sheet;

import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/** How plain lists look: an office passes them on as they are. */
public final class SheetLook {

    private static final String GREY = "E7ECF3";
    private static final int TYPED = 1_000;

    /** Excel's bound for choices that stand in the sheet itself. */
    private static final int LONGEST_CHOICES = 255;

    private SheetLook() {}

    /** The first row as a head that stays in sight and on each page; to be called before any row is flushed. */
    public static void head(Worksheet sheet, int columns) {
        sheet.range(0, 0, 0, columns - 1)
                .style()
                .bold()
                .fillColor(GREY)
                .borderStyle(BorderStyle.THIN)
                .set();
        sheet.freezePane(0, 1);
        sheet.repeatRows(0, 0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    /** Cells that are typed into are texts: Excel would round the digits of a document's number. */
    public static void typed(Worksheet sheet, int columns) {
        sheet.range(1, 0, TYPED, columns - 1).style().format("@").set();
    }

    /** Below the head one can choose; another word may be typed all the same. Too many for Excel: none are offered. */
    public static void choices(Worksheet sheet, int column, List<String> words) {
        String all = String.join(",", words);
        if (!all.isEmpty() && all.length() <= LONGEST_CHOICES) {
            sheet.range(1, column, XlsxOut.MOST_ROWS - 1, column)
                    .validateWithListByFormula('"' + all + '"')
                    .allowBlank(true)
                    .showErrorMessage(false);
        }
    }
}
