package org.shishi.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks a page with axe-core. */
final class Accessibility {

    private static final String AXE = read("/axe.min.js");

    /** One line for each serious or critical finding: rule, what it means, where. */
    private static final String FINDINGS =
            """
            axe.run(document, {resultTypes: ['violations']}).then(result => result.violations
              .filter(found => found.impact === 'serious' || found.impact === 'critical')
              .map(found => found.impact + ': ' + found.id + ' (' + found.help + ') at '
                + found.nodes.map(node => node.target.join(' ') + ' ' + node.html.substring(0, 200)).join(' | ')))
            """;

    private Accessibility() {}

    static List<String> seriousFindings(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        try {
            // Straight to the browser, so that the page's Content-Security-Policy has no say in it.
            evaluate(session, AXE);
            List<String> findings = new ArrayList<>();
            for (JsonElement line : evaluate(session, FINDINGS).getAsJsonArray("value")) {
                findings.add(line.getAsString());
            }
            return findings;
        } finally {
            session.detach();
        }
    }

    private static JsonObject evaluate(CDPSession session, String script) {
        JsonObject call = new JsonObject();
        call.addProperty("expression", script);
        call.addProperty("awaitPromise", true);
        call.addProperty("returnByValue", true);
        JsonObject answer = session.send("Runtime.evaluate", call);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException("axe-core failed: " + answer.get("exceptionDetails"));
        }
        return answer.getAsJsonObject("result");
    }

    private static String read(String resource) {
        try (InputStream in = Accessibility.class.getResourceAsStream(resource)) {
            // Its last value would be sent back; a plain one is shorter.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n;0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
