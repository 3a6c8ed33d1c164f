package org.shishi.launcher;

import java.util.regex.Pattern;

/** Addresses separated by commas; no names, for whoever answers for a name could be believed. */
final class Proxies {

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]{1,45}");

    private Proxies() {}

    static void check(Value value) {
        for (String address : value.text().split(",", -1)) {
            if (!LITERAL.matcher(address.strip()).matches()) {
                throw value.refused("is " + value.text() + ", but is a list of addresses such as 10.0.0.5, fd00::5");
            }
        }
    }
}
