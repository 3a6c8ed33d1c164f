package org.shishi.core.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shishi.api.record.Field;
import org.shishi.api.record.HistoryEntry.Change;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Sensitivity;

/**
 * What differs between two states of a record.
 *
 * @param names all fields that differ, in the type's order
 * @param values before and after of those that are not sensitive
 */
record Changes(List<String> names, Map<String, Change> values) {

    static <T extends ProgrammeRecord> Changes between(Kind<T> kind, T before, T after) {
        List<String> names = new ArrayList<>();
        Map<String, Change> values = new LinkedHashMap<>();
        for (Field<T, ?> field : kind.type().fields()) {
            if (!same(field.get(before), field.get(after))) {
                names.add(field.name());
                if (field.sensitivity() == Sensitivity.NONE) {
                    values.put(field.name(), new Change(plain(field, before), plain(field, after)));
                }
            }
        }
        return new Changes(names, values);
    }

    boolean none() {
        return names.isEmpty();
    }

    /** 1.50 is 1.5; everything else as it says itself. */
    static boolean same(Object one, Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.equals(one, other);
    }

    private static <T, V> Object plain(Field<T, V> field, T record) {
        return PlainValues.toPlain(field, field.get(record));
    }
}
