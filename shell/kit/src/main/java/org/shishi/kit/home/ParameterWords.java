package org.shishi.kit.home;

import static org.shishi.kit.KitTexts.t;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.shishi.api.programme.EditionParameter;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.visit.Visit;

/** A yearly number in words. */
final class ParameterWords {

    private final Visit visit;

    ParameterWords(Visit visit) {
        this.visit = visit;
    }

    /** @param parameter not empty */
    String of(EditionParameter parameter) {
        return switch (parameter.type()) {
            // Fen are shown in yuan; the unit of the file would be wrong beside them.
            case "fen" -> Amounts.money(((Number) parameter.value()).longValue());
            case "int" -> Amounts.count(((Number) parameter.value()).longValue()) + unit(parameter);
            case "percent" -> parameter.value() + "%";
            case "bool" -> t((Boolean) parameter.value() ? "yes" : "no");
            default -> own(parameter) + unit(parameter);
        };
    }

    /** A programme may have a word for one value of one parameter: {@code parameter.<name>.<value>}. */
    private String own(EditionParameter parameter) {
        String key = "parameter." + parameter.name() + "." + parameter.value();
        return visit.texts().has(key) ? visit.word(key) : words(parameter.value());
    }

    private static String unit(EditionParameter parameter) {
        return parameter.unit() == null ? "" : " " + parameter.unit();
    }

    private String words(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(this::words).collect(Collectors.joining(t("list.comma")));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> words(entry.getKey()) + ": " + words(entry.getValue()))
                    .collect(Collectors.joining(t("list.semicolon")));
        }
        return constant(String.valueOf(value));
    }

    /** Lists of constants hold their names; the programme's enums have words for them. */
    private String constant(String word) {
        return visit.descriptor().records().stream()
                .flatMap(type -> type.fields().stream())
                .map(field -> field.valueType())
                .filter(Class::isEnum)
                .distinct()
                .map(type -> type.getSimpleName() + "." + word)
                .filter(visit.texts()::has)
                .findFirst()
                .map(visit::word)
                .orElse(word);
    }
}
