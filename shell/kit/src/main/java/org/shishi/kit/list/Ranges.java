package org.shishi.kit.list;

import java.util.List;
import java.util.Optional;

/** Ranges as queries write them: {@code 10..20}, {@code 10..}, {@code ..20}, both ends included. */
final class Ranges {

    private static final String DOTS = "..";

    /** @param from null: open @param to null: open */
    record Range(String from, String to) {}

    private Ranges() {}

    /** The condition for two ends; empty when both are open. */
    static List<String> write(String from, String to) {
        if (from == null && to == null) {
            return List.of();
        }
        return List.of((from == null ? "" : from) + DOTS + (to == null ? "" : to));
    }

    /** The first value as a range; a single value is both ends. */
    static Range read(List<String> values) {
        String value = values.isEmpty() ? "" : values.getFirst();
        int dots = value.indexOf(DOTS);
        return dots < 0
                ? new Range(text(value), text(value))
                : new Range(text(value.substring(0, dots)), text(value.substring(dots + DOTS.length())));
    }

    private static String text(String end) {
        return Optional.of(end.strip()).filter(e -> !e.isEmpty()).orElse(null);
    }
}
