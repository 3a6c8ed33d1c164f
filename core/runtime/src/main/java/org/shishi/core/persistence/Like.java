package org.shishi.core.persistence;

import java.util.Locale;

/** Patterns for {@code like … escape '!'}. */
public final class Like {

    private static final char ESCAPE = '!';

    private Like() {}

    /** Whatever holds the word; in small letters, to be compared with small letters. */
    public static String containing(String word) {
        StringBuilder escaped = new StringBuilder("%");
        for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == '%' || c == '_' || c == ESCAPE) {
                escaped.append(ESCAPE);
            }
            escaped.append(c);
        }
        return escaped.append('%').toString();
    }
}
