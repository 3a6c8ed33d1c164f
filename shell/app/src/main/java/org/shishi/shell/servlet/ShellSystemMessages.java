package org.shishi.shell.servlet;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import java.util.Locale;
import org.shishi.shell.text.ShellTexts;

/** What the page says by itself when the server no longer knows it; a click loads it anew, at the same address. */
final class ShellSystemMessages implements SystemMessagesProvider {

    private static final long serialVersionUID = 1L;

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        Locale locale = info.getLocale() == null ? Locale.SIMPLIFIED_CHINESE : info.getLocale();
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(word("system.expired", locale));
        messages.setSessionExpiredMessage(word("system.expired.message", locale));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(word("system.error", locale));
        messages.setInternalErrorMessage(word("system.error.message", locale));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(word("system.cookies", locale));
        messages.setCookiesDisabledMessage(word("system.cookies.message", locale));
        messages.setSyncErrorNotificationEnabled(true);
        messages.setSyncErrorCaption(word("system.error", locale));
        messages.setSyncErrorMessage(word("system.error.message", locale));
        return messages;
    }

    private static String word(String key, Locale locale) {
        return ShellTexts.TEXTS.get(key).in(locale);
    }
}
