package org.shishi.shell.servlet;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.shishi.shell.text.ShellTexts;

/** Chinese first, English second; nothing else is offered. */
final class ShellI18n implements I18NProvider {

    private static final long serialVersionUID = 1L;

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return ShellTexts.TEXTS.get(key, params).in(locale);
    }
}
