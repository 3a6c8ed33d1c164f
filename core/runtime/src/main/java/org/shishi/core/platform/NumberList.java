package org.shishi.core.platform;

import java.util.Arrays;
import java.util.List;

/** Numbers that an operator has set, separated by commas; an empty text is an empty list. */
public final class NumberList {

    private NumberList() {}

    /** @param set null: nothing is set */
    public static List<Integer> of(String set, int[] otherwise) {
        if (set == null) {
            return Arrays.stream(otherwise).boxed().toList();
        }
        return Arrays.stream(set.split(","))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
