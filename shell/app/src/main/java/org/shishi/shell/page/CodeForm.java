package org.shishi.shell.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.shishi.shell.text.ShellTexts;

/** Asks for the code of the second factor, after the password was right. */
final class CodeForm extends Div {

    /** Tries to sign in with all three. */
    interface Try {
        void with(String userName, String password, String code);
    }

    private final TextField code = new TextField(ShellTexts.t("factor.code"));
    private final transient Try attempt;
    private transient String userName;
    private transient String password;

    CodeForm(Try attempt, Runnable back) {
        this.attempt = attempt;
        addClassNames("form", "code-form");
        code.setManualValidation(true);
        code.setRequiredIndicatorVisible(true);
        code.setWidthFull();
        code.setHelperText(ShellTexts.t("factor.code.help"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.addKeyPressListener(Key.ENTER, e -> go());
        Button go = new Button(ShellTexts.t("login.title"), e -> go());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button other = new Button(ShellTexts.t("login.other"), e -> {
            forget();
            back.run();
        });
        other.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(new H2(ShellTexts.t("factor.title")), new Paragraph(ShellTexts.t("factor.ask")), code, go, other);
        setVisible(false);
    }

    void ask(String who, String secret) {
        userName = who;
        password = secret;
        setVisible(true);
        code.clear();
        code.setInvalid(false);
        code.focus();
    }

    void refuse(String message) {
        code.setInvalid(true);
        code.setErrorMessage(message);
        code.focus();
    }

    private void go() {
        if (code.getValue().isBlank()) {
            refuse(ShellTexts.t("required"));
            return;
        }
        attempt.with(userName, password, code.getValue());
    }

    private void forget() {
        userName = null;
        password = null;
    }
}
