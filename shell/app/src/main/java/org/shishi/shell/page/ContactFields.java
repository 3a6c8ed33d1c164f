package org.shishi.shell.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shishi.api.platform.ContactSettings;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** Where and how one wants to be told besides the inbox. */
public final class ContactFields extends Div {

    private final transient ContactSettings contacts;
    private final transient CoreTexts words;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextField email = field("contact.email", "email");
    private final Checkbox byEmail = new Checkbox(ShellTexts.t("contact.by-email"));
    private final Checkbox digest = new Checkbox(ShellTexts.t("contact.digest"));
    private final TextField mobile = field("contact.mobile", "tel");
    private final Checkbox byText = new Checkbox(ShellTexts.t("contact.by-text"));

    public ContactFields(ContactSettings contacts, CoreTexts words) {
        this.contacts = contacts;
        this.words = words;
        addClassName("form");
        show(contacts.mine(CurrentUser.get()));
        Button save = new Button(ShellTexts.t("contact.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(errors);
        notOffered(contacts.offered());
        add(email, byEmail, digest, mobile, byText, new Div(save));
    }

    /** Said before somebody waits for letters that nobody can send. */
    private void notOffered(Set<DeliveryChannel> offered) {
        for (DeliveryChannel channel : DeliveryChannel.values()) {
            if (!offered.contains(channel)) {
                Paragraph absent = new Paragraph(ShellTexts.t("contact.absent." + channel));
                absent.addClassName("muted");
                add(absent);
            }
        }
    }

    private void show(ContactSettings.Settings settings) {
        email.setValue(settings.email());
        byEmail.setValue(settings.byEmail());
        digest.setValue(settings.digest());
        mobile.setValue(settings.mobile());
        byText.setValue(settings.byTextMessage());
    }

    private void save() {
        List<ErrorSummary.Line> lines = new ArrayList<>();
        mark(email, null, lines);
        mark(mobile, null, lines);
        try {
            show(contacts.save(
                    CurrentUser.get(),
                    new ContactSettings.Settings(
                            email.getValue(),
                            byEmail.getValue(),
                            digest.getValue(),
                            mobile.getValue(),
                            byText.getValue())));
            Notices.success(ShellTexts.t("contact.saved"));
        } catch (RefusedException e) {
            for (Violation violation : e.violations()) {
                mark(
                        "mobile".equals(violation.field()) ? mobile : email,
                        words.message(violation, null).in(Messages.locale()),
                        lines);
            }
        }
        errors.show(lines);
    }

    private static void mark(TextField field, String message, List<ErrorSummary.Line> lines) {
        field.setInvalid(message != null);
        field.setErrorMessage(message);
        if (message != null) {
            lines.add(new ErrorSummary.Line(field.getLabel(), message, field::focus));
        }
    }

    private static TextField field(String key, String autocomplete) {
        TextField field = new TextField(ShellTexts.t(key));
        field.setManualValidation(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.setWidthFull();
        return field;
    }
}
