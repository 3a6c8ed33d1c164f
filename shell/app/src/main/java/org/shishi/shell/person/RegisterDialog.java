package org.shishi.shell.person;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.PersonDraft;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.RefusalWords;
import org.shishi.shell.text.ShellTexts;

/** Asks who it is. Who is known already is found, not entered twice. */
final class RegisterDialog {

    private final Select<DocumentKind> kind = kinds();
    private final TextField number = new TextField(ShellTexts.t("persons.number"));
    private final TextField name = new TextField(ShellTexts.t("persons.name"));
    private final TextField mobile = new TextField(ShellTexts.t("persons.mobile"));
    private final Select<PersonDraft.Employment> employment = new Select<>();
    private final Checkbox member = new Checkbox(ShellTexts.t("persons.member"));

    RegisterDialog() {
        number.setRequiredIndicatorVisible(true);
        name.setRequiredIndicatorVisible(true);
        employment.setLabel(ShellTexts.t("persons.employment"));
        employment.setItems(PersonDraft.Employment.values());
        employment.setItemLabelGenerator(each -> each == null ? "" : ShellTexts.t("persons.employment." + each));
        employment.setEmptySelectionAllowed(true);
    }

    static Select<DocumentKind> kinds() {
        Select<DocumentKind> kinds = new Select<>();
        kinds.setLabel(ShellTexts.t("persons.kind"));
        kinds.setItems(DocumentKind.values());
        kinds.setItemLabelGenerator(each -> ShellTexts.t("persons.kind." + each));
        kinds.setValue(DocumentKind.RESIDENT_ID);
        return kinds;
    }

    void open(Consumer<PersonDraft> register, RefusalWords words) {
        Div fields = new Div(kind, number, name, mobile, employment, member);
        fields.addClassName("stack");
        new ActionDialog(
                        ShellTexts.t("persons.register"),
                        ShellTexts.t("persons.register.effect"),
                        ShellTexts.t("persons.register.verb"))
                .with(fields)
                .open(answer -> register.accept(draft()), words);
    }

    private PersonDraft draft() {
        return new PersonDraft(
                kind.getValue(),
                number.getValue(),
                name.getValue(),
                null,
                null,
                mobile.getValue(),
                null,
                employment.getValue(),
                null,
                member.getValue() ? Boolean.TRUE : null);
    }
}
