package org.shishi.kit.field;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.record.PlainValues;

/**
 * A field of a form: label above, mark when mandatory. It says what is wrong with its own text only when asked, never
 * while somebody types.
 *
 * @param <V> the field's value
 */
@ProviderType
public interface FieldEditor<V> {

    /** The Vaadin field with its label. */
    Component component();

    /** Takes the focus, for example when its error is followed. */
    default void focus() {
        component()
                .getElement()
                .executeJs("(this.querySelector('vaadin-radio-button, vaadin-checkbox') || this).focus()");
    }

    String label();

    /** @param value null: empty */
    void show(V value);

    /** Shows a value as if it had been typed: it differs from what is stored. */
    default void retype(V value) {
        show(value);
    }

    /** What stands in it, where it is typed as text; null: it is chosen, not typed. */
    default String text() {
        return null;
    }

    /**
     * Shows a text as if it had been typed, whether it is a value of the field's kind or not.
     *
     * @return false, and nothing is shown, where values are chosen and not typed
     */
    default boolean text(String typed) {
        return false;
    }

    /** What stands in it now; a fault when that is no value of the field's kind. */
    PlainValues.Read<V> read();

    /** @param message what is wrong; null: nothing */
    void error(String message);

    /** @param editable false: shown, focusable and readable, but not to be changed */
    void editable(boolean editable);
}
