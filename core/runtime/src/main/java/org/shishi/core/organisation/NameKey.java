package org.shishi.core.organisation;

import java.util.Locale;
import org.shishi.api.text.Normal;

/** Names of bodies as they are compared: normalised (K-10), in lower case. */
public final class NameKey {

    private NameKey() {}

    public static String of(String name) {
        return Normal.text(name).toLowerCase(Locale.ROOT);
    }

    /** For {@code like … escape '\\'}: names that hold this part, whatever it is made of. */
    public static String part(String name) {
        return "%" + of(name).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
