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
        if (!parameter.options().isEmpty()) {
            return chosen(parameter);
        }
        return switch (parameter.type()) {
            case "int", "fen", "bool", "date", "cron" -> single(parameter.name(), parameter.type());
            case "percent", "decimal" -> single(parameter.name(), "decimal");
            case "list", "map" -> of(parameter.name(), sample == null ? List.of() : sample);
            default -> single(parameter.name(), "text");
        };
    }

    /** Its words are those of the parameter itself. */
    private static InputInfo chosen(EditionParameter parameter) {
        InputInfo one = new InputInfo(
                parameter.name(), "enum", false, "", parameter.options(), List.of(), parameter.name(), false);
        return parameter.type().equals("list")
                ? new InputInfo(one.name(), "list", false, "", one.options(), List.of(one), one.words(), false)
                : one;
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
