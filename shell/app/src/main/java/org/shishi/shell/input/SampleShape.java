package org.shishi.shell.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.rule.RuleInfo.InputInfo;

/** The shape of a yearly number: its declared type, and inside lists and maps what its value shows. */
public final class SampleShape {

    private SampleShape() {}

    /** @param sample the value that shows how a list or map is built; null: not known */
    public static InputInfo of(EditionParameter parameter, Object sample) {
        return switch (parameter.type()) {
            case "int", "fen", "bool", "date" -> single(parameter.name(), parameter.type());
            case "percent", "decimal" -> single(parameter.name(), "decimal");
            case "list", "map" -> of(parameter.name(), sample == null ? List.of() : sample);
            default -> single(parameter.name(), "text");
        };
    }

    private static InputInfo of(String name, Object sample) {
        return switch (sample) {
            case List<?> list -> {
                InputInfo element = list.isEmpty() ? single("", "text") : of("", list.getFirst());
                yield new InputInfo(name, "list", false, "", List.of(), List.of(element));
            }
            case Map<?, ?> map -> {
                List<InputInfo> fields = map.entrySet().stream()
                        .map(entry -> of(String.valueOf(entry.getKey()), entry.getValue()))
                        .toList();
                yield new InputInfo(name, "object", false, "", List.of(), fields);
            }
            case Integer number -> single(name, "int");
            case Long number -> single(name, "int");
            case BigDecimal number -> single(name, "decimal");
            case Boolean truth -> single(name, "bool");
            case LocalDate day -> single(name, "date");
            case null -> single(name, "text");
            default -> single(name, "text");
        };
    }

    private static InputInfo single(String name, String type) {
        return new InputInfo(name, type, false, "", List.of(), List.of());
    }
}
