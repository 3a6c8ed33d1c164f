package org.shishi.shell.input;

import java.util.List;
import org.shishi.api.rule.RuleInfo.InputInfo;

/** The proper field for each shape of a rule's input. */
public final class InputFields {

    private InputFields() {}

    public static InputField of(InputInfo info, InputWords words) {
        return of(info, words, words.label(info.name()));
    }

    static InputField of(InputInfo info, InputWords words, String label) {
        return switch (info.type()) {
            case "int", "decimal", "fen" -> new LineField(info, words, label, NumberKind.of(info));
            case "bool", "enum" -> new ChoiceField(info, words, label);
            case "date" -> new DayField(info, words, label);
            case "cron" -> new TimesField(info, words, label);
            case "dateTime" -> new MomentField(info, words, label);
            case "list" -> list(info, words, label);
            case "map" -> new MapField(info, words, label);
            case "object" -> new GroupField(info, words, label);
            default ->
                info.options().isEmpty()
                        ? new LineField(info, words, label, NumberKind.NONE)
                        : new OfferField(info, words, label);
        };
    }

    /** Choices are ticked, everything else stands in rows. */
    private static InputField list(InputInfo info, InputWords words, String label) {
        InputInfo element = info.of().getFirst();
        return element.type().equals("enum") ? new TickField(info, words, label) : new RowsField(info, words, label);
    }

    /** What an element of a list is described by, under a name of its own. */
    static InputInfo named(InputInfo element, String name) {
        return new InputInfo(
                name,
                element.type(),
                element.required(),
                element.otherwise(),
                element.options(),
                element.of(),
                element.words(),
                element.personal());
    }

    /** Whether a value holds nothing at all. */
    static boolean blank(Object value) {
        return value == null
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof java.util.Map<?, ?> map
                        && map.values().stream().allMatch(InputFields::blank);
    }
}
