package org.shishi.shell.input;

import java.util.List;
import org.shishi.api.rule.RuleInfo.InputInfo;
import org.shishi.kit.field.ChoiceBox;
import org.shishi.shell.text.ShellTexts;

/** One of several, or yes and no. */
final class ChoiceField extends SimpleField<ChoiceBox<String>> {

    private static final List<String> TRUTH = List.of("true", "false");

    private final boolean truth;

    ChoiceField(InputInfo info, InputWords words, String label) {
        super(new ChoiceBox<>(label));
        truth = info.type().equals("bool");
        List<String> options = truth ? TRUTH : info.options();
        field.setItems(options);
        field.setItemLabelGenerator(option -> word(info, words, option));
        boolean needed = info.required() && info.otherwise().isEmpty();
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(ShellTexts.t("input.choose"));
        required(field, needed);
        field.setHelperText(words.hint(info.name()));
        if (options.contains(info.otherwise())) {
            field.setValue(info.otherwise());
        }
    }

    private String word(InputInfo info, InputWords words, String option) {
        if (option == null) {
            return ShellTexts.t("input.choose");
        }
        return truth ? ShellTexts.t(option.equals("true") ? "yes" : "no") : words.option(info.words(), option);
    }

    @Override
    public Object value() {
        String chosen = field.getValue();
        return chosen == null || !truth ? chosen : (Object) Boolean.valueOf(chosen);
    }

    @Override
    public void show(Object plain) {
        String wanted = plain == null ? null : String.valueOf(plain);
        boolean there = wanted != null && field.getListDataView().getItems().anyMatch(wanted::equals);
        field.setValue(there ? wanted : null);
    }
}
