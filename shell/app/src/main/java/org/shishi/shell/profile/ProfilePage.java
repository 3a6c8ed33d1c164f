package org.shishi.shell.profile;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.ApiTokens;
import org.shishi.api.platform.ContactSettings;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.api.platform.OpenIdSignIn;
import org.shishi.api.platform.OpenSessions;
import org.shishi.api.platform.SecondFactor;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.CalendarAddress;
import org.shishi.shell.page.ContactFields;
import org.shishi.shell.page.Facts;
import org.shishi.shell.page.PasswordFields;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.RoleWords;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.ElsewhereSignIn;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.ShellTexts;

/** One's own account: what one may do, language, how one is told, password, second factor, sessions, tokens. */
@Component(service = ProfilePage.class, scope = ServiceScope.PROTOTYPE)
public final class ProfilePage extends ShellPage {

    public static final String ROUTE = "profile";

    private static final Map<String, Locale> LANGUAGES =
            Map.of("中文", Locale.SIMPLIFIED_CHINESE, "English", Locale.ENGLISH);

    @Activate
    public ProfilePage(
            @Reference Sessions sessions,
            @Reference CoreTexts words,
            @Reference ContactSettings contacts,
            @Reference DeadlineCentre deadlines,
            @Reference SecondFactor factor,
            @Reference OpenSessions open,
            @Reference ApiTokens tokens,
            @Reference OpenIdSignIn openId,
            @Reference ElsewhereSignIn elsewhere,
            @Reference LiveProgrammes programmes,
            @Reference Clock clock,
            @Reference Refusals refusals) {
        super("nav.profile");
        Caller caller = CurrentUser.get();
        add(
                account(caller, sessions),
                language(caller, sessions),
                panel("contact.title", new ContactFields(contacts, words)),
                panel("feed.title", new CalendarAddress(deadlines)),
                password(sessions, words),
                new SecondFactorPanel(factor, sessions, refusals),
                new SessionsPanel(open, sessions),
                new TokensPanel(tokens, programmes, clock, refusals));
        if (elsewhere.provider().isPresent()) {
            add(new ElsewherePanel(openId, elsewhere, refusals));
        }
    }

    private static Section account(Caller caller, Sessions sessions) {
        Facts facts = new Facts()
                .add("profile.name", caller.name())
                .add("profile.acting", caller.organisation().name())
                .add(
                        "profile.organisations",
                        sessions.organisations().stream()
                                .map(Organisation::name)
                                .collect(Collectors.joining("\n")))
                .add("profile.roles", String.join("\n", RoleWords.of(caller)));
        return panel("profile.account", facts);
    }

    private static Section language(Caller caller, Sessions sessions) {
        RadioButtonGroup<String> choice = new RadioButtonGroup<>();
        choice.setLabel(ShellTexts.t("language.choose"));
        choice.setItems(List.of("中文", "English"));
        choice.setValue(caller.locale().getLanguage().equals("en") ? "English" : "中文");
        choice.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                sessions.speak(LANGUAGES.get(e.getValue()));
            }
        });
        return panel("language", choice);
    }

    private static Section password(Sessions sessions, CoreTexts words) {
        return panel(
                "password.title",
                new PasswordFields(sessions, words, () -> Notices.success(ShellTexts.t("password.changed"))));
    }

    private static Section panel(String key, com.vaadin.flow.component.Component content) {
        Section panel = new Section(new H2(ShellTexts.t(key)), content);
        panel.addClassName("card");
        return panel;
    }
}
