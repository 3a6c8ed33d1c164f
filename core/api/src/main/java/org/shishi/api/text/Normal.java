package org.shishi.api.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Normal forms of typed text, made before anything is checked or compared (domain specification §0 K-10, K-11). Null is
 * treated as empty text: the check that follows says what is missing.
 */
public final class Normal {

    private static final Pattern OUTER_SPACE = Pattern.compile("^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$");
    // Cf: marks nobody sees, such as the zero-width space that comes along when an address is copied from a web page.
    private static final Pattern NOT_COMPARED = Pattern.compile("[\\p{IsWhite_Space}\\p{P}\\p{Punct}\\p{Cf}]+");

    private Normal() {}

    /** NFKC (full-width digits and letters become plain ones), trimmed of every kind of space, ideographic included. */
    public static String text(String typed) {
        if (typed == null) {
            return "";
        }
        if (plain(typed)) {
            return typed;
        }
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return OUTER_SPACE.matcher(folded).replaceAll("");
    }

    /** Nearly all text is its own normal form, and imports ask for it millions of times. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean same = c > ' ' && c < '\u007f' || ideograph(c) || c == '、' || c == '。';
            // A space inside stays as it is.
            if (!same && (c != ' ' || i == 0 || i == text.length() - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Unified ideographs have no other form. */
    private static boolean ideograph(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static boolean compared(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!ideograph(c) && !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Resident IDs, other documents, credit codes: upper case. */
    public static String id(String typed) {
        return text(typed).toUpperCase(Locale.ROOT);
    }

    /** An address for comparison only: without spaces and punctuation. */
    public static String address(String typed) {
        String text = text(typed);
        return compared(text) ? text : NOT_COMPARED.matcher(text).replaceAll("");
    }

    /** K-11: code points of the normalised text, inner punctuation and spaces included. */
    public static int length(String typed) {
        String text = text(typed);
        return text.codePointCount(0, text.length());
    }
}
