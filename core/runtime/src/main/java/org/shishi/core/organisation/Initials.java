package org.shishi.core.organisation;

import com.github.promeg.pinyinhelper.Pinyin;
import java.util.regex.Pattern;

/** First letters of the pinyin of a name: {@code pdxqzgh} for 浦东新区总工会. One reading for each character, the common one. */
final class Initials {

    private static final Pattern POSSIBLE = Pattern.compile("[a-z0-9-]+");

    private Initials() {}

    /** Whether a text may be looked for among initials and codes. */
    static boolean possible(String text) {
        return POSSIBLE.matcher(text).matches();
    }

    /** @param name as it is compared; letters and digits stay */
    static String of(String name) {
        StringBuilder initials = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char one = name.charAt(i);
            if (Pinyin.isChinese(one)) {
                initials.append(Character.toLowerCase(Pinyin.toPinyin(one).charAt(0)));
            } else if (one < 128 && Character.isLetterOrDigit(one)) {
                initials.append(one);
            }
        }
        return initials.toString();
    }
}
