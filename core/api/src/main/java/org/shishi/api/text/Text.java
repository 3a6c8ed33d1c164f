package org.shishi.api.text;

import java.util.Locale;
import java.util.Objects;

/**
 * One wording in both languages of the platform.
 *
 * @param zh simplified Chinese, never null
 * @param en English, never null
 */
public record Text(String zh, String en) {

    public Text {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /** The same word in both languages, for numbers, codes and names. */
    public static Text same(String word) {
        return new Text(word, word);
    }

    /** The wording for a language: English for {@code en*}, Chinese for everything else. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }
}
