package org.shishi.core.organisation;

import java.util.Locale;
import org.shishi.api.text.Normal;

/** Names of bodies as they are compared: normalised (K-10), in lower case. */
public final class NameKey {

    private NameKey() {}

    public static String of(String name) {
        return Normal.text(name).toLowerCase(Locale.ROOT);
    }
}
