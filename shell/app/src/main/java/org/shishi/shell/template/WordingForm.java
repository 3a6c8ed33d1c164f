package org.shishi.shell.template;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.platform.Templates.Wording;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.RefusalWords;
import org.shishi.shell.text.ShellTexts;

/** The parts of a wording, Chinese beside English; the original stands below each. */
final class WordingForm extends Div {

    private static final int TYPING_PAUSE = 400;

    private final Map<String, TextFieldBase<?, String>> fields = new LinkedHashMap<>();

    WordingForm(Wording original, Wording shown, Runnable changed) {
        addClassName("wording-form");
        part("title", original.title(), shown.title(), changed);
        part("body", original.body(), shown.body(), changed);
        part("sms", original.sms(), shown.sms(), changed);
    }

    private void part(String name, Text original, Text shown, Runnable changed) {
        if (original == null) {
            return;
        }
        Text value = shown == null ? original : shown;
        field(name, "zh", original.zh(), value.zh(), changed);
        field(name, "en", original.en(), value.en(), changed);
    }

    private void field(String part, String language, String original, String value, Runnable changed) {
        String label = ShellTexts.t("templates.part." + part + "." + language);
        TextFieldBase<?, String> field = part.equals("title") ? new TextField(label) : area(label);
        field.setValue(value);
        field.setManualValidation(true);
        field.setHelperText(ShellTexts.t("templates.original", original));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE);
        field.addValueChangeListener(e -> changed.run());
        field.setWidthFull();
        field.getElement().setAttribute("lang", language.equals("zh") ? "zh-CN" : "en");
        fields.put(part + "." + language, field);
        add(field);
    }

    private static TextArea area(String label) {
        TextArea area = new TextArea(label);
        area.setMinRows(3);
        return area;
    }

    Wording value() {
        return new Wording(text("title"), text("body"), text("sms"));
    }

    private Text text(String part) {
        return fields.containsKey(part + ".zh")
                ? new Text(
                        fields.get(part + ".zh").getValue(),
                        fields.get(part + ".en").getValue())
                : null;
    }

    /** Marks what is wrong at its field; the lines lead there. */
    List<ErrorSummary.Line> mark(List<Violation> violations, RefusalWords words) {
        fields.values().forEach(field -> {
            field.setInvalid(false);
            field.setErrorMessage(null);
        });
        List<ErrorSummary.Line> lines = new ArrayList<>();
        for (Violation violation : violations) {
            String message = String.join("", words.of(List.of(violation)));
            TextFieldBase<?, String> field = fields.get(violation.field());
            if (field == null) {
                lines.add(new ErrorSummary.Line(null, message, null));
            } else {
                field.setInvalid(true);
                field.setErrorMessage(message);
                lines.add(new ErrorSummary.Line(field.getLabel(), message, field::focus));
            }
        }
        return lines;
    }
}
