package org.shishi.core.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.shishi.api.text.Normal;

/** Names to sign in with: lower case, no spaces. */
final class UserName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

    private UserName() {}

    static String of(String typed) {
        return Normal.text(typed).toLowerCase(Locale.ROOT);
    }

    static boolean wellFormed(String name) {
        return FORM.matcher(name).matches();
    }
}
