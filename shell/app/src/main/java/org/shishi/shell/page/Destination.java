package org.shishi.shell.page;

import java.util.regex.Pattern;

/** Where one goes after signing in: only ever a page of ours, whatever the address says. */
public final class Destination {

    /** Browsers take backslashes for slashes and drop control characters: two of them and one is elsewhere. */
    private static final Pattern ELSEWHERE = Pattern.compile("^[/\\\\]|[\\x00-\\x20\\x7f]|^[^/?#]*:");

    private Destination() {}

    /** @param wanted a path without a leading slash, as the guard wrote it; anything else leads home */
    public static String of(String wanted) {
        return "/" + (ELSEWHERE.matcher(wanted).find() ? "" : wanted);
    }
}
