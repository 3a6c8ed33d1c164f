package org.shishi.core.rule;

import java.util.List;
import org.shishi.api.rule.Violation;

/** What is said of a row: what refuses it, and what is noteworthy and blocks nothing. */
public record Verdict(List<Violation> refusals, List<Violation> warnings) {

    public Verdict {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    public static Verdict of(List<Violation> refusals) {
        return new Verdict(refusals, List.of());
    }

    public boolean refused() {
        return !refusals.isEmpty();
    }
}
