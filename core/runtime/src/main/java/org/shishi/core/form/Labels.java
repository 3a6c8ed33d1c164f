package org.shishi.core.form;

import java.util.Locale;
import java.util.regex.Pattern;
import org.shishi.api.text.Normal;

/** Texts of headers as they are compared: what people change of them (spaces, brackets, colons, stars) does not count. */
final class Labels {

    private static final Pattern FILL_IN = Pattern.compile("(必填|选填)$");

    private Labels() {}

    static String key(String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        String key = Normal.address(text).toLowerCase(Locale.ROOT);
        return FILL_IN.matcher(key).replaceFirst("");
    }

    /** The words before the first bracket: 备注 of 备注（其他需说明事项）. */
    static String shortKey(String label) {
        return key(label.split("[（(]", 2)[0]);
    }

    /** What follows the first colon; empty: nothing does. */
    static String afterColon(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ':' || text.charAt(i) == '：') {
                return text.substring(i + 1).strip();
            }
        }
        return "";
    }

    /** What stands before the first colon; the whole text if there is none. */
    static String beforeColon(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ':' || text.charAt(i) == '：') {
                return text.substring(0, i);
            }
        }
        return text;
    }
}
