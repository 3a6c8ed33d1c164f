package org.shishi.core.sheet;

import java.util.Arrays;

/**
 * A row as it stands in the sheet.
 *
 * @param number as the sheet shows it
 * @param texts what the cells hold, numbers in plain digits; null: empty
 * @param days for numbers that the sheet shows as a date: the day in ISO form; null: none in this row
 */
public record SheetRow(int number, String[] texts, String[] days) {

    /** Never null. */
    public String text(int column) {
        return column < 0 || column >= texts.length || texts[column] == null ? "" : texts[column];
    }

    /** The day where the sheet shows one, else the text. */
    public String day(int column) {
        return days == null || column < 0 || column >= days.length || days[column] == null
                ? text(column)
                : days[column];
    }

    /** Whether no cell holds more than spaces. */
    public boolean blank() {
        return first() < 0;
    }

    /** Column of the first cell that holds more than spaces; -1: none. */
    public int first() {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null && !texts[i].isBlank()) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SheetRow row
                && number == row.number
                && Arrays.equals(texts, row.texts)
                && Arrays.equals(days, row.days);
    }

    @Override
    public int hashCode() {
        return 31 * number + Arrays.hashCode(texts);
    }

    @Override
    public String toString() {
        return number + Arrays.toString(texts);
    }
}
