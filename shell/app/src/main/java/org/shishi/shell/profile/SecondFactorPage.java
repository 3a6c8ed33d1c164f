package org.shishi.shell.profile;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.SecondFactor;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.ShellTexts;

/** Sets up the second factor: by one's own wish from the profile, or before anything else where the role needs it. */
@Component(service = SecondFactorPage.class, scope = ServiceScope.PROTOTYPE)
public final class SecondFactorPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    public static final String ROUTE = "second-factor";

    private final transient SecondFactor factor;
    private final transient Sessions sessions;
    private final transient Refusals refusals;
    private final Main panel = new Main();
    private final TextField code = new TextField(ShellTexts.t("factor.code"));

    @Activate
    public SecondFactorPage(
            @Reference SecondFactor factor, @Reference Sessions sessions, @Reference Refusals refusals) {
        this.factor = factor;
        this.sessions = sessions;
        this.refusals = refusals;
        addClassName("entry");
        panel.addClassName("entry-panel");
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (sessions.mustProve()) {
            ask();
            return;
        }
        if (factor.state(CurrentUser.get()) == SecondFactor.State.ENROLLED) {
            event.forwardTo(ProfilePage.class);
            return;
        }
        show(factor.begin(CurrentUser.get()));
    }

    private void show(SecondFactor.Enrolment enrolment) {
        boolean forced = sessions.mustEnrol();
        Button leave = forced
                ? new Button(ShellTexts.t("sign-out"), e -> sessions.signOut())
                : new Button(ShellTexts.t("cancel"), e -> UI.getCurrent().navigate(ProfilePage.ROUTE));
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Code secret = new Code(enrolment.secret());
        secret.addClassName("factor-secret");
        Div form = new Div(
                new Paragraph(ShellTexts.t("factor.scan")),
                QrImage.of(enrolment.uri(), ShellTexts.t("factor.qr")),
                new Paragraph(ShellTexts.t("factor.type")),
                secret,
                code("factor.enable", this::confirm),
                leave);
        form.addClassNames("form", "factor");
        panel.removeAll();
        panel.add(
                new H1(ShellTexts.t("factor.title")),
                new Paragraph(ShellTexts.t(forced ? "factor.forced" : "factor.why")),
                form);
    }

    /** The account has one, but the way in did not ask for it. */
    private void ask() {
        Button leave = new Button(ShellTexts.t("sign-out"), e -> sessions.signOut());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div form = new Div(code("login.title", this::prove), leave);
        form.addClassNames("form", "factor");
        panel.removeAll();
        panel.add(new H1(ShellTexts.t("factor.title")), new Paragraph(ShellTexts.t("factor.prove")), form);
    }

    private Div code(String verb, Runnable deed) {
        code.setManualValidation(true);
        code.setRequiredIndicatorVisible(true);
        code.setWidthFull();
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.addKeyPressListener(Key.ENTER, e -> deed.run());
        Button button = new Button(ShellTexts.t(verb), e -> deed.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(code, button);
        fields.addClassName("stack");
        return fields;
    }

    private void prove() {
        unlessRefused(() -> {
            sessions.prove(code.getValue());
            UI.getCurrent().navigate("");
        });
    }

    private void confirm() {
        unlessRefused(() -> {
            RecoveryCodes codes = new RecoveryCodes(factor.confirm(CurrentUser.get(), code.getValue()), () -> {
                sessions.factorChanged();
                UI.getCurrent().navigate("");
            });
            panel.removeAll();
            panel.add(new H1(ShellTexts.t("factor.enabled")), codes);
        });
    }

    private void unlessRefused(Runnable deed) {
        try {
            deed.run();
        } catch (RefusedException e) {
            code.setInvalid(true);
            code.setErrorMessage(String.join("\n", refusals.words().of(e.violations())));
            code.focus();
        }
    }

    @Override
    public String getPageTitle() {
        return ShellTexts.t("page.title", ShellTexts.t("factor.title"));
    }
}
