package org.shishi.shell.page;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
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
import org.shishi.api.platform.ContactSettings;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.ShellTexts;

/** One's own account: what one may do, language, how one is told, password. */
@Component(service = ProfilePage.class, scope = ServiceScope.PROTOTYPE)
public final class ProfilePage extends ShellPage {

    private static final Map<String, Locale> LANGUAGES =
            Map.of("中文", Locale.SIMPLIFIED_CHINESE, "English", Locale.ENGLISH);

    @Activate
    public ProfilePage(
            @Reference Sessions sessions,
            @Reference CoreTexts words,
            @Reference ContactSettings contacts,
            @Reference DeadlineCentre deadlines) {
        super("nav.profile");
        Caller caller = CurrentUser.get();
        add(
                account(caller, sessions),
                language(caller, sessions),
                panel("contact.title", new ContactFields(contacts, words)),
                panel("feed.title", new CalendarAddress(deadlines)),
                password(sessions, words));
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
