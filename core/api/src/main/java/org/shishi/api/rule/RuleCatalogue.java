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

    /** The message of a violation that a rule of this owner returned. */
    org.shishi.api.text.Text message(String ruleId, Integer year, Violation violation);
}
