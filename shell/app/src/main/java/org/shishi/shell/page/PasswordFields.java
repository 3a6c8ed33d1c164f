package org.shishi.shell.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.kit.text.Messages;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.ShellTexts;

/** Old password, new one, new one again. */
public final class PasswordFields extends Div {

    private final transient Sessions sessions;
    private final transient CoreTexts words;
    private final transient Runnable done;
    private final ErrorSummary errors = new ErrorSummary();
    private final PasswordField old = field("password.old", "current-password");
    private final PasswordField fresh = field("password.new", "new-password");
    private final PasswordField again = field("password.again", "new-password");

    public PasswordFields(Sessions sessions, CoreTexts words, Runnable done) {
        this.sessions = sessions;
        this.words = words;
        this.done = done;
        addClassName("form");
        fresh.setHelperText(ShellTexts.t("password.rule"));
        Button save = new Button(ShellTexts.t("password.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        again.addKeyPressListener(Key.ENTER, e -> save());
        add(errors, old, fresh, again, new Div(save));
    }

    private void save() {
        List<ErrorSummary.Line> lines = new ArrayList<>();
        missing(old, lines);
        missing(fresh, lines);
        boolean differs = !fresh.getValue().equals(again.getValue());
        mark(again, differs ? ShellTexts.t("password.differs") : null, lines);
        if (lines.isEmpty()) {
            try {
                sessions.changePassword(old.getValue(), fresh.getValue());
                List.of(old, fresh, again).forEach(PasswordField::clear);
                errors.clear();
                done.run();
                return;
            } catch (RefusedException e) {
                e.violations().forEach(violation -> refused(violation, lines));
            }
        }
        errors.show(lines);
    }

    private void refused(Violation violation, List<ErrorSummary.Line> lines) {
        PasswordField field = violation.code().equals("CORE-PASSWORD-WRONG") ? old : fresh;
        mark(field, words.message(violation, null).in(Messages.locale()), lines);
    }

    private static void missing(PasswordField field, List<ErrorSummary.Line> lines) {
        mark(field, field.getValue().isEmpty() ? ShellTexts.t("required") : null, lines);
    }

    private static void mark(PasswordField field, String message, List<ErrorSummary.Line> lines) {
        field.setInvalid(message != null);
        field.setErrorMessage(message);
        if (message != null) {
            lines.add(new ErrorSummary.Line(field.getLabel(), message, field::focus));
        }
    }

    private static PasswordField field(String key, String autocomplete) {
        PasswordField field = BuiltIn.speak(new PasswordField(ShellTexts.t(key)));
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.setWidthFull();
        return field;
    }

    /** Password managers look for the name next to the new password. */
    static Paragraph account() {
        Paragraph account =
                new Paragraph(ShellTexts.t("password.account", CurrentUser.get().name()));
        account.addClassName("muted");
        return account;
    }
}
