package org.shishi.api.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.api.text.Texts;

/**
 * Field values as plain values (what a JSON parser gives and a JSON writer takes: String, Number, Boolean, List, null) and
 * as text (cells of sheets, words on pages). REST, forms and pages convert here and nowhere else.
 *
 * <p>Empty is null; for {@link FieldKind#TAGS} it is the empty set. Whether a field may be empty is for the record engine
 * to say.
 */
public final class PlainValues {

    /**
     * A value that was read.
     *
     * @param value null when empty, or when there is a fault
     * @param fault why it could not be read, field by name; null: it could
     */
    public record Read<V>(V value, Violation fault) {}

    private PlainValues() {}

    /** See {@link FieldKind} for the plain value of each kind. */
    public static <T, V> Object toPlain(Field<T, V> field, V value) {
        return PlainCodec.write(field.kind(), value);
    }

    /** As {@link #toPlain}, masked where the field is sensitive. */
    public static <T, V> Object toMaskedPlain(Field<T, V> field, V value) {
        Object plain = toPlain(field, value);
        return plain instanceof String text ? field.sensitivity().mask(text) : plain;
    }

    /** Reads a plain value strictly: a number given as text is no number. */
    public static <T, V> Read<V> fromPlain(Field<T, V> field, Object plain) {
        return read(field, () -> PlainCodec.read(field.kind(), field.valueType(), plain));
    }

    /**
     * The words for a value: labels of enums, yuan with two decimals, days as {@code 2024-05-01}, times of Shanghai.
     * Organisations and references remain ids.
     *
     * @param texts of the programme
     * @return empty text for null; in clear, see {@link Sensitivity#mask}
     */
    public static <T, V> String toText(Field<T, V> field, V value, Texts texts, Locale locale) {
        return TextCodec.write(field.kind(), value, texts, locale);
    }

    /**
     * Reads what people type and sheets hold: full-width digits, money in yuan ({@code CORE-MONEY}), districts with or
     * without 区, enums by label or constant, tags separated by 、，,;；/ or spaces, days in the usual spellings.
     * Organisations and references by id only.
     *
     * @param texts of the programme
     */
    public static <T, V> Read<V> fromText(Field<T, V> field, String text, Texts texts) {
        String normal = Normal.text(text);
        if (normal.isEmpty() || field.kind() == FieldKind.TEXT || field.kind() == FieldKind.LONG_TEXT) {
            return fromPlain(field, normal.isEmpty() ? null : text);
        }
        return read(field, () -> TextCodec.read(field.kind(), field.valueType(), normal, texts));
    }

    /** Values of all fields by name, in the type's order. */
    public static <T extends ProgrammeRecord> Map<String, Object> of(RecordType<T> type, T record, boolean masked) {
        Map<String, Object> values = new LinkedHashMap<>();
        type.fields().forEach(field -> values.put(field.name(), plain(field, record, masked)));
        return values;
    }

    /**
     * Puts plain values into the typed fields of a record; fields that are not named keep what they have.
     *
     * @return what did not fit (wrong types, names that are no field), in the type's order; what fits was put in
     */
    public static <T extends ProgrammeRecord> List<Violation> into(
            RecordType<T> type, T record, Map<String, Object> values) {
        List<Violation> faults = new ArrayList<>();
        for (Field<T, ?> field : type.fields()) {
            if (field.isTyped() && values.containsKey(field.name())) {
                put(field, record, values.get(field.name())).ifPresent(faults::add);
            }
        }
        values.keySet().stream()
                .filter(name -> type.field(name).isEmpty())
                .sorted()
                .map(name -> ValueFault.UNKNOWN.at(name))
                .forEach(faults::add);
        return faults;
    }

    private static <T, V> Object plain(Field<T, V> field, T record, boolean masked) {
        V value = field.get(record);
        return masked ? toMaskedPlain(field, value) : toPlain(field, value);
    }

    private static <T, V> Optional<Violation> put(Field<T, V> field, T record, Object plain) {
        Read<V> read = fromPlain(field, plain);
        if (read.fault() == null) {
            field.set(record, read.value());
        }
        return Optional.ofNullable(read.fault());
    }

    private static <T, V> Read<V> read(Field<T, V> field, Reading reading) {
        try {
            return new Read<>(cast(reading.value()), null);
        } catch (Misfit misfit) {
            return new Read<>(field.kind() == FieldKind.TAGS ? cast(Set.of()) : null, misfit.violation(field));
        }
    }

    /** The field's kind guarantees the type of what the codecs read. */
    @SuppressWarnings("unchecked")
    private static <V> V cast(Object value) {
        return (V) value;
    }

    @FunctionalInterface
    private interface Reading {
        Object value() throws Misfit;
    }

    /** A value that does not fit its kind. */
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ValueFault fault;
        private final transient Object[] more;

        Misfit(ValueFault fault, Object... more) {
            super(fault == null ? "money" : fault.name(), null, false, false);
            this.fault = fault;
            this.more = more;
        }

        /** Money as text has a code of its own (R-C.8). */
        static Misfit money() {
            return new Misfit(null);
        }

        Violation violation(Field<?, ?> field) {
            if (field.misfitCode() != null) {
                return Violation.of(field.misfitCode(), field.name());
            }
            return fault == null ? Violation.of("CORE-MONEY", field.name()) : fault.at(field.name(), more);
        }
    }
}
