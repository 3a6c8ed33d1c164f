package org.shishi.core.record;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Small maps as text in a column; null for an empty one. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(Map<String, ?> values) {
        return values.isEmpty() ? null : MAPPER.writeValueAsString(values);
    }

    static <V> Map<String, V> read(String text, TypeReference<Map<String, V>> type) {
        return text == null ? Map.of() : MAPPER.readValue(text, type);
    }
}
