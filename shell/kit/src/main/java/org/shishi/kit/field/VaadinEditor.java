package org.shishi.kit.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shishi.api.record.PlainValues;

/** An editor made of one Vaadin field and the two ways between its value and the record's. */
final class VaadinEditor<P, V> implements FieldEditor<V> {

    private static final int PAUSE_MILLIS = 500;

    private final Component component;
    private final HasValue<?, P> field;
    private final Consumer<V> show;
    private final Function<P, PlainValues.Read<V>> read;

    <F extends Component & HasValue<?, P> & HasValidationProperties & HasLabel> VaadinEditor(
            F field, boolean required, Consumer<V> show, Function<P, PlainValues.Read<V>> read) {
        this.component = field;
        this.field = field;
        this.show = show;
        this.read = read;
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(required);
        field.addClassName("editor");
        if (field instanceof HasValueChangeMode typed) {
            // So that a programme that leaves takes nothing along that somebody has just typed.
            typed.setValueChangeMode(ValueChangeMode.LAZY);
            typed.setValueChangeTimeout(PAUSE_MILLIS);
        }
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public String label() {
        return ((HasLabel) component).getLabel();
    }

    @Override
    public void show(V value) {
        show.accept(value);
    }

    @Override
    public String text() {
        return field.getValue() instanceof String text ? text : null;
    }

    @Override
    @SuppressWarnings("unchecked") // a field that is empty as a text holds texts
    public boolean text(String typed) {
        if (field.getEmptyValue() instanceof String) {
            ((HasValue<?, String>) field).setValue(typed);
            return true;
        }
        return false;
    }

    @Override
    public PlainValues.Read<V> read() {
        return read.apply(field.getValue());
    }

    @Override
    public void error(String message) {
        HasValidationProperties validation = (HasValidationProperties) component;
        validation.setErrorMessage(message);
        validation.setInvalid(message != null);
    }

    @Override
    public void editable(boolean editable) {
        field.setReadOnly(!editable);
    }
}
