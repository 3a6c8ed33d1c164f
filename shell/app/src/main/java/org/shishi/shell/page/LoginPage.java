package org.shishi.shell.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.AbstractLogin;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.kit.text.Messages;
import org.shishi.shell.layout.DemoBanner;
import org.shishi.shell.session.ElsewhereSignIn;
import org.shishi.shell.session.Language;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.ShellTexts;

/** Sign in. A plain form with plain fields, so that password managers know it. */
@Component(service = LoginPage.class, scope = ServiceScope.PROTOTYPE)
public final class LoginPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Sessions sessions;
    private final transient ElsewhereSignIn elsewhere;
    private final transient CoreTexts words;
    private final LoginForm form = new LoginForm();
    private final CodeForm code = new CodeForm(this::signIn, this::again);
    private final Div note = new Div();
    private QueryParameters query = QueryParameters.empty();

    @Activate
    public LoginPage(
            @Reference Sessions sessions,
            @Reference ElsewhereSignIn elsewhere,
            @Reference CoreTexts words,
            @Reference PlatformInfo platform) {
        this.sessions = sessions;
        this.elsewhere = elsewhere;
        this.words = words;
        addClassName("entry");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(BuiltIn.login());
        form.addLoginListener(this::signIn);
        form.getElement().setProperty("headingLevel", 2);
        form.getElement()
                .executeJs(
                        """
                        const field = this.querySelector('vaadin-password-field');
                        if (field) field.i18n = { reveal: $0 };
                        """,
                        ShellTexts.t("login.reveal"));
        note.addClassName("entry-note");
        note.getElement().setAttribute("role", "status");
        note.setVisible(false);
        Main panel = new Main(brand(), note, form, code, other(), forgotten(), languages());
        panel.addClassName("entry-panel");
        if (platform.demo()) {
            add(new DemoBanner());
        }
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = event.getLocation().getQueryParameters();
        if (CurrentUser.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        for (String why : List.of("idle", "out", "disabled")) {
            if (query.getParameters().containsKey(why)) {
                note.setText(ShellTexts.t("login." + why));
                note.setVisible(true);
            }
        }
    }

    private void signIn(AbstractLogin.LoginEvent event) {
        signIn(event.getUsername(), event.getPassword(), null);
    }

    private void signIn(String userName, String password, String typed) {
        try {
            sessions.signIn(userName, password, typed);
        } catch (RefusedException e) {
            String reason = e.violations().getFirst().code();
            if (reason.equals("CORE-LOGIN-CODE")) {
                ask(userName, password);
            } else if (reason.equals("CORE-FACTOR-CODE")) {
                code.refuse(words.message(e.violations().getFirst(), null).in(Messages.locale()));
            } else {
                again();
                refuse(e);
            }
            return;
        }
        UI ui = UI.getCurrent();
        // A new page, so that nothing of the old session's page lives on.
        ui.getPage().setLocation(target());
    }

    /** The second step: the password was right, the account has a second factor. */
    private void ask(String userName, String password) {
        form.setVisible(false);
        note.setVisible(false);
        code.ask(userName, password);
    }

    private void again() {
        code.setVisible(false);
        form.setVisible(true);
        form.setEnabled(true);
    }

    private void refuse(RefusedException refusal) {
        LoginI18n i18n = BuiltIn.login();
        i18n.getErrorMessage().setTitle(ShellTexts.t("login.refused"));
        i18n.getErrorMessage()
                .setMessage(words.message(refusal.violations().getFirst(), null).in(Messages.locale()));
        form.setI18n(i18n);
        form.setError(true);
        note.setVisible(false);
    }

    private String target() {
        return Destination.of(query.getSingleParameter(Sessions.TO).orElse(""));
    }

    private static Div brand() {
        Span mark = new Span();
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div brand = new Div(mark, new H1(ShellTexts.t("product")), new Paragraph(ShellTexts.t("product.subtitle")));
        brand.addClassName("entry-brand");
        return brand;
    }

    /** The button to the provider, where there is one. */
    private Div other() {
        Div other = new Div();
        elsewhere.provider().ifPresent(name -> {
            Button depart = new Button(ShellTexts.t("login.elsewhere", name), e -> depart());
            depart.setWidthFull();
            other.add(depart);
        });
        return other;
    }

    private void depart() {
        try {
            UI.getCurrent()
                    .getPage()
                    .setLocation(elsewhere
                            .depart(query.getSingleParameter(Sessions.TO).orElse(""))
                            .toString());
        } catch (RefusedException e) {
            refuse(e);
        }
    }

    private static Paragraph forgotten() {
        Paragraph help = new Paragraph(ShellTexts.t("login.help"));
        help.addClassName("entry-help");
        return help;
    }

    private Div languages() {
        Div languages = new Div(language("中文", Locale.SIMPLIFIED_CHINESE), language("English", Locale.ENGLISH));
        languages.addClassName("entry-languages");
        languages.getElement().setAttribute("role", "group").setAttribute("aria-label", ShellTexts.t("language"));
        return languages;
    }

    private static Button language(String name, Locale locale) {
        Button button = new Button(name, e -> {
            VaadinSession.getCurrent().setLocale(locale);
            Language.remember(locale);
            UI.getCurrent().getPage().reload();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.getElement().setAttribute("lang", locale.getLanguage());
        boolean now = Messages.locale().getLanguage().equals(locale.getLanguage());
        button.getElement().setAttribute("aria-pressed", Boolean.toString(now));
        return button;
    }

    @Override
    public String getPageTitle() {
        return ShellTexts.t("page.title", ShellTexts.t("login.title"));
    }
}
