package org.shishi.api.programme;

import java.util.List;

/**
 * A yearly number as the edition declares it.
 *
 * @param name full name, for example {@code rooms.target}; its title is the text of {@code parameter.<name>}
 * @param type {@code text, int, fen, percent, decimal, bool, date, cron, list, map}
 * @param unit for example {@code 间}; null: none
 * @param value as {@link Edition#value}; null: empty
 * @param unsetCode the code with which the dependent operation refuses while it is empty; null: an optional value
 * @param source annex and section; decision number where the notice is silent
 * @param options the words that a text, or each element of a list, is one of; what people read is the text of
 *     {@code parameter.<name>.<option>}, else that of an enum's constant; empty: any
 */
public record EditionParameter(
        String name, String type, String unit, Object value, String unsetCode, String source, List<String> options) {

    public EditionParameter {
        options = List.copyOf(options);
    }

    /** One that takes any value of its type. */
    public EditionParameter(String name, String type, String unit, Object value, String unsetCode, String source) {
        this(name, type, unit, value, unsetCode, source, List.of());
    }

    /** Whether it stands empty as {@code [U]}. */
    public boolean empty() {
        return value == null;
    }

    /** Whether the notice gives no value ({@code [U]}): it may stay empty when the edition is published. */
    public boolean mayBeEmpty() {
        return unsetCode != null || source != null && source.contains("[U]");
    }

    public EditionParameter with(Object other) {
        return new EditionParameter(name, type, unit, other, unsetCode, source, options);
    }
}
