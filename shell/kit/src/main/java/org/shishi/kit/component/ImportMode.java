package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import org.shishi.api.form.Forms;
import org.shishi.kit.field.Amounts;

/**
 * What to do about rows that are not good, asked after all rows of a file were looked at. All or nothing can be chosen
 * while no row is bad; it still decides what happens when one becomes so until the file is saved. Begins with the stricter
 * choice that is possible.
 */
public final class ImportMode extends RadioButtonGroup<Forms.Mode> {

    private static final long serialVersionUID = 1L;

    /** @param accepted rows that are good; @param rejected rows that are not */
    public ImportMode(long accepted, long rejected) {
        super(t("import.mode"));
        addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        setItems(Forms.Mode.values());
        setItemLabelGenerator(mode -> t("import.mode." + mode, Amounts.count(accepted), Amounts.count(rejected)));
        setItemEnabledProvider(mode -> mode == Forms.Mode.VALID_ONLY || rejected == 0);
        setValue(rejected == 0 ? Forms.Mode.ALL_OR_NOTHING : Forms.Mode.VALID_ONLY);
    }
}
