package org.shishi.core.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shishi.api.form.OfficialForm;
import org.shishi.core.sheet.SheetRow;

/**
 * Where the columns of a form stand in a sheet. The header is the row, or the two rows, in which most of them are found.
 *
 * @param first index of the header's first row among the rows looked at
 * @param lastRow number of the header's last row
 * @param places column of the sheet for each column of the form; -1: missing
 */
record Layout(OfficialForm<?> form, int first, int lastRow, int[] places) {

    /** @return null: no row looks like the header at all */
    static Layout find(OfficialForm<?> form, List<SheetRow> rows) {
        Layout best = null;
        for (int i = 0; i < rows.size(); i++) {
            // One row is preferred: the one below it then belongs to the data.
            best = better(best, new Layout(form, i, rows.get(i).number(), match(form, null, rows.get(i))));
            if (i + 1 < rows.size()) {
                SheetRow lower = rows.get(i + 1);
                best = better(best, new Layout(form, i, lower.number(), match(form, rows.get(i), lower)));
            }
        }
        return best == null
                        || 2 * best.found()
                                < form.columns().stream()
                                        .filter(Layout::mandatory)
                                        .count()
                ? null
                : best;
    }

    private static boolean mandatory(OfficialForm.Column column) {
        return !column.optional() && column.field() != null;
    }

    private static Layout better(Layout one, Layout other) {
        return one == null || other.found() > one.found() ? other : one;
    }

    private int found() {
        int found = 0;
        for (int place : places) {
            found += place >= 0 ? 1 : 0;
        }
        return found;
    }

    /** Printed names of the mandatory columns that are missing. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            OfficialForm.Column column = form.columns().get(i);
            if (places[i] < 0 && mandatory(column)) {
                missing.add(column.label());
            }
        }
        return missing;
    }

    /** Column of the running number; -1: there is none. */
    int numberColumn() {
        for (int i = 0; i < places.length; i++) {
            if (form.columns().get(i).field() == null) {
                return places[i];
            }
        }
        return -1;
    }

    private static int[] match(OfficialForm<?> form, SheetRow upper, SheetRow lower) {
        return new Matching(form, upper, lower).places();
    }

    /** One try. */
    private static final class Matching {

        private final OfficialForm<?> form;
        private final String[] above;
        private final String[] group;
        private final String[] below;
        private final int[] places;
        private final Set<Integer> taken = new HashSet<>();

        private Matching(OfficialForm<?> form, SheetRow upper, SheetRow lower) {
            this.form = form;
            int width = Math.max(upper == null ? 0 : upper.texts().length, lower.texts().length);
            above = new String[width];
            group = new String[width];
            below = new String[width];
            for (int i = 0; i < width; i++) {
                above[i] = upper == null ? "" : Labels.key(upper.text(i));
                below[i] = Labels.key(lower.text(i));
                // The text of merged cells stands in the first of them.
                group[i] = above[i].isEmpty() && i > 0 ? group[i - 1] : above[i];
            }
            places = new int[form.columns().size()];
            java.util.Arrays.fill(places, -1);
        }

        /** The surest finds first. */
        private int[] places() {
            pass((column, at) -> column.group() != null
                    && below[at].equals(Labels.key(column.label()))
                    && group[at].equals(Labels.key(column.group())));
            pass((column, at) -> column.group() == null && any(at, Set.of(Labels.key(column.label()))));
            pass((column, at) -> any(
                    at,
                    column.group() == null
                            ? Set.of(Labels.key(column.label()))
                            : Set.of(
                                    Labels.key(column.label()),
                                    Labels.key(column.group()) + Labels.key(column.label()))));
            pass((column, at) ->
                    any(at, column.synonyms().stream().map(Labels::key).collect(Collectors.toSet())));
            return places;
        }

        private boolean any(int at, Set<String> keys) {
            return Stream.of(below[at], above[at]).anyMatch(key -> !key.isEmpty() && keys.contains(key));
        }

        private void pass(BiPredicate<OfficialForm.Column, Integer> fits) {
            for (int i = 0; i < places.length; i++) {
                for (int at = 0; places[i] < 0 && at < below.length; at++) {
                    if (!taken.contains(at) && fits.test(form.columns().get(i), at)) {
                        places[i] = at;
                        taken.add(at);
                    }
                }
            }
        }
    }
}
