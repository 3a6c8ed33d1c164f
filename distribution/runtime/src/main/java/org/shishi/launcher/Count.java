package org.shishi.launcher;

/** A whole number within bounds. */
final class Count {

    private Count() {}

    static void check(Value value, int least, int most) {
        try {
            int number = Integer.parseInt(value.text());
            if (number >= least && number <= most) {
                return;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers out of range.
        }
        throw value.refused("is " + value.text() + ", but is a number from " + least + " to " + most);
    }
}
