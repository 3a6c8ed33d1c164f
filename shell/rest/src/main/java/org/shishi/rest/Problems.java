package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/** Answers of one shape for everything that goes wrong (RFC 9457). */
final class Problems {

    private static final String LOCKED = "CORE-LOGIN-LOCKED";

    /** What is no fault of the values sent; everything else is 422. */
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("CORE-LOGIN", 401),
            Map.entry("CORE-LOGIN-CODE", 401),
            Map.entry("CORE-FACTOR-CODE", 401),
            Map.entry("CORE-FACTOR-NEEDED", 403),
            Map.entry("CORE-FORBIDDEN", 403),
            Map.entry("CORE-ORG-OWN", 403),
            Map.entry("CORE-NOT-FOUND", 404),
            Map.entry("CORE-STATE", 409),
            Map.entry("CORE-IMP-ACTED", 409),
            Map.entry("CORE-ATT-GONE", 410),
            Map.entry("CORE-IMP-GONE", 410),
            Map.entry("CORE-STALE", 412),
            Map.entry("CORE-ATT-SIZE", 413),
            Map.entry("CORE-ATT-TYPE", 415),
            Map.entry(LOCKED, 429));

    private static final int MINUTE_SECONDS = 60;

    private Problems() {}

    static Reply of(int status, String title, String detail) {
        return body(status, title, detail, Map.of());
    }

    /** Refusals in full; the first one decides the status. */
    static Reply refused(List<Violation> violations, CoreTexts texts, Texts owner) {
        List<Map<String, Object>> refusals = violations.stream()
                .map(v -> violation(v, texts.message(v, owner)))
                .toList();
        int status = violations.stream()
                .map(v -> STATUS.getOrDefault(v.code(), 422))
                .findFirst()
                .orElse(422);
        String detail = texts.message(violations.get(0), owner).zh();
        Reply reply = body(status, "Refused", detail, Map.of("refusals", refusals));
        return violations.get(0).code().equals(LOCKED) ? reply.with("Retry-After", seconds(violations.get(0))) : reply;
    }

    /** The refusal says minutes. */
    private static String seconds(Violation locked) {
        long minutes = locked.args().isEmpty() ? 1 : ((Number) locked.args().get(0)).longValue();
        return Long.toString(minutes * MINUTE_SECONDS);
    }

    static Map<String, Object> violation(Violation violation, Text message) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("code", violation.code());
        plain.put("field", violation.field());
        plain.put("message", Map.of("zh", message.zh(), "en", message.en()));
        return plain;
    }

    private static Reply body(int status, String title, String detail, Map<String, Object> more) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.putAll(more);
        return new Reply(status, Map.of(), Reply.PROBLEM, out -> Json.write(problem, out));
    }
}
