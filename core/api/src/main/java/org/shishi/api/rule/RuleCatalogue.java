package org.shishi.api.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** All rules of the core and of the programmes that run now. Thread-safe. */
@ProviderType
public interface RuleCatalogue {

    /** Sorted by id, then year. */
    List<RuleInfo> rules();

    /**
     * Calls a rule with plain values (String, Number, Boolean, null, List, Map of these: what a JSON parser gives).
     *
     * @param year edition year; null for the core's rules
     * @param parameters trial values by full name that stand in for the edition's; a null value means empty; nothing is stored
     * @return empty when no such rule is offered (unknown, its programme does not run, no edition of that year); else the
     *     outcome with its result as plain values, {@code CORE-INPUT} among the refusals for input that does not fit
     */
    Optional<Outcome<Map<String, Object>>> call(
            String ruleId, Integer year, Map<String, Object> inputs, Map<String, Object> parameters);

    /**
     * The programme that offered a rule and has left since, for good or for a moment.
     *
     * @return its id; empty while the rule is offered, and when it never was
     */
    Optional<String> leftWith(String ruleId, Integer year);

    /** The message of a violation that a rule of this owner returned. */
    org.shishi.api.text.Text message(String ruleId, Integer year, Violation violation);

    /**
     * A text about a rule, out of its owner's messages, else the core's: {@code rule.<id>} (title), {@code rule.<id>.text}
     * (what it says, in a sentence or two), {@code rule.<id>.<input or output>} or {@code input.<name>} (what a value is
     * called), {@code <words>.<option>}, {@code parameter.<name>}.
     *
     * @return empty when nobody wrote it, or the rule is not offered
     */
    Optional<org.shishi.api.text.Text> word(String ruleId, Integer year, String key);

    /** The edition's value for a parameter of the rule, as {@link org.shishi.api.programme.Edition#value}; empty: not set. */
    Optional<Object> parameter(String ruleId, Integer year, String name);
}
