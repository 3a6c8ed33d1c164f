package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.field.OrganisationPicker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** The form of a unit. Refused, it stays open with everything in it. */
final class UnitDialog {

    private final Dialog dialog = new Dialog();
    private final ErrorSummary errors = new ErrorSummary();
    private final Select<UnitKind> kind = new Select<>();
    private final TextField name = new TextField(ShellTexts.t("units.name"));
    private final TextField uscc = new TextField(ShellTexts.t("units.uscc"));
    private final Select<District> district = new Select<>();
    private final OrganisationPicker union;
    private final Checkbox platform = new Checkbox(ShellTexts.t("units.platform"));
    private final DatePicker to = BuiltIn.speak(new DatePicker(ShellTexts.t("organisations.to")));
    private final Unit before;
    private final RefusalWords words;
    private final Consumer<Unit> save;

    /** @param before null: a new one */
    UnitDialog(Unit before, Organisations organisations, RefusalWords words, Consumer<Unit> save, Runnable closed) {
        this.before = before;
        this.words = words;
        this.save = save;
        union = new OrganisationPicker(ShellTexts.t("units.union"), organisations, CurrentUser.get());
        kind.setLabel(ShellTexts.t("units.kind"));
        kind.setItems(UnitKind.values());
        kind.setItemLabelGenerator(UnitsPage::word);
        kind.setValue(UnitKind.ENTERPRISE);
        district.setLabel(ShellTexts.t("units.district"));
        district.setEmptySelectionAllowed(true);
        district.setEmptySelectionCaption(ShellTexts.t("none"));
        district.setItems(District.values());
        district.setItemLabelGenerator(
                one -> one == null ? ShellTexts.t("none") : one.title().in(Messages.locale()));
        if (before != null) {
            fill(organisations);
        }
        Div form = new Div(errors, kind, name, uscc, district, union, platform, to);
        form.addClassName("form");
        Button done = new Button(ShellTexts.t("save"), e -> save());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.setHeaderTitle(before == null ? ShellTexts.t("units.new") : ShellTexts.t("units.edit", before.name()));
        dialog.addClassName("action-dialog");
        dialog.setWidth("32rem");
        dialog.setCloseOnOutsideClick(false);
        dialog.add(form);
        dialog.getFooter().add(new Button(ShellTexts.t("cancel"), e -> dialog.close()), done);
        dialog.addOpenedChangeListener(e -> {
            if (!e.isOpened() && e.isFromClient()) {
                closed.run();
            }
        });
    }

    private void fill(Organisations organisations) {
        kind.setValue(before.kind());
        kind.setReadOnly(true);
        name.setValue(before.name());
        uscc.setValue(before.uscc() == null ? "" : before.uscc());
        district.setValue(before.district());
        if (before.organisationId() != null) {
            organisations.byId(before.organisationId()).ifPresent(union::setValue);
        }
        platform.setValue(before.platform());
        to.setValue(before.validTo());
    }

    void open() {
        dialog.open();
        name.focus();
    }

    private void save() {
        try {
            save.accept(new Unit(
                    before == null ? null : before.id(),
                    kind.getValue(),
                    name.getValue(),
                    uscc.getValue(),
                    district.getValue(),
                    union.getValue() == null ? null : union.getValue().id(),
                    platform.getValue(),
                    to.getValue(),
                    before == null ? 0 : before.version()));
            dialog.close();
        } catch (RefusedException e) {
            errors.show(words.of(e.violations()).stream()
                    .map(why -> new ErrorSummary.Line(null, why, null))
                    .toList());
        }
    }
}
