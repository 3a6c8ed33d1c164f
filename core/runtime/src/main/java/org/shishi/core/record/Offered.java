package org.shishi.core.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;

/** Constants that the edition offers this year. What a record has already may stay: later numbers take nothing from it. */
final class Offered<T extends ProgrammeRecord> {

    private final Kind<T> kind;
    private final List<Field<T, ?>> fields;

    Offered(Kind<T> kind) {
        this.kind = kind;
        this.fields = kind.type().fields().stream()
                .filter(field -> field.offeredBy() != null)
                .toList();
    }

    /** Tags that are not offered are left out: they are found in texts, too, and nobody chose them then. */
    void leaveOut(T before, T record) {
        for (Field<T, ?> field : fields) {
            if (field.kind() == FieldKind.TAGS) {
                leaveOut(field, before, record);
            }
        }
    }

    @SuppressWarnings("unchecked") // a field of this kind holds a set
    private void leaveOut(Field<T, ?> field, T before, T record) {
        Field<T, Set<Object>> tags = (Field<T, Set<Object>>) field;
        Set<String> offered = offered(field);
        Set<Object> given = tags.get(record);
        if (offered == null || given == null || given.isEmpty()) {
            return;
        }
        Set<Object> had = before == null ? Set.of() : tags.get(before);
        Set<Object> left = new LinkedHashSet<>(given);
        left.removeIf(tag -> !offered.contains(((Enum<?>) tag).name()) && (had == null || !had.contains(tag)));
        if (left.size() < given.size()) {
            tags.set(record, left);
        }
    }

    List<Violation> violations(T before, T record) {
        List<Violation> found = new ArrayList<>();
        for (Field<T, ?> field : fields) {
            if (field.kind() == FieldKind.ENUM && field.get(record) instanceof Enum<?> constant) {
                Set<String> offered = offered(field);
                boolean had = before != null && constant.equals(field.get(before));
                if (offered != null && !offered.contains(constant.name()) && !had) {
                    found.add(refusal(field, offered));
                }
            }
        }
        return found;
    }

    private Violation refusal(Field<T, ?> field, Set<String> offered) {
        if (field.misfitCode() != null) {
            return Violation.of(field.misfitCode(), field.name());
        }
        List<Text> words = offered.stream()
                .map(name -> kind.programme().texts().get(field.valueType().getSimpleName() + "." + name))
                .toList();
        return ValueFault.NOT_OPTION.at(
                field.name(),
                new Text(
                        words.stream().map(Text::zh).collect(Collectors.joining("、")),
                        words.stream().map(Text::en).collect(Collectors.joining(", "))));
    }

    /** Null: all are. */
    private Set<String> offered(Field<T, ?> field) {
        return kind.programme()
                .edition()
                .value(field.offeredBy())
                .map(list -> ((Collection<?>) list)
                        .stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new)))
                .filter(names -> !names.isEmpty())
                .orElse(null);
    }
}
