package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.PlainValues;
import org.shishi.api.text.Texts;

/** From a number to a number; money is typed in yuan and asked for in fen. What is no number asks for nothing. */
final class NumberRange extends CustomField<String> implements Condition {

    private final transient Field<?, ?> field;
    private final transient Texts texts;
    private final TextField from = end("query.from");
    private final TextField to = end("query.to");

    NumberRange(Field<?, ?> field, String label, Texts texts) {
        this.field = field;
        this.texts = texts;
        setLabel(label);
        Span dash = new Span("–");
        dash.getElement().setAttribute("aria-hidden", "true");
        Div ends = new Div(from, dash, to);
        ends.addClassName("range");
        add(ends);
    }

    private static TextField end(String key) {
        TextField input = new TextField();
        input.setPlaceholder(t(key));
        input.setAriaLabel(t(key));
        input.getElement().setAttribute("inputmode", "decimal");
        return input;
    }

    @Override
    public String name() {
        return field.name();
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(List<String> values) {
        Ranges.Range range = Ranges.read(values);
        from.setValue(typed(range.from()));
        to.setValue(typed(range.to()));
    }

    @Override
    public List<String> read() {
        return Ranges.write(plain(from), plain(to));
    }

    private String plain(TextField input) {
        return plain(field, input.getValue(), texts);
    }

    private static <V> String plain(Field<?, V> field, String text, Texts texts) {
        PlainValues.Read<V> read = PlainValues.fromText(field, text, texts);
        return read.value() == null
                ? null
                : PlainValues.toPlain(field, read.value()).toString();
    }

    private String typed(String plain) {
        if (plain == null) {
            return "";
        }
        boolean fen = field.kind() == FieldKind.MONEY && plain.matches("[0-9]{1,14}");
        return fen ? org.shishi.api.money.Yuan.format(Long.parseLong(plain)) : plain;
    }

    @Override
    protected String generateModelValue() {
        return from.getValue() + to.getValue();
    }

    @Override
    protected void setPresentationValue(String value) {
        show(List.of());
    }
}
