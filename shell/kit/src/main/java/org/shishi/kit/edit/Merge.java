package org.shishi.kit.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two people changed one record: what stood there when I began, what stands there now, what I typed. All by field name,
 * as plain values.
 *
 * @param base what I saw first
 * @param theirs what was saved in between
 * @param mine what stands in my form
 */
record Merge(Map<String, Object> base, Map<String, Object> theirs, Map<String, Object> mine) {

    /** @param both whether I changed it, too, and otherwise */
    record Difference(String field, Object base, Object theirs, Object mine, boolean both) {}

    Merge {
        base = copy(base);
        theirs = copy(theirs);
        mine = copy(mine);
    }

    private static Map<String, Object> copy(Map<String, Object> values) {
        return new LinkedHashMap<>(values);
    }

    /** What they changed, in the fields' order. */
    List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        theirs.forEach((field, now) -> {
            Object before = base.get(field);
            Object typed = mine.get(field);
            if (!Objects.equals(before, now)) {
                boolean both = !Objects.equals(typed, before) && !Objects.equals(typed, now);
                found.add(new Difference(field, before, now, typed, both));
            }
        });
        return found;
    }

    /** What I changed and they would not have. */
    Map<String, Object> myChanges() {
        Map<String, Object> changes = new LinkedHashMap<>();
        mine.forEach((field, typed) -> {
            if (!Objects.equals(typed, base.get(field))) {
                changes.put(field, typed);
            }
        });
        return changes;
    }
}
