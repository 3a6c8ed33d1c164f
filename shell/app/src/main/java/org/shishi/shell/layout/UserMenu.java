package org.shishi.shell.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Locale;
import org.shishi.api.identity.Caller;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.ShellTexts;

/** The person's own corner: profile, language, sign out. */
final class UserMenu extends MenuBar {

    UserMenu(Caller caller, Sessions sessions) {
        BuiltIn.speak(this);
        addClassName("user-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        Avatar face = new Avatar();
        face.setAbbreviation(initials(caller.name()));
        face.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(caller.name());
        name.addClassName("user-name");
        MenuItem root = addItem(face);
        root.add(name);
        root.getElement().setAttribute("aria-label", ShellTexts.t("user.menu", caller.name()));
        root.getSubMenu()
                .addItem(ShellTexts.t("nav.profile"), e -> UI.getCurrent().navigate("profile"));
        MenuItem language = root.getSubMenu().addItem(ShellTexts.t("language"));
        language(language, caller, "中文", Locale.SIMPLIFIED_CHINESE, sessions);
        language(language, caller, "English", Locale.ENGLISH, sessions);
        root.getSubMenu().addItem(ShellTexts.t("sign-out"), e -> sessions.signOut());
    }

    private static void language(MenuItem menu, Caller caller, String name, Locale locale, Sessions sessions) {
        MenuItem item = menu.getSubMenu().addItem(name, e -> sessions.speak(locale));
        item.getElement().setAttribute("lang", locale.getLanguage());
        item.setCheckable(true);
        item.setChecked(caller.locale().getLanguage().equals(locale.getLanguage()));
    }

    /** One Chinese family name, or the first letters of two names. */
    static String initials(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()) {
            return "";
        }
        int first = trimmed.codePointAt(0);
        if (Character.isIdeographic(first)) {
            return Character.toString(first);
        }
        int space = trimmed.lastIndexOf(' ');
        return trimmed.substring(0, 1) + (space < 0 ? "" : trimmed.substring(space + 1, space + 2));
    }
}
