package org.shishi.core.audit;

import org.shishi.api.rule.RefusedException;

/** Reasons that people give for what they do. */
public final class Reasons {

    private static final int LONGEST = 1000;

    private Reasons() {}

    /**
     * Stripped; null for nothing.
     *
     * @throws RefusedException {@code CORE-LENGTH}
     */
    public static String optional(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > LONGEST) {
            throw new RefusedException("CORE-LENGTH", "reason", LONGEST);
        }
        return text.strip();
    }

    /** @throws RefusedException {@code CORE-REASON-MISSING}, {@code CORE-LENGTH} */
    public static String mandatory(String text) {
        String reason = optional(text);
        if (reason == null) {
            throw new RefusedException("CORE-REASON-MISSING", "reason");
        }
        return reason;
    }
}
