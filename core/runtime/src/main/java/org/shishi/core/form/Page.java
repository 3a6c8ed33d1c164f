package org.shishi.core.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.form.OfficialForm;
import org.shishi.core.sheet.SheetRow;
import org.shishi.core.sheet.SheetRows;
import org.shishi.core.sheet.XlsxBook;

/**
 * A sheet of a file that holds rows of a form.
 *
 * @param head values by key, without those that the page leaves empty
 */
record Page(int sheet, String name, Layout layout, Map<String, String> head) {

    /** So far down the header is looked for. */
    private static final int LOOKED_AT = 40;

    /** @return null: the sheet holds no such rows, for example because it explains how to fill in the others */
    static Page survey(OfficialForm<?> form, XlsxBook book, int sheet) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetRows all = book.rows(sheet)) {
            for (SheetRow row = all.next(); row != null && rows.size() < LOOKED_AT; row = all.next()) {
                if (!row.blank()) {
                    rows.add(row);
                }
            }
        }
        Layout layout = Layout.find(form, rows);
        if (layout == null) {
            return null;
        }
        Map<String, String> head = new HashMap<>();
        rows.subList(0, layout.first()).forEach(row -> read(form, row, head));
        return new Page(sheet, book.sheets().get(sheet), layout, head);
    }

    private static void read(OfficialForm<?> form, SheetRow row, Map<String, String> head) {
        List<OfficialForm.HeadCell> cells =
                form.head().stream().flatMap(List::stream).toList();
        Set<String> labels =
                cells.stream().map(cell -> Labels.key(cell.label())).collect(Collectors.toSet());
        for (int i = 0; i < row.texts().length; i++) {
            String text = row.text(i);
            String key = Labels.key(Labels.beforeColon(text));
            for (OfficialForm.HeadCell cell : cells) {
                if (!key.isEmpty() && key.equals(Labels.key(cell.label()))) {
                    String inside = Labels.afterColon(text);
                    String value = inside.isEmpty() ? right(row, i, labels) : inside;
                    if (!value.isBlank()) {
                        head.putIfAbsent(cell.key(), value.strip());
                    }
                }
            }
        }
    }

    /** The next text to the right, merged cells or not; none when the next label comes first. */
    private static String right(SheetRow row, int from, Set<String> labels) {
        for (int i = from + 1; i < row.texts().length; i++) {
            String text = row.text(i);
            if (!text.isBlank()) {
                return labels.contains(Labels.key(Labels.beforeColon(text))) ? "" : text;
            }
        }
        return "";
    }
}
