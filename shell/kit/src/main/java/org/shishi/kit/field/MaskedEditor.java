package org.shishi.kit.field;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasPlaceholder;
import com.vaadin.flow.component.shared.InputField;
import org.shishi.api.record.Field;
import org.shishi.api.record.PlainValues;

/**
 * The editor of a sensitive field that has a value already: it shows the mask only, and what is left empty stays as it
 * is. So a form can be saved by somebody who has not seen the value.
 */
public final class MaskedEditor<V> implements FieldEditor<V> {

    private final FieldEditor<V> typed;
    private final Field<?, V> field;
    private V stored;

    public MaskedEditor(Field<?, V> field, FieldEditor<V> typed) {
        this.field = field;
        this.typed = typed;
    }

    /** Keeps the value and shows its mask. */
    @Override
    public void show(V value) {
        stored = value;
        typed.show(null);
        String mask = value == null ? "" : field.sensitivity().mask(value.toString());
        if (typed.component() instanceof HasPlaceholder input) {
            input.setPlaceholder(mask);
        }
        if (typed.component() instanceof InputField<?, ?> input) {
            input.setHelperText(value == null ? null : t("editor.masked"));
        }
    }

    /** Puts the value into the field after it was revealed. */
    public void reveal(V clear) {
        typed.show(clear);
    }

    @Override
    public PlainValues.Read<V> read() {
        PlainValues.Read<V> read = typed.read();
        return read.fault() == null && read.value() == null ? new PlainValues.Read<>(stored, null) : read;
    }

    @Override
    public Component component() {
        return typed.component();
    }

    @Override
    public String label() {
        return typed.label();
    }

    @Override
    public void error(String message) {
        typed.error(message);
    }

    @Override
    public void editable(boolean editable) {
        typed.editable(editable);
    }
}
