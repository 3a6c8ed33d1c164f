package org.shishi.kit.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shishi.api.record.Field;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;

/** The typed fields of a record as plain values, to be compared later. */
final class Snapshot {

    private Snapshot() {}

    static <T extends ProgrammeRecord> Map<String, Object> typed(RecordType<T> type, T record) {
        Map<String, Object> values = new LinkedHashMap<>();
        type.fields().stream().filter(Field::isTyped).forEach(field -> values.put(field.name(), plain(field, record)));
        return values;
    }

    private static <T, V> Object plain(Field<T, V> field, T record) {
        return PlainValues.toPlain(field, field.get(record));
    }
}
