package org.shishi.kit.field;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
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
    private boolean editable = true;

    public MaskedEditor(Field<?, V> field, FieldEditor<V> typed) {
        this.field = field;
        this.typed = typed;
    }

    /** Keeps the value and shows its mask. */
    @Override
    public void show(V value) {
        stored = value;
        typed.show(null);
        look();
    }

    /** Where nothing may be typed the mask stands as if it were the value: a placeholder would not be seen. */
    private void look() {
        String mask = stored == null ? "" : field.sensitivity().mask(stored.toString());
        if (typed.component() instanceof TextField input) {
            input.setPlaceholder(mask);
            input.setHelperText(stored == null || !editable ? null : t("editor.masked"));
            if (!editable) {
                input.setValue(mask);
            }
        }
    }

    /** Puts the value into the field after it was revealed. */
    public void reveal(V clear) {
        typed.show(clear);
    }

    @Override
    public void retype(V value) {
        typed.retype(value);
    }

    @Override
    public String text() {
        return typed.text();
    }

    @Override
    public boolean text(String words) {
        return typed.text(words);
    }

    @Override
    public PlainValues.Read<V> read() {
        if (!editable) {
            return new PlainValues.Read<>(stored, null);
        }
        PlainValues.Read<V> read = typed.read();
        return read.fault() == null && read.value() == null ? new PlainValues.Read<>(stored, null) : read;
    }

    @Override
    public void editable(boolean allowed) {
        if (allowed && !editable) {
            typed.show(null);
        }
        editable = allowed;
        typed.editable(allowed);
        look();
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
}
