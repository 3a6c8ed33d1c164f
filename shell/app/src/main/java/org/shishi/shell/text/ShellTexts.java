package org.shishi.shell.text;

import org.shishi.api.text.Text;
import org.shishi.kit.text.Messages;

/** The shell's own words. */
public final class ShellTexts {

    public static final Messages TEXTS = Messages.beside(ShellTexts.class, "/org/shishi/shell/messages");

    private ShellTexts() {}

    /** In the language of the page at hand. */
    public static String t(String key, Object... args) {
        return TEXTS.here(key, args);
    }

    public static String t(Text text) {
        return text.in(Messages.locale());
    }
}
