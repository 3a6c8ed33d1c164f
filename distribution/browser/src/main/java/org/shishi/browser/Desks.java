package org.shishi.browser;

import com.microsoft.playwright.PlaywrightException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The desks of one test, by the names of the parameters that asked for them. */
final class Desks {

    private final Map<String, Desk> byName = new LinkedHashMap<>();

    Desk named(String name, Supplier<Desk> setUp) {
        return byName.computeIfAbsent(name, key -> setUp.get());
    }

    /** The first one; the test has asked for a page without saying whose. */
    Desk any(Supplier<Desk> setUp) {
        return byName.values().stream().findFirst().orElseGet(() -> named("page", setUp));
    }

    /** Keeps what was to be seen when the test failed. */
    void photograph(String test) {
        byName.forEach((name, desk) -> {
            if (desk.isOpen()) {
                try {
                    desk.screenshot("failed " + test + " " + name);
                } catch (PlaywrightException e) {
                    System.err.println("no screenshot of the failed test " + test + ": " + e.getMessage());
                }
            }
        });
    }

    List<String> complaints() {
        return byName.entrySet().stream()
                .flatMap(desk ->
                        desk.getValue().unexpectedComplaints().stream().map(line -> desk.getKey() + ": " + line))
                .toList();
    }

    void leave() {
        byName.values().forEach(Desk::leave);
        byName.clear();
    }
}
