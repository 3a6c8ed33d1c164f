package org.shishi.core.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.text.JsonWords;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts as text in a column. */
public final class TaskJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

    private TaskJson() {}

    static String map(Map<String, String> values) {
        return JsonWords.write(values);
    }

    static Map<String, String> map(String json) {
        return JsonWords.read(json);
    }

    public static String violations(List<Violation> violations) {
        List<Map<String, Object>> plain = new ArrayList<>();
        for (Violation violation : violations) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", violation.code());
            one.put("field", violation.field());
            one.put("args", violation.args().stream().map(TaskJson::argument).toList());
            plain.add(one);
        }
        return MAPPER.writeValueAsString(plain);
    }

    public static List<Violation> violations(String json) {
        return MAPPER.readValue(json, LIST).stream()
                .map(one -> {
                    String code = (String) one.get("code");
                    List<Object> args = new ArrayList<>();
                    for (Object argument : (List<?>) one.get("args")) {
                        args.add(argument(code, args.isEmpty(), argument));
                    }
                    return new Violation(code, (String) one.get("field"), args);
                })
                .toList();
    }

    private static Object argument(Object value) {
        return switch (value) {
            case Text text -> Map.of("zh", text.zh(), "en", text.en());
            case Integer number -> number;
            case Long number -> number;
            default -> Objects.toString(value);
        };
    }

    /** The kind of a CORE-INPUT is a constant again, by which its text is found. */
    private static Object argument(String code, boolean first, Object plain) {
        if (plain instanceof Map<?, ?> text) {
            return new Text((String) text.get("zh"), (String) text.get("en"));
        }
        if (first && code.equals(Violation.CORE_INPUT)) {
            for (ValueFault fault : ValueFault.values()) {
                if (fault.name().equals(plain)) {
                    return fault;
                }
            }
        }
        return plain;
    }

    static String texts(List<Text> texts) {
        return MAPPER.writeValueAsString(texts.stream().map(TaskJson::argument).toList());
    }

    static List<Text> texts(String json) {
        return MAPPER.readValue(json, LIST).stream()
                .map(text -> new Text((String) text.get("zh"), (String) text.get("en")))
                .toList();
    }
}
