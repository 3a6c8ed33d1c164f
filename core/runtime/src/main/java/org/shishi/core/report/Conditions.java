package org.shishi.core.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.ReportTable;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/** What a report was asked to leave out, as people read it: a file that goes round must say of what part it tells. */
final class Conditions<T extends ProgrammeRecord> {

    private static final String RANGE = "..";
    private static final int CENTS = 2;

    private final RecordType<T> type;
    private final Texts texts;
    private final CoreTexts core;
    private final Organisations organisations;

    Conditions(RecordType<T> type, ProgrammeContext programme, CoreTexts core, Organisations organisations) {
        this.type = type;
        this.texts = programme.texts();
        this.core = core;
        this.organisations = organisations;
    }

    /** @param filters which the database has taken already: nothing is wrong with them */
    List<Text> of(Map<String, List<String>> filters) {
        List<Text> found = new ArrayList<>();
        inOrder(filters).forEach((name, given) -> {
            List<String> values = given.stream().filter(text -> !text.isBlank()).toList();
            if (!values.isEmpty()) {
                title(name)
                        .ifPresent(title -> found.add(both(locale -> title.in(locale)
                                + core.get("report.colon").in(locale)
                                + String.join(
                                        "、",
                                        values.stream()
                                                .map(v -> value(name, v, locale))
                                                .toList()))));
            }
        });
        return found;
    }

    private Map<String, List<String>> inOrder(Map<String, List<String>> filters) {
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(List.of(ReportTable.STATUS, "owner"));
        type.fields().forEach(field -> names.add(field.name()));
        names.add(ReportTable.TREE_OF);
        names.stream().filter(filters::containsKey).forEach(name -> ordered.put(name, filters.get(name)));
        return ordered;
    }

    private Optional<Text> title(String name) {
        return switch (name) {
            case ReportTable.STATUS, "owner", ReportTable.TREE_OF -> Optional.of(core.get("report." + name));
            default -> type.field(name).map(field -> texts.get(type.id() + "." + field.name()));
        };
    }

    private String value(String name, String text, Locale locale) {
        return switch (name) {
            case ReportTable.TREE_OF -> text;
            case ReportTable.STATUS ->
                type.workflow()
                        .map(flow -> texts.get(flow.states().getSimpleName() + "." + text)
                                .in(locale))
                        .orElse(text);
            case "owner" -> organisation(text);
            default -> value(type.field(name).orElseThrow(), text, locale);
        };
    }

    private <V> String value(Field<T, V> field, String text, Locale locale) {
        if (field.kind() == FieldKind.ORGANISATION) {
            return organisation(text);
        }
        int dots = text.indexOf(RANGE);
        if (dots < 0) {
            return word(field, text, locale);
        }
        String from = text.substring(0, dots);
        String to = text.substring(dots + RANGE.length());
        String key = from.isBlank() ? "report.until" : to.isBlank() ? "report.from" : "report.between";
        return core.get(key, word(field, from, locale), word(field, to, locale)).in(locale);
    }

    private <V> String word(Field<T, V> field, String text, Locale locale) {
        if (text.isBlank() || field.kind() == FieldKind.TIMESTAMP) {
            return text;
        }
        if (field.kind() == FieldKind.MONEY) {
            return new BigDecimal(text.strip()).movePointLeft(CENTS).toPlainString();
        }
        PlainValues.Read<V> read = PlainValues.fromText(field, text, texts);
        return read.value() == null
                ? text
                : field.sensitivity().mask(PlainValues.toText(field, read.value(), texts, locale));
    }

    private String organisation(String id) {
        return organisations
                .byId(UUID.fromString(id.strip()))
                .map(Organisation::name)
                .orElse(id);
    }

    private static Text both(Function<Locale, String> words) {
        return new Text(words.apply(Locale.SIMPLIFIED_CHINESE), words.apply(Locale.ENGLISH));
    }
}
