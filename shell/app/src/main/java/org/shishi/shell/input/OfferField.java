package org.shishi.shell.input;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.rule.RuleInfo.InputInfo;
import org.shishi.shell.text.ShellTexts;

/** Text for which some words are offered; what else is typed is given on as it is, for the rule to answer. */
final class OfferField extends SimpleField<ComboBox<String>> {

    private final List<String> options;

    OfferField(InputInfo info, InputWords words, String label) {
        super(new ComboBox<>(label));
        options = info.options();
        field.setManualValidation(true);
        field.setItems(options);
        field.setAllowCustomValue(true);
        field.setClearButtonVisible(true);
        field.setPlaceholder(ShellTexts.t("input.choose"));
        field.setItemLabelGenerator(option -> options.contains(option) ? words.option(info.words(), option) : option);
        field.addCustomValueSetListener(e -> show(e.getDetail()));
        field.setHelperText(words.hint(info.name()));
    }

    @Override
    public Object value() {
        String given = field.getValue();
        return given == null || given.isBlank() ? null : given;
    }

    @Override
    public void show(Object plain) {
        String wanted = plain == null ? null : String.valueOf(plain);
        if (wanted != null && !options.contains(wanted)) {
            List<String> more = new ArrayList<>(options);
            more.add(wanted);
            field.setItems(more);
        }
        field.setValue(wanted);
    }
}
