package org.shishi.core.edition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Lists and maps have no declared shape; the value in the file shows it. A new value must be built like it, so that a
 * programme can still read it.
 */
final class Likeness {

    private Likeness() {}

    /** Null fits everywhere, and everything fits where nothing is known. */
    static boolean alike(Object sample, Object value) {
        if (sample == null || value == null) {
            return true;
        }
        if (sample instanceof List<?> list) {
            return value instanceof List<?> values && values.stream().allMatch(each -> likeOne(list, each));
        }
        if (sample instanceof Map<?, ?> map) {
            return value instanceof Map<?, ?> values && likeMap(map, values);
        }
        return kind(sample) == kind(value);
    }

    /** No key may go, for somebody reads it; others may come if they hold what the rest holds. */
    private static boolean likeMap(Map<?, ?> sample, Map<?, ?> values) {
        return values.keySet().containsAll(sample.keySet())
                && values.entrySet().stream()
                        .allMatch(entry -> sample.containsKey(entry.getKey())
                                ? alike(sample.get(entry.getKey()), entry.getValue())
                                : likeOne(sample.values(), entry.getValue()));
    }

    private static boolean likeOne(Collection<?> samples, Object value) {
        return samples.isEmpty() || samples.stream().anyMatch(sample -> alike(sample, value));
    }

    private static Class<?> kind(Object value) {
        return switch (value) {
            case Number number -> Number.class;
            case LocalDate date -> LocalDate.class;
            case Boolean truth -> Boolean.class;
            case List<?> list -> List.class;
            case Map<?, ?> map -> Map.class;
            default -> String.class;
        };
    }
}
