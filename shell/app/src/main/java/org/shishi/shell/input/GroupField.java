package org.shishi.shell.input;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shishi.api.rule.RuleInfo.InputInfo;

/** An object: its fields in a box. One that may be absent is absent while nothing is filled in. */
final class GroupField implements InputField {

    private final FieldBox box;
    private final Map<String, InputField> fields = new LinkedHashMap<>();
    private final boolean required;

    GroupField(InputInfo info, InputWords words, String label) {
        box = new FieldBox(label, words.hint(info.name()));
        required = info.required();
        for (InputInfo part : info.of()) {
            InputField field = InputFields.of(part, words);
            fields.put(part.name(), field);
            box.content.add(field.component());
        }
    }

    @Override
    public Component component() {
        return box;
    }

    @Override
    public Object value() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Object value = field.value();
            if (value != null) {
                values.put(name, value);
            }
        });
        return !required && InputFields.blank(values) ? null : values;
    }

    @Override
    public void show(Object plain) {
        Map<?, ?> values = plain instanceof Map<?, ?> map ? map : Map.of();
        fields.forEach((name, field) -> field.show(values.get(name)));
    }

    @Override
    public boolean complain(String path, String message) {
        Step step = Step.of(path);
        InputField field = fields.get(step.name());
        if (field != null && field.complain(step.rest(), message)) {
            return true;
        }
        box.complain(message);
        return true;
    }

    @Override
    public void silence() {
        box.silence();
        fields.values().forEach(InputField::silence);
    }

    @Override
    public void focus(String path) {
        Step step = Step.of(path);
        if (fields.containsKey(step.name())) {
            fields.get(step.name()).focus(step.rest());
        } else {
            box.focus();
        }
    }
}
