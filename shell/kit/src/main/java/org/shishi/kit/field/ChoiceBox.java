package org.shishi.kit.field;

import com.vaadin.flow.component.select.Select;

/**
 * One of a few values. Like Vaadin's {@link Select}, whose part that is clicked is a plain button to screen readers;
 * a button can't be required, what opens a list of choices can.
 *
 * @param <T> the values; null is nothing chosen
 */
public final class ChoiceBox<T> extends Select<T> {

    public ChoiceBox() {
        getElement().executeJs("this.querySelector('[slot=value]').setAttribute('role', 'combobox')");
    }

    public ChoiceBox(String label) {
        this();
        setLabel(label);
    }
}
