package org.shishi.shell.input;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.rule.RuleInfo.InputInfo;
import org.shishi.shell.text.ShellTexts;

/** Values under names: with names of its own one field each, else rows of name and value. */
final class MapField implements InputField {

    private static final String KEY = "key";
    private static final String VALUE = "value";

    private final InputField field;
    private final boolean free;

    MapField(InputInfo info, InputWords words, String label) {
        InputInfo element = info.of().getFirst();
        free = info.options().isEmpty();
        field = free ? rows(info, element, words, label) : fixed(info, element, words, label);
    }

    private static InputField fixed(InputInfo info, InputInfo element, InputWords words, String label) {
        List<InputInfo> parts = info.options().stream()
                .map(option -> InputFields.named(optional(element), option))
                .toList();
        InputInfo group = new InputInfo(info.name(), "object", info.required(), "", List.of(), parts);
        return new GroupField(group, new OptionsAsLabels(info, words), label);
    }

    private static InputInfo optional(InputInfo element) {
        return new InputInfo(
                element.name(),
                element.type(),
                false,
                "",
                element.options(),
                element.of(),
                element.words(),
                element.personal());
    }

    private static InputField rows(InputInfo info, InputInfo element, InputWords words, String label) {
        List<InputInfo> parts =
                List.of(new InputInfo(KEY, "text", true, "", List.of(), List.of()), InputFields.named(element, VALUE));
        InputInfo row = new InputInfo("", "object", true, "", List.of(), parts);
        InputInfo list = new InputInfo(info.name(), "list", info.required(), "", List.of(), List.of(row));
        return new RowsField(list, new KeyAndValue(words), label);
    }

    @Override
    public Component component() {
        return field.component();
    }

    @Override
    public Object value() {
        if (!free) {
            return field.value();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Object row : (List<?>) field.value()) {
            if (row instanceof Map<?, ?> pair && pair.get(KEY) != null) {
                values.put(String.valueOf(pair.get(KEY)), pair.get(VALUE));
            }
        }
        return values;
    }

    @Override
    public void show(Object plain) {
        if (!free || !(plain instanceof Map<?, ?> map)) {
            field.show(plain);
            return;
        }
        List<Object> rows = new ArrayList<>();
        map.forEach((key, value) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(KEY, String.valueOf(key));
            row.put(VALUE, value);
            rows.add(row);
        });
        field.show(rows);
    }

    @Override
    public boolean complain(String path, String message) {
        if (!free || path.isEmpty()) {
            return field.complain(path, message);
        }
        Step step = Step.of(path);
        List<String> keys = new ArrayList<>();
        ((List<?>) field.value()).forEach(row -> keys.add(String.valueOf(((Map<?, ?>) row).get(KEY))));
        return field.complain("[" + keys.indexOf(step.name()) + "].value" + step.rest(), message);
    }

    @Override
    public void silence() {
        field.silence();
    }

    @Override
    public void focus(String path) {
        field.focus(free ? "" : path);
    }

    /** Names that come from a list of constants are called as these are. */
    private record OptionsAsLabels(InputInfo info, InputWords words) implements InputWords {
        @Override
        public String label(String name) {
            return info.options().contains(name) ? words.option(info.words(), name) : words.label(name);
        }

        @Override
        public String option(String group, String option) {
            return words.option(group, option);
        }
    }

    private record KeyAndValue(InputWords words) implements InputWords {
        @Override
        public String label(String name) {
            return switch (name) {
                case KEY -> ShellTexts.t("input.key");
                case VALUE -> ShellTexts.t("input.value");
                default -> words.label(name);
            };
        }

        @Override
        public String option(String group, String option) {
            return words.option(group, option);
        }
    }
}
