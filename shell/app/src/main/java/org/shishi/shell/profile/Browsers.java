package org.shishi.shell.profile;

import java.util.List;
import java.util.Map;
import org.shishi.shell.text.ShellTexts;

/** What people call the browser that names itself in a long line. */
final class Browsers {

    /** The first that fits: many claim to be others as well. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("MicroMessenger", "微信"),
            Map.entry("Edg/", "Edge"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Linux", "Linux"));

    private Browsers() {}

    static String name(String agent) {
        if (agent == null) {
            return ShellTexts.t("sessions.unknown");
        }
        return find(BROWSERS, agent) + " · " + find(SYSTEMS, agent);
    }

    private static String find(List<Map.Entry<String, String>> known, String agent) {
        return known.stream()
                .filter(entry -> agent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> ShellTexts.t("sessions.unknown"));
    }
}
