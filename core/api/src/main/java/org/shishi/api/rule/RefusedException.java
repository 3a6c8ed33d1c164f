package org.shishi.api.rule;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An operation was refused for what its user gave or may do; nothing was saved. Never logged with a stack trace: this is
 * an answer, not a fault.
 */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public RefusedException(List<Violation> violations) {
        super(
                violations.stream()
                        .map(v -> v.field() == null ? v.code() : v.code() + "(" + v.field() + ")")
                        .collect(Collectors.joining(", ")),
                null,
                false,
                false);
        this.violations = List.copyOf(violations);
    }

    public RefusedException(String code, String field, Object... args) {
        this(List.of(Violation.of(code, field, args)));
    }

    /** All violations, in the order of the rule text; never empty. */
    public List<Violation> violations() {
        return violations;
    }
}
