package org.shishi.kit.field;

import static org.shishi.kit.KitTexts.t;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        if (parameter.type().equals("cron")) {
            return CronWords.of(value.toString(), locale);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(each -> own(parameter, each)).collect(Collectors.joining(t("list.comma")))
                    + unit(parameter);
        }
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

    /** Where the value comes from: the programme's word for it, {@code parameter.<name>.source}, else as the file has it. */
    public String source(EditionParameter parameter) {
        String key = "parameter." + parameter.name() + ".source";
        return text(key).orElse(parameter.source());
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(live)
                .map(programme -> programme.context().texts())
                .filter(texts -> texts.has(key))
                .map(texts -> texts.get(key).in(locale));
    }

    /**
     * A text, or an element of a list: a programme may have a word for it, {@code parameter.<name>.<value>}.
     *
     * @param value one of the parameter's options, or what people wrote
     */
    public String own(EditionParameter parameter, Object value) {
        return text("parameter." + parameter.name() + "." + value).orElseGet(() -> words(value));
    }

    private String unit(EditionParameter parameter) {
        return parameter.unit() == null ? "" : " " + unitWord(parameter);
    }

    /** The unit as the file has it, or the programme's word for it: {@code unit.<unit>}; null: it has none. */
    public String unitWord(EditionParameter parameter) {
        return parameter.unit() == null
                ? null
                : text("unit." + parameter.unit()).orElse(parameter.unit());
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
