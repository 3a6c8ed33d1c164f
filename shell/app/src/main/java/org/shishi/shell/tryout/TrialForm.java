package org.shishi.shell.tryout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shishi.shell.input.InputField;
import org.shishi.shell.input.InputFields;
import org.shishi.shell.input.Step;
import org.shishi.shell.text.ShellTexts;

/** The inputs of a rule, each with its proper field. */
final class TrialForm extends Section {

    private final transient Map<String, InputField> fields = new LinkedHashMap<>();

    TrialForm(RuleWords words) {
        addClassName("card");
        add(new H2(ShellTexts.t("tryout.inputs")));
        if (Trial.aboutPersons(words.rule().inputs())) {
            Paragraph note = new Paragraph(ShellTexts.t("tryout.personal"));
            note.addClassName("muted");
            add(note);
        }
        Div grid = new Div();
        grid.addClassName("field-grid");
        words.rule().inputs().forEach(info -> {
            InputField field = InputFields.of(info, words);
            fields.put(info.name(), field);
            grid.add(field.component());
        });
        add(grid);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Object value = field.value();
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    void show(Map<String, Object> values) {
        fields.forEach((name, field) -> {
            if (values.containsKey(name)) {
                field.show(values.get(name));
            }
        });
    }

    boolean complain(String path, String message) {
        Step step = Step.of(path);
        InputField field = fields.get(step.name());
        return field != null && field.complain(step.rest(), message);
    }

    void silence() {
        fields.values().forEach(InputField::silence);
    }

    boolean focus(String path) {
        Step step = Step.of(path);
        InputField field = fields.get(step.name());
        if (field != null) {
            field.focus(step.rest());
        }
        return field != null;
    }
}
