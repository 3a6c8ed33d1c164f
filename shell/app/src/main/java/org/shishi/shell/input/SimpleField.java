package org.shishi.shell.input;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;

/** A field that is one component. */
abstract class SimpleField<C extends Component & HasValidationProperties> implements InputField {

    final C field;

    SimpleField(C field) {
        this.field = field;
        field.getElement().setProperty("manualValidation", true);
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public boolean complain(String path, String message) {
        if (!path.isEmpty()) {
            return false;
        }
        String before = field.isInvalid() ? field.getErrorMessage() + " " : "";
        field.setErrorMessage(before + message);
        field.setInvalid(true);
        return true;
    }

    @Override
    public void silence() {
        field.setInvalid(false);
        field.setErrorMessage(null);
    }

    @Override
    public void focus(String path) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    static void required(HasValue<?, ?> field, boolean required) {
        field.setRequiredIndicatorVisible(required);
    }
}
