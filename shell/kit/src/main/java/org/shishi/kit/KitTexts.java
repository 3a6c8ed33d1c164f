package org.shishi.kit;

import org.shishi.kit.text.Messages;

/** The kit's own words. */
public final class KitTexts {

    public static final Messages TEXTS = Messages.beside(KitTexts.class, "messages");

    private KitTexts() {}

    /** In the language of the page at hand. */
    public static String t(String key, Object... args) {
        return TEXTS.here(key, args);
    }
}
