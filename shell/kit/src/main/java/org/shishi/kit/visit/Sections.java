package org.shishi.kit.visit;

import static org.shishi.kit.KitTexts.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;

/** The fields of a type under their headings, in the type's order; ids of other records stand in none. */
public final class Sections {

    private Sections() {}

    public static <T extends ProgrammeRecord> Map<String, List<Field<T, ?>>> of(
            RecordType<T> type, Predicate<Field<T, ?>> wanted) {
        Map<String, List<Field<T, ?>>> sections = new LinkedHashMap<>();
        type.fields().stream()
                .filter(field -> field.kind() != FieldKind.REFERENCE)
                .filter(wanted)
                .forEach(field -> sections.computeIfAbsent(field.section(), name -> new ArrayList<>())
                        .add(field));
        return sections;
    }

    /** Text {@code <type>.section.<name>}; fields without a section stand under a heading of the kit's. */
    public static String title(Visit visit, RecordType<?> type, String section) {
        return section.isEmpty() ? t("section.none") : visit.word(type.id() + ".section." + section);
    }
}
