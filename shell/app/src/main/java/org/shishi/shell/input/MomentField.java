package org.shishi.shell.input;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.shishi.api.rule.RuleInfo.InputInfo;
import org.shishi.kit.text.BuiltIn;

/** A day and a time, in Shanghai. */
final class MomentField extends SimpleField<DateTimePicker> {

    MomentField(InputInfo info, InputWords words, String label) {
        super(BuiltIn.speak(new DateTimePicker(label)));
        field.setManualValidation(true);
        field.setStep(Duration.ofMinutes(1));
        field.setHelperText(words.hint(info.name()));
        required(field, info.required());
    }

    @Override
    public Object value() {
        return field.getValue() == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(field.getValue());
    }

    @Override
    public void show(Object plain) {
        try {
            field.setValue(plain == null ? null : LocalDateTime.parse(plain.toString()));
        } catch (DateTimeException e) {
            field.setValue(null);
        }
    }
}
