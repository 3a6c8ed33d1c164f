package org.shishi.shell.servlet;

import java.util.Locale;
import java.util.Map;

/** Content types of what the shell serves. */
final class MimeTypes {

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private MimeTypes() {}

    /** Null when unknown. */
    static String of(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? null : BY_ENDING.get(file.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
