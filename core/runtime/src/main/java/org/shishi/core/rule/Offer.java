package org.shishi.core.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shishi.api.text.Texts;

/** The rules that one owner offers for one year, by id. */
record Offer(Map<String, BoundRule> rules, Function<String, Object> parameters, Texts texts) {

    /** @param year null for the core */
    record Key(String owner, Integer year) {}

    static Offer of(Collection<Class<?>> ruleClasses, Function<String, Object> parameters, Texts texts) {
        Map<String, BoundRule> rules = new LinkedHashMap<>();
        List<BoundRule> all =
                ruleClasses.stream().flatMap(c -> BoundRule.of(c).stream()).toList();
        for (BoundRule rule : all) {
            if (rules.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException("rule " + rule.id() + " is written twice");
            }
        }
        return new Offer(Map.copyOf(rules), parameters, texts);
    }
}
