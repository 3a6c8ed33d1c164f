package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.text.BuiltIn;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** The form of a body. Refused, it stays open with everything in it. */
final class OrganisationDialog {

    private final Dialog dialog = new Dialog();
    private final ErrorSummary errors = new ErrorSummary();
    private final Select<OrgType> type = new Select<>();
    private final TextField name = new TextField(ShellTexts.t("organisations.name"));
    private final TextField code = new TextField(ShellTexts.t("organisations.code"));
    private final TextArea aliases = new TextArea(ShellTexts.t("organisations.aliases"));
    private final Select<District> district = new Select<>();
    private final Checkbox suburban = new Checkbox(ShellTexts.t("organisations.suburban"));
    private final DatePicker from = BuiltIn.speak(new DatePicker(ShellTexts.t("organisations.from")));
    private final DatePicker to = BuiltIn.speak(new DatePicker(ShellTexts.t("organisations.to")));
    private final RefusalWords words;
    private final Consumer<Organisation> save;
    private final UUID id;
    private final UUID parent;
    private final String path;

    private OrganisationDialog(
            Organisation start, List<OrgType> types, String title, RefusalWords words, Consumer<Organisation> save) {
        this.words = words;
        this.save = save;
        id = start.id();
        parent = start.parentId();
        path = start.path();
        fill(start, types);
        Div form = new Div(errors, type, name, code, aliases, district, suburban, from, to);
        form.addClassName("form");
        Button done = new Button(ShellTexts.t("save"), e -> save());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.setHeaderTitle(title);
        dialog.addClassName("action-dialog");
        dialog.setWidth("32rem");
        dialog.setCloseOnOutsideClick(false);
        dialog.add(form);
        dialog.getFooter().add(new Button(ShellTexts.t("cancel"), e -> dialog.close()), done);
    }

    static void create(Organisation parent, List<OrgType> types, RefusalWords words, Consumer<Organisation> save) {
        Organisation blank = new Organisation(
                UUID.randomUUID(),
                types.getFirst(),
                "",
                List.of(),
                parent.id(),
                "",
                parent.district(),
                false,
                null,
                null);
        new OrganisationDialog(blank, types, ShellTexts.t("organisations.new.under", parent.name()), words, save)
                .dialog.open();
    }

    static void edit(Organisation organisation, RefusalWords words, Consumer<Organisation> save) {
        new OrganisationDialog(
                        organisation,
                        List.of(organisation.type()),
                        ShellTexts.t("organisations.edit.title", organisation.name()),
                        words,
                        save)
                .dialog.open();
    }

    private void fill(Organisation start, List<OrgType> types) {
        type.setLabel(ShellTexts.t("organisations.type"));
        type.setItems(types);
        type.setItemLabelGenerator(OrganisationWords::type);
        type.setValue(start.type());
        type.setReadOnly(types.size() == 1);
        name.setValue(start.name());
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        code.setValue(start.code() == null ? "" : start.code());
        aliases.setHelperText(ShellTexts.t("organisations.aliases.help"));
        aliases.setValue(String.join("\n", start.aliases()));
        district.setLabel(ShellTexts.t("organisations.district"));
        district.setEmptySelectionAllowed(true);
        district.setEmptySelectionCaption(ShellTexts.t("none"));
        district.setItems(District.values());
        district.setItemLabelGenerator(
                d -> d == null ? ShellTexts.t("none") : d.title().in(Messages.locale()));
        district.setValue(start.district());
        suburban.setValue(start.suburban());
        from.setValue(start.validFrom());
        to.setValue(start.validTo());
    }

    private void save() {
        List<ErrorSummary.Line> lines = new ArrayList<>();
        boolean nameless = name.getValue().isBlank();
        name.setInvalid(nameless);
        name.setErrorMessage(nameless ? ShellTexts.t("required") : null);
        if (nameless) {
            lines.add(new ErrorSummary.Line(name.getLabel(), ShellTexts.t("required"), name::focus));
        }
        boolean backwards = from.getValue() != null
                && to.getValue() != null
                && to.getValue().isBefore(from.getValue());
        to.setInvalid(backwards);
        to.setErrorMessage(backwards ? ShellTexts.t("organisations.valid.backwards") : null);
        if (backwards) {
            lines.add(new ErrorSummary.Line(to.getLabel(), ShellTexts.t("organisations.valid.backwards"), to::focus));
        }
        if (lines.isEmpty()) {
            try {
                save.accept(organisation());
                dialog.close();
                return;
            } catch (RefusedException e) {
                words.of(e.violations()).forEach(why -> lines.add(new ErrorSummary.Line(null, why, null)));
            }
        }
        errors.show(lines);
    }

    private Organisation organisation() {
        List<String> others = aliases.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Organisation(
                id,
                type.getValue(),
                name.getValue().strip(),
                others,
                parent,
                path,
                district.getValue(),
                suburban.getValue(),
                from.getValue(),
                to.getValue(),
                code.getValue());
    }
}
