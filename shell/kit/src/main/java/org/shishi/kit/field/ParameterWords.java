package org.shishi.kit.field;

import static org.shishi.kit.KitTexts.t;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.EditionParameter;

/**
 * Yearly numbers in words.
 *
 * @param live whose constants have words in its texts; null: it is away, constants stand by their names
 */
public record ParameterWords(LiveProgramme live, Locale locale) {

    /** @param parameter not empty */
    public String of(EditionParameter parameter) {
        return of(parameter, parameter.value());
    }

    /** @param value another value of the parameter; not null */
    public String of(EditionParameter parameter, Object value) {
        if (!(value instanceof Number) && !(value instanceof Boolean)) {
            return own(parameter, value) + unit(parameter);
        }
        return switch (parameter.type()) {
            // Fen are shown in yuan; the unit of the file would be wrong beside them.
            case "fen" -> Amounts.money(((Number) value).longValue());
            case "int" -> Amounts.count(((Number) value).longValue()) + unit(parameter);
            case "percent" -> value + "%";
            default -> words(value) + unit(parameter);
        };
    }

    /** A programme may have a word for one value of one parameter: {@code parameter.<name>.<value>}. */
    private String own(EditionParameter parameter, Object value) {
        String key = "parameter." + parameter.name() + "." + value;
        boolean there = live != null && live.context().texts().has(key);
        return there ? live.context().texts().get(key).in(locale) : words(value);
    }

    private String unit(EditionParameter parameter) {
        return parameter.unit() == null ? "" : " " + unitWord(parameter);
    }

    /** The unit as the file has it, or the programme's word for it: {@code unit.<unit>}; null: it has none. */
    public String unitWord(EditionParameter parameter) {
        String key = "unit." + parameter.unit();
        boolean there = parameter.unit() != null
                && live != null
                && live.context().texts().has(key);
        return there ? live.context().texts().get(key).in(locale) : parameter.unit();
    }

    /** A value inside of lists and maps. */
    public String words(Object value) {
        return switch (value) {
            case Collection<?> list -> list.stream().map(this::words).collect(Collectors.joining(t("list.comma")));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> words(entry.getKey()) + ": " + words(entry.getValue()))
                        .collect(Collectors.joining(t("list.semicolon")));
            case Boolean truth -> t(truth ? "yes" : "no");
            case null -> "—";
            default -> constant(String.valueOf(value));
        };
    }

    /** Lists of constants hold their names; the programme's enums have words for them. */
    private String constant(String word) {
        if (live == null) {
            return word;
        }
        return live.descriptor().records().stream()
                .flatMap(type -> type.fields().stream())
                .map(field -> field.valueType())
                .filter(Class::isEnum)
                .distinct()
                .map(type -> type.getSimpleName() + "." + word)
                .filter(live.context().texts()::has)
                .findFirst()
                .map(key -> live.context().texts().get(key).in(locale))
                .orElse(word);
    }
}
