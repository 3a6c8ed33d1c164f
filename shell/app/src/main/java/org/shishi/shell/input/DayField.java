package org.shishi.shell.input;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.shishi.api.rule.RuleInfo.InputInfo;
import org.shishi.kit.text.BuiltIn;

/** A day. */
final class DayField extends SimpleField<DatePicker> {

    DayField(InputInfo info, InputWords words, String label) {
        super(BuiltIn.speak(new DatePicker(label)));
        field.setManualValidation(true);
        field.setClearButtonVisible(true);
        field.setHelperText(words.hint(info.name()));
        required(field, info.required());
    }

    @Override
    public Object value() {
        return field.getValue() == null ? null : field.getValue().toString();
    }

    @Override
    public void show(Object plain) {
        try {
            field.setValue(plain == null ? null : LocalDate.parse(plain.toString()));
        } catch (DateTimeException e) {
            field.setValue(null);
        }
    }
}
