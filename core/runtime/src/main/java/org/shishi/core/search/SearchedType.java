package org.shishi.core.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;

/** What is searched in the records of a type. */
final class SearchedType<T extends ProgrammeRecord> {

    private static final String FIELD_END = "\u0001";
    private static final int LONGEST_LAYOUT = 200;

    private final ListKey key;
    private final RecordType<T> type;
    private final List<Field<T, ?>> fields;
    private final Set<String> attributes;

    SearchedType(ListKey key, RecordType<T> type) {
        this.key = key;
        this.type = type;
        this.fields = type.fields().stream()
                .filter(field -> field.isSearched() && SearchIndex.byParts(field))
                .toList();
        this.attributes =
                fields.stream().map(field -> field.path().split("\\.")[0]).collect(Collectors.toSet());
    }

    ListKey key() {
        return key;
    }

    Class<T> entity() {
        return type.entity();
    }

    boolean any() {
        return !fields.isEmpty();
    }

    /** @param changed names of attributes; null: all are new */
    boolean touchedBy(Collection<String> changed) {
        return changed == null || changed.stream().anyMatch(attributes::contains);
    }

    String layout() {
        String names = fields.stream().map(Field::name).collect(Collectors.joining(","));
        return names.length() <= LONGEST_LAYOUT ? names : names.substring(0, LONGEST_LAYOUT);
    }

    String text(Object entity) {
        T record = type.entity().cast(entity);
        StringBuilder text = new StringBuilder();
        for (Field<T, ?> field : fields) {
            if (field.get(record) instanceof String value) {
                text.append(value).append(FIELD_END);
            }
        }
        return searched(text);
    }

    /** Small letters; marks nobody types are spaces, so that none is taken for an end. */
    static String searched(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != FIELD_END.charAt(0)) {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
