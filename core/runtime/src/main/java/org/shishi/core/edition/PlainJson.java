package org.shishi.core.edition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as JSON text, for the database. Days are texts there; what looks like a day in a list or map becomes one again. */
final class PlainJson {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PlainJson() {}

    /** Null stays null. */
    static String write(Object value) {
        return value == null ? null : JSON.writeValueAsString(days(value));
    }

    /** As a parser gives it: days are texts. */
    static Object parse(String json) {
        return JSON.readValue(json, Object.class);
    }

    /** Null stays null; the type says what the value on top is. */
    static Object read(ParameterType type, String json) {
        if (json == null) {
            return null;
        }
        return type.plain(parse(json), null);
    }

    /** Days as texts, for JSON. */
    static Object days(Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> day.toString();
            case List<?> list -> list.stream().map(PlainJson::days).toList();
            case Map<?, ?> map -> {
                Map<String, Object> named = new LinkedHashMap<>();
                map.forEach((key, each) -> named.put(String.valueOf(key), days(each)));
                yield named;
            }
            default -> value;
        };
    }

    /** What a parser gave (or the file) as the values inside lists and maps are: small whole numbers as Integer. */
    static Object inner(Object value) {
        return switch (value) {
            case null -> null;
            case Integer number -> number;
            case Long number -> YamlValue.whole(number.toString());
            case BigInteger number -> YamlValue.whole(number.toString());
            case Number number -> new BigDecimal(number.toString());
            case String text -> DATE.matcher(text).matches() ? dayOrText(text) : text;
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> value;
        };
    }

    static List<Object> list(List<?> values) {
        List<Object> list = new ArrayList<>(values.size());
        values.forEach(each -> list.add(inner(each)));
        return Collections.unmodifiableList(list);
    }

    static Map<String, Object> map(Map<?, ?> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        values.forEach((key, each) -> map.put(String.valueOf(key), inner(each)));
        return Collections.unmodifiableMap(map);
    }

    private static Object dayOrText(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
