package org.shishi.core.rule;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.shishi.api.text.Texts;

/** Where a programme's rules come into the catalogue and go out of it. Inside the core. Thread-safe. */
public interface RuleRegistry {

    /**
     * Offers the rules of some classes; takes the place of what the same owner offered for the same year.
     *
     * @param owner programme id
     * @param year edition year
     * @param parameters the edition's value by full name, plain or as {@link org.shishi.api.programme.Edition#value} gives
     *     it; null: empty; asked at each call, so that revisions count at once
     * @param texts with the owner's codes
     * @throws IllegalArgumentException when a class is not written as {@link org.shishi.api.rule.Rule} asks, an id stands
     *     twice, or another owner has it in that year; nothing is changed then. The function, too, throws it, for a name
     *     the edition does not have
     */
    void add(
            String owner,
            Integer year,
            Collection<Class<?>> ruleClasses,
            Function<String, Object> parameters,
            Texts texts);

    /**
     * Whether the rules of an owner can take a value for one of their parameters, before it is published.
     *
     * @param value as the edition would give it; not null
     * @return ids of the rules that cannot
     */
    default List<String> misfits(String owner, Integer year, String parameter, Object value) {
        return List.of();
    }

    /** Takes the rules away and lets go of everything that was given; calls under way end as they began. */
    void remove(String owner, Integer year);
}
