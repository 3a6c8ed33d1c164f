package org.shishi.core.text;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Words by name as JSON in a column. */
public final class JsonWords {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> MAP = new TypeReference<>() {};

    private JsonWords() {}

    public static String write(Map<String, String> words) {
        return MAPPER.writeValueAsString(words);
    }

    public static Map<String, String> read(String json) {
        return MAPPER.readValue(json, MAP);
    }
}
