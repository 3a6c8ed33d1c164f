package org.shishi.shell.input;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.shishi.api.rule.RuleInfo.InputInfo;
import org.shishi.shell.text.ShellTexts;

/** Text or a number in one line. */
final class LineField extends SimpleField<TextField> {

    private final NumberKind kind;

    LineField(InputInfo info, InputWords words, String label, NumberKind kind) {
        super(new TextField(label));
        this.kind = kind;
        field.setManualValidation(true);
        field.setHelperText(words.hint(info.name()));
        required(field, info.required() && kind != NumberKind.NONE);
        switch (kind) {
            case INT -> field.getElement().setAttribute("inputmode", "numeric");
            case DECIMAL -> field.getElement().setAttribute("inputmode", "decimal");
            case YUAN -> {
                field.getElement().setAttribute("inputmode", "decimal");
                field.setSuffixComponent(new Span(ShellTexts.t("input.yuan")));
            }
            case NONE -> field.addClassName("input-text");
        }
        if (!info.otherwise().isEmpty()) {
            show(number(info.otherwise()));
        }
    }

    private Object number(String otherwise) {
        try {
            return kind == NumberKind.NONE ? otherwise : new java.math.BigDecimal(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public Object value() {
        return field.getValue().isBlank() ? null : kind.plain(field.getValue());
    }

    @Override
    public void show(Object plain) {
        field.setValue(plain == null ? "" : kind.typed(plain));
    }
}
