package org.shishi.shell.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.CoreTexts;
import org.shishi.kit.component.Notices;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.ShellTexts;

/** Before anything else a one-time password is replaced by one that nobody else knows. */
@Component(service = PasswordPage.class, scope = ServiceScope.PROTOTYPE)
public final class PasswordPage extends Div implements HasDynamicTitle {

    @Activate
    public PasswordPage(@Reference Sessions sessions, @Reference CoreTexts words) {
        addClassName("entry");
        Button leave = new Button(ShellTexts.t("sign-out"), e -> sessions.signOut());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Main panel = new Main(
                new H1(ShellTexts.t("password.title")),
                new Paragraph(ShellTexts.t("password.why")),
                PasswordFields.account(),
                new PasswordFields(sessions, words, PasswordPage::go),
                leave);
        panel.addClassName("entry-panel");
        add(panel);
    }

    private static void go() {
        UI.getCurrent().navigate("");
        Notices.success(ShellTexts.t("password.changed"));
    }

    @Override
    public String getPageTitle() {
        return ShellTexts.t("page.title", ShellTexts.t("password.title"));
    }
}
