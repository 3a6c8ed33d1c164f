package org.shishi.shell.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.shishi.shell.text.ShellTexts;

/** A token, shown once: the platform itself does not know it afterwards. */
final class Secret {

    private Secret() {}

    static void show(String title, String secret) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setWidth("36rem");
        dialog.setCloseOnEsc(false);
        dialog.setCloseOnOutsideClick(false);
        TextField field = new TextField(ShellTexts.t("tokens.secret"));
        field.setValue(secret);
        field.setReadOnly(true);
        field.setWidthFull();
        field.setAutoselect(true);
        field.addClassName("one-time");
        Button close = new Button(ShellTexts.t("tokens.close"), e -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(ShellTexts.t("tokens.once")), field);
        dialog.getFooter().add(close);
        dialog.open();
        field.focus();
    }
}
