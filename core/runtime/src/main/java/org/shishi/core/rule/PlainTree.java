package org.shishi.core.rule;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plain values: what a JSON writer takes without knowing any of our classes. */
final class PlainTree {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PlainTree() {}

    /** A record as its components by name, in their order; empty ones are there with null. */
    static Map<String, Object> of(Record value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            tree.put(component.getName(), plain(component(value, component)));
        }
        return tree;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Number number -> number;
            case Boolean truth -> truth;
            case Enum<?> constant -> TextShape.Option.word(constant);
            case LocalDate date -> date.toString();
            case LocalDateTime dateTime -> TextShape.DateTime.write(dateTime);
            case Record part -> of(part);
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> throw new IllegalStateException("a rule cannot answer with " + value.getClass());
        };
    }

    private static List<Object> list(List<?> values) {
        List<Object> tree = new ArrayList<>(values.size());
        values.forEach(value -> tree.add(plain(value)));
        return tree;
    }

    private static Map<String, Object> map(Map<?, ?> values) {
        Map<String, Object> tree = new LinkedHashMap<>();
        values.forEach((key, value) -> tree.put(String.valueOf(plain(key)), plain(value)));
        return tree;
    }

    private static Object component(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(value.getClass() + " must be public", e);
        }
    }

    /** The value of {@link org.shishi.api.rule.Input#otherwise()}: JSON, but words (text, options, dates) need no quotes. */
    static Object parse(String otherwise, Shape shape) {
        if (otherwise.isEmpty()) {
            return null;
        }
        boolean word =
                switch (shape.type()) {
                    case "text", "enum", "date", "dateTime" -> !otherwise.startsWith("\"");
                    default -> false;
                };
        return word ? otherwise : JSON.readValue(otherwise, Object.class);
    }
}
