package org.shishi.core.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** What was otherwise on other days. Bodies that never changed name or place are not in it. */
record Past(Map<UUID, Of> bodies) {

    static final Past NONE = new Past(Map.of());

    /**
     * Of one body.
     *
     * @param names by the last day on which it was called so
     * @param parents by the last day on which it hung there
     */
    record Of(NavigableMap<LocalDate, String> names, NavigableMap<LocalDate, UUID> parents) {

        static Of empty() {
            return new Of(new TreeMap<>(), new TreeMap<>());
        }
    }

    /** @param now what it is called today */
    String name(UUID id, LocalDate day, String now) {
        return at(bodies.get(id) == null ? null : bodies.get(id).names(), day, now);
    }

    /** @param now where it hangs today */
    UUID parent(UUID id, LocalDate day, UUID now) {
        return at(bodies.get(id) == null ? null : bodies.get(id).parents(), day, now);
    }

    private static <V> V at(NavigableMap<LocalDate, V> values, LocalDate day, V now) {
        Map.Entry<LocalDate, V> then = values == null ? null : values.ceilingEntry(day);
        return then == null ? now : then.getValue();
    }
}
