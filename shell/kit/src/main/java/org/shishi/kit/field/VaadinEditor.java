package org.shishi.kit.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shishi.api.record.PlainValues;

/** An editor made of one Vaadin field and the two ways between its value and the record's. */
final class VaadinEditor<P, V> implements FieldEditor<V> {

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
