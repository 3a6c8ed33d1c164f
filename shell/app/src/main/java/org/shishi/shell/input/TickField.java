package org.shishi.shell.input;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shishi.api.rule.RuleInfo.InputInfo;

/** Several out of some. */
final class TickField extends SimpleField<CheckboxGroup<String>> {

    private final List<String> options;

    TickField(InputInfo info, InputWords words, String label) {
        super(new CheckboxGroup<>(label));
        options = info.options();
        field.setItems(options);
        field.setItemLabelGenerator(option -> words.option(info.words(), option));
        field.setHelperText(words.hint(info.name()));
    }

    @Override
    public Object value() {
        Set<String> ticked = field.getValue();
        return options.stream().filter(ticked::contains).toList();
    }

    @Override
    public void show(Object plain) {
        Set<String> ticked = new LinkedHashSet<>();
        if (plain instanceof List<?> list) {
            list.forEach(each -> ticked.add(String.valueOf(each)));
        }
        ticked.retainAll(options);
        field.setValue(ticked);
    }

    @Override
    public boolean complain(String path, String message) {
        return super.complain(path.startsWith("[") ? "" : path, message);
    }
}
