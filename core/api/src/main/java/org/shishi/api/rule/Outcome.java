package org.shishi.api.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a rule answers: a result with warnings, or refusals (all of them, in the order of the rule text).
 *
 * @param result null exactly when there are refusals
 */
public record Outcome<T>(T result, List<Violation> refusals, List<Violation> warnings) {

    public Outcome {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
        if ((result == null) == refusals.isEmpty()) {
            throw new IllegalArgumentException("an outcome has either a result or refusals");
        }
    }

    public static <T> Outcome<T> of(T result) {
        return new Outcome<>(Objects.requireNonNull(result), List.of(), List.of());
    }

    public static <T> Outcome<T> of(T result, List<Violation> warnings) {
        return new Outcome<>(Objects.requireNonNull(result), List.of(), warnings);
    }

    public static <T> Outcome<T> refused(List<Violation> refusals) {
        return new Outcome<>(null, refusals, List.of());
    }

    public static <T> Outcome<T> refused(String code, String field, Object... args) {
        return refused(List.of(Violation.of(code, field, args)));
    }

    /** {@link Ok} when the list is empty, else the refusals. */
    public static Outcome<Ok> check(List<Violation> refusals) {
        return refusals.isEmpty() ? of(Ok.OK) : refused(new ArrayList<>(refusals));
    }

    public boolean refused() {
        return !refusals.isEmpty();
    }

    /**
     * The result, for callers for whom a refusal ends the work.
     *
     * @throws RefusedException with all refusals
     */
    public T orThrow() {
        if (refused()) {
            throw new RefusedException(refusals);
        }
        return result;
    }
}
