package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.shishi.shell.text.ShellTexts;

/** A one-time password, shown once: the platform itself does not know it afterwards. */
final class OneTimePassword {

    private OneTimePassword() {}

    static void show(String displayName, String password, Runnable closed) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(ShellTexts.t("one-time.title", displayName));
        dialog.setWidth("30rem");
        dialog.setCloseOnEsc(false);
        dialog.setCloseOnOutsideClick(false);
        TextField field = new TextField(ShellTexts.t("one-time.label"));
        field.setValue(password);
        field.setReadOnly(true);
        field.setWidthFull();
        field.addClassName("one-time");
        field.setAutoselect(true);
        Button close = new Button(ShellTexts.t("one-time.close"), e -> {
            dialog.close();
            closed.run();
        });
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(ShellTexts.t("one-time.text")), field);
        dialog.getFooter().add(close);
        dialog.open();
        field.focus();
    }
}
