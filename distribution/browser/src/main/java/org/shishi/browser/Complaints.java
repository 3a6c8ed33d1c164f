package org.shishi.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What went wrong in a browser window that nobody sees on the page: console errors, exceptions, failed requests. */
final class Complaints {

    private final List<String> all = new ArrayList<>();
    private final Map<Pattern, Boolean> expectations = new LinkedHashMap<>();

    Complaints(BrowserContext window) {
        window.onConsoleMessage(this::hear);
        window.onWebError(error -> all.add("exception: " + error.error()));
        window.onRequestFailed(this::hear);
        window.onResponse(this::hear);
    }

    private void hear(ConsoleMessage message) {
        // The same as a failed request or an unhappy response, which say more.
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            all.add("console error: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void hear(Request failed) {
        // The browser itself gives up requests when the page is left or a download begins.
        if (!"net::ERR_ABORTED".equals(failed.failure())) {
            all.add("no answer: " + failed.method() + " " + failed.url() + ": " + failed.failure());
        }
    }

    private void hear(Response response) {
        if (response.status() >= 400) {
            all.add("HTTP " + response.status() + ": " + response.request().method() + " " + response.url());
        }
    }

    void expect(String regex) {
        expectations.put(Pattern.compile(regex), true);
    }

    void allow(String regex) {
        expectations.put(Pattern.compile(regex), false);
    }

    /** Whether everything that must come has come. */
    boolean complete() {
        return expectations.entrySet().stream().allMatch(each -> !each.getValue() || isHeard(each.getKey()));
    }

    private boolean isHeard(Pattern pattern) {
        return all.stream().anyMatch(complaint -> pattern.matcher(complaint).find());
    }

    /** What was not expected, and what was expected and has not come. */
    List<String> unexpected() {
        List<String> result = new ArrayList<>(all.stream()
                .filter(complaint -> expectations.keySet().stream()
                        .noneMatch(pattern -> pattern.matcher(complaint).find()))
                .toList());
        expectations.forEach((pattern, must) -> {
            if (must && !isHeard(pattern)) {
                result.add("expected, but did not happen: " + pattern);
            }
        });
        return result;
    }
}
