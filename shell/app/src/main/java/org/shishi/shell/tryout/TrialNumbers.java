package org.shishi.shell.tryout;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shishi.api.programme.EditionParameter;
import org.shishi.kit.field.ParameterWords;
import org.shishi.shell.input.InputField;
import org.shishi.shell.input.InputFields;
import org.shishi.shell.input.InputWords;
import org.shishi.shell.input.SampleShape;
import org.shishi.shell.text.ShellTexts;

/** The yearly numbers that a rule computes with; each may be tried with another value, which is stored nowhere. */
final class TrialNumbers extends Section {

    private final Map<String, Line> lines = new LinkedHashMap<>();

    private final class Line extends Div {
        private final Checkbox other = new Checkbox(ShellTexts.t("tryout.other"));
        private final InputField field;

        Line(RuleWords words, EditionParameter parameter, ParameterWords values) {
            addClassName("trial-number");
            String title = words.parameter(parameter.name());
            Span name = new Span(title);
            name.addClassName("trial-name");
            Span value = new Span(parameter.empty() ? ShellTexts.t("tryout.unset") : values.of(parameter));
            value.addClassName("trial-value");
            field = InputFields.of(
                    SampleShape.of(parameter, parameter.value()),
                    new Named(words, parameter.name(), ShellTexts.t("tryout.other.of", title)));
            field.show(parameter.value());
            other.setAriaLabel(ShellTexts.t("action.on", ShellTexts.t("tryout.other"), title));
            other.addValueChangeListener(e -> field.component().setVisible(e.getValue()));
            field.component().setVisible(false);
            add(name, value, other, field.component());
        }
    }

    TrialNumbers(RuleWords words, Map<String, EditionParameter> parameters, ParameterWords values) {
        addClassName("card");
        Paragraph text = new Paragraph(ShellTexts.t("tryout.numbers.text"));
        text.addClassName("muted");
        add(new H2(ShellTexts.t("tryout.numbers")), text);
        parameters.forEach((name, parameter) -> {
            Line line = new Line(words, parameter, values);
            lines.put(name, line);
            add(line);
        });
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        lines.forEach((name, line) -> {
            if (line.other.getValue()) {
                values.put(name, line.field.value());
            }
        });
        return values;
    }

    void show(Map<String, Object> values) {
        values.forEach((name, value) -> Optional.ofNullable(lines.get(name)).ifPresent(line -> {
            line.other.setValue(true);
            line.field.show(value);
        }));
    }

    /** @param field as a refusal names it: by the parameter, with or without what stands in front */
    boolean complain(String field, String message) {
        return line(field)
                .filter(line -> line.other.getValue())
                .map(line -> line.field.complain("", message))
                .orElse(false);
    }

    void silence() {
        lines.values().forEach(line -> line.field.silence());
    }

    boolean focus(String field) {
        line(field).ifPresent(line -> {
            if (line.other.getValue()) {
                line.field.focus("");
            } else {
                line.other.focus();
            }
        });
        return line(field).isPresent();
    }

    private Optional<Line> line(String field) {
        return lines.entrySet().stream()
                .filter(entry -> field.equals(entry.getKey()) || field.startsWith("parameters." + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The number itself has a title, what is inside it has the words of the rule. */
    private record Named(RuleWords words, String name, String title) implements InputWords {
        @Override
        public String label(String part) {
            return part.equals(name) ? title : words.label(part);
        }

        @Override
        public String option(String group, String option) {
            return words.option(group, option);
        }
    }
}
