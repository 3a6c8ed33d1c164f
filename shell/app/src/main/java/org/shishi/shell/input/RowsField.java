package org.shishi.shell.input;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.rule.RuleInfo.InputInfo;
import org.shishi.shell.text.ShellTexts;

/** A list, one row each; rows are added and taken away. */
final class RowsField implements InputField {

    private final FieldBox box;
    private final InputInfo element;
    private final InputWords words;
    private final String label;
    private final Div rows = new Div();
    private final List<Row> shown = new ArrayList<>();
    private final Button more;

    private final class Row extends Div {
        private final InputField field;

        Row(int number) {
            InputInfo named = InputFields.named(element, element.name());
            String title = ShellTexts.t("input.row", label, number);
            field = InputFields.of(named, words, title);
            Button remove = new Button(new Icon("vaadin:trash"), e -> remove(this));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(ShellTexts.t("input.row.remove", title));
            remove.setTooltipText(ShellTexts.t("input.row.remove", title));
            addClassName("input-row");
            add(field.component(), remove);
        }
    }

    RowsField(InputInfo info, InputWords words, String label) {
        this.words = words;
        this.label = label;
        element = named(info);
        box = new FieldBox(label, words.hint(info.name()));
        box.addClassName("field-rows");
        rows.addClassName("input-rows");
        more = new Button(ShellTexts.t("input.row.add", label), new Icon("vaadin:plus"), e -> added().field
                .focus(""));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        box.content.removeClassName("field-grid");
        box.content.add(rows, more);
        if (info.required()) {
            added();
        }
    }

    /** Numbers in a list of fen are fen, too. */
    private static InputInfo named(InputInfo info) {
        return InputFields.named(info.of().getFirst(), info.name());
    }

    private Row added() {
        Row row = new Row(shown.size() + 1);
        shown.add(row);
        rows.add(row);
        return row;
    }

    /** Those behind it move up, with the values they hold. */
    private void remove(Row row) {
        List<Object> left = new ArrayList<>();
        shown.stream().filter(each -> each != row).forEach(each -> left.add(each.field.value()));
        show(left);
        more.focus();
    }

    @Override
    public Component component() {
        return box;
    }

    @Override
    public Object value() {
        List<Object> values = new ArrayList<>();
        for (Row row : shown) {
            Object value = row.field.value();
            // A row that nobody filled in is none, but for the place of those behind it.
            if (!InputFields.blank(value) || shown.size() > 1) {
                values.add(value);
            }
        }
        return values;
    }

    @Override
    public void show(Object plain) {
        shown.clear();
        rows.removeAll();
        if (plain instanceof List<?> list) {
            list.forEach(each -> added().field.show(each));
        }
    }

    @Override
    public boolean complain(String path, String message) {
        Step step = Step.of(path);
        int index = step.index();
        boolean there = index >= 0 && index < shown.size();
        if (there && shown.get(index).field.complain(step.rest(), message)) {
            return true;
        }
        box.complain(message);
        return true;
    }

    @Override
    public void silence() {
        box.silence();
        shown.forEach(row -> row.field.silence());
    }

    @Override
    public void focus(String path) {
        Step step = Step.of(path);
        int index = step.index();
        if (index >= 0 && index < shown.size()) {
            shown.get(index).field.focus(step.rest());
        } else {
            more.focus();
        }
    }
}
