package org.shishi.core.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sheets spell characters that XML cannot hold as {@code _x000D_}, and an underscore before such a spelling as {@code _x005F_}. */
final class Escapes {

    private static final Pattern SPELLED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int LONGEST = 32_767;

    private Escapes() {}

    static String decode(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        return SPELLED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /** What a cell can hold: no characters that XML lacks, no more than Excel takes, nothing that would be decoded. */
    static String encode(String text) {
        String plain = text;
        if (plain.indexOf("_x") >= 0) {
            plain = SPELLED.matcher(plain).replaceAll("_x005F_x$1_");
        }
        StringBuilder kept = null;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean good = c >= 0x20 && c < 0xFFFE && !lone(plain, i) || c == '\n' || c == '\t';
            if (!good && kept == null) {
                kept = new StringBuilder(plain.length()).append(plain, 0, i);
            } else if (good && kept != null) {
                kept.append(c);
            }
        }
        String clean = kept == null ? plain : kept.toString();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }

    private static boolean lone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
