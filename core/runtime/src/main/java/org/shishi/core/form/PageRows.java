package org.shishi.core.form;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.record.FieldKind;
import org.shishi.core.sheet.MergedCells;
import org.shishi.core.sheet.SheetRow;
import org.shishi.core.sheet.SheetRows;
import org.shishi.core.sheet.XlsxBook;

/** The filled-in rows of a page: from below the header to the line of remarks. */
final class PageRows implements AutoCloseable {

    private static final Set<String> EXAMPLES = Set.of("例", "例如", "示例", "样例", "范例");
    private static final Set<FieldKind> NUMBERS = EnumSet.of(FieldKind.INT, FieldKind.DECIMAL, FieldKind.MONEY);
    private static final Set<String> SUMS = Set.of("合计", "总计", "小计");

    private final Page page;
    private final SheetRows rows;
    private final int[] fields;
    private final String remarksKey;
    private final String remarksShort;
    private final MergedCells merged;
    private final int[] words;
    private final Map<Integer, String> above = new HashMap<>();
    private String remarks = "";
    private boolean ended;

    PageRows(Page page, XlsxBook book) throws IOException {
        this.page = page;
        OfficialForm<?> form = page.layout().form();
        fields = IntStream.range(0, form.columns().size())
                .filter(i -> form.columns().get(i).field() != null)
                .map(i -> page.layout().places()[i])
                .filter(place -> place >= 0)
                .toArray();
        remarksKey = Labels.key(form.remarksLabel());
        remarksShort = form.remarksLabel() == null ? "" : Labels.shortKey(form.remarksLabel());
        merged = book.merged(page.sheet());
        words = IntStream.range(0, form.columns().size())
                .filter(i -> word(form, form.columns().get(i)))
                .map(i -> page.layout().places()[i])
                .filter(place -> place >= 0)
                .toArray();
        rows = book.rows(page.sheet());
    }

    /** What counts for every row it is merged over; a sum of money written once is not owed in each row. */
    private static boolean word(OfficialForm<?> form, OfficialForm.Column column) {
        return column.field() != null
                && form.rows()
                        .field(column.field())
                        .filter(field -> !NUMBERS.contains(field.kind()))
                        .isPresent();
    }

    /** Null: no more. */
    SheetRow next() {
        while (!ended) {
            SheetRow row = rows.next();
            if (row == null) {
                ended = true;
            } else if (row.number() > page.layout().lastRow() && !ends(row)) {
                SheetRow whole = merged.none() ? row : spread(row);
                if (counts(row)) {
                    return whole;
                }
            }
        }
        return null;
    }

    /** With what is written once for several rows. */
    private SheetRow spread(SheetRow row) {
        String[] texts = row.texts();
        for (int column : words) {
            if (merged.top(column, row.number()) == row.number()) {
                above.put(column, row.text(column));
            } else if (row.text(column).isBlank()) {
                if (texts == row.texts() || column >= texts.length) {
                    texts = Arrays.copyOf(texts, Math.max(texts.length, column + 1));
                }
                texts[column] = above.getOrDefault(column, "");
            }
        }
        return texts == row.texts() ? row : new SheetRow(row.number(), texts, row.days());
    }

    /** What stands in the line of remarks; known after the last row. */
    String remarks() {
        return remarks;
    }

    private boolean counts(SheetRow row) {
        boolean empty = true;
        for (int field : fields) {
            empty &= row.text(field).isBlank();
        }
        if (empty) {
            return false;
        }
        String first = row.text(row.first()).strip();
        return !SUMS.contains(first)
                && !EXAMPLES.contains(row.text(page.layout().numberColumn()).strip());
    }

    private boolean ends(SheetRow row) {
        int first = row.first();
        if (first < 0 || remarksShort.isEmpty()) {
            return false;
        }
        String text = row.text(first).strip();
        if (text.charAt(0) != remarksShort.charAt(0)) {
            return false;
        }
        String key = Labels.key(Labels.beforeColon(text));
        if (!key.equals(remarksShort) && !key.startsWith(remarksKey)) {
            return false;
        }
        remarks = (inside(text) + "\n"
                        + IntStream.range(first + 1, row.texts().length)
                                .mapToObj(row::text)
                                .filter(more -> !more.isBlank())
                                .map(String::strip)
                                .collect(Collectors.joining("\n")))
                .strip();
        ended = true;
        return true;
    }

    /** What follows the label in its own cell. */
    private static String inside(String text) {
        String after = Labels.afterColon(text);
        if (!after.isEmpty()) {
            return after;
        }
        int bracket = Math.max(text.indexOf('）'), text.indexOf(')'));
        return bracket < 0 || text.indexOf(':') >= 0 || text.indexOf('：') >= 0
                ? ""
                : text.substring(bracket + 1).strip();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
