package org.shishi.testkit.contract.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.organisation.District;
import org.shishi.api.persistence.Sealed;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;

/** Fills records with the largest values that their fields allow. */
final class SampleValues {

    private static final Instant NOW = Instant.parse("2024-07-01T04:00:00.123456Z");
    private static final int PLAIN_LENGTH = 10;

    /** Records stored so far, for those that are parts of them. */
    private final Map<String, UUID> wholes = new HashMap<>();

    <T extends ProgrammeRecord> T filled(RecordType<T> type) {
        T record = type.blank();
        for (Field<T, ?> field : type.fields()) {
            if (field.isSettable()) {
                set(record, field, type);
            }
        }
        // The record engine would have found or registered somebody.
        type.person().ifPresent(person -> person.reference().set(record, UUID.randomUUID()));
        type.prepare(record);
        UUID somebody = UUID.randomUUID();
        record.head().ownerOrg(UUID.randomUUID());
        record.head().created(somebody, NOW);
        record.head()
                .status(type.workflow()
                        .map(flow -> Arrays.stream(flow.states().getEnumConstants())
                                .map(Enum::name)
                                .max(Comparator.comparing(String::length))
                                .orElseThrow())
                        .orElse("ACTIVE"));
        return record;
    }

    void stored(RecordType<?> type, ProgrammeRecord record) {
        wholes.put(type.id(), record.id());
    }

    @SuppressWarnings("unchecked")
    private <T extends ProgrammeRecord, V> void set(T record, Field<T, V> field, RecordType<T> type) {
        UUID whole = type.partOf()
                .filter(part -> part.reference().name().equals(field.name()))
                .map(part -> wholes.get(part.whole()))
                .orElse(null);
        field.set(record, (V) (whole == null ? value(type, field) : whole));
    }

    private static Object value(RecordType<?> type, Field<?, ?> field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> sealed(type, field) ? "k".repeat(sealedLength(field)) : text(field);
            case INT -> 1_000_000;
            case DECIMAL -> decimal(field);
            case MONEY -> 9_999_999_999L;
            case DATE -> LocalDate.of(2024, 7, 1);
            case TIMESTAMP -> NOW;
            case BOOL -> true;
            case ENUM -> longest(field.valueType());
            case TAGS -> all(field.valueType());
            case DISTRICT -> longest(District.class);
            case ORGANISATION -> UUID.randomUUID();
            // Which record it means is not known here.
            case REFERENCE -> null;
        };
    }

    private static boolean sealed(RecordType<?> type, Field<?, ?> field) {
        return Arrays.stream(type.entity().getDeclaredFields())
                .anyMatch(attribute ->
                        attribute.getName().equals(field.path()) && attribute.isAnnotationPresent(Sealed.class));
    }

    /** So much room does the column need, see {@link Sealed}. */
    private static int sealedLength(Field<?, ?> field) {
        int longest = field.maxLength() == Integer.MAX_VALUE ? PLAIN_LENGTH : field.maxLength();
        return 80 + 6 * longest;
    }

    /** The code points that take most room. */
    private static String text(Field<?, ?> field) {
        if (field.sensitivity() == Sensitivity.MOBILE) {
            return "13800000000";
        }
        return "实".repeat(field.maxLength() == Integer.MAX_VALUE ? PLAIN_LENGTH : field.maxLength());
    }

    private static BigDecimal decimal(Field<?, ?> field) {
        boolean bounded = field.wholeDigits() != Integer.MAX_VALUE;
        String whole = bounded ? "9".repeat(Math.max(1, field.wholeDigits())) : "99";
        return new BigDecimal(
                bounded && field.fractionDigits() > 0 ? whole + "." + "9".repeat(field.fractionDigits()) : whole);
    }

    private static Object longest(Class<?> type) {
        return Collections.max(
                Arrays.asList(type.getEnumConstants()),
                Comparator.comparing(constant -> ((Enum<?>) constant).name().length()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object all(Class<?> type) {
        return EnumSet.allOf((Class<Enum>) type);
    }
}
