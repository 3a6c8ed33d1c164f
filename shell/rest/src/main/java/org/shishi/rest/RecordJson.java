package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.shishi.api.record.Field;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;

/** Records as JSON. Sensitive values are masked; a masked value that comes back unchanged means: keep what is stored. */
final class RecordJson {

    private RecordJson() {}

    static <T extends ProgrammeRecord> Map<String, Object> write(RecordType<T> type, T record) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", record.id().toString());
        plain.put("version", record.version());
        type.workflow().ifPresent(flow -> plain.put("status", record.head().status()));
        plain.put("ownerOrg", Objects.toString(record.head().ownerOrg(), null));
        plain.put("createdAt", Objects.toString(record.head().createdAt(), null));
        plain.put("updatedAt", Objects.toString(record.head().updatedAt(), null));
        plain.putAll(PlainValues.of(type, record, true));
        return plain;
    }

    /** What a client may send back as it got it: the head, and masks. */
    static <T extends ProgrammeRecord> Map<String, Object> typed(
            RecordType<T> type, T stored, Map<String, Object> body) {
        Map<String, Object> typed = new LinkedHashMap<>(body);
        typed.keySet()
                .removeAll(write(type, stored).keySet().stream()
                        .filter(name -> type.field(name).isEmpty())
                        .toList());
        typed.keySet().remove("actions");
        for (Field<T, ?> field : type.fields()) {
            if (field.sensitivity() != Sensitivity.NONE && masked(field, stored).equals(typed.get(field.name()))) {
                typed.remove(field.name());
            }
        }
        return typed;
    }

    private static <T, V> Object masked(Field<T, V> field, T record) {
        return Objects.requireNonNullElse(PlainValues.toMaskedPlain(field, field.get(record)), "");
    }
}
