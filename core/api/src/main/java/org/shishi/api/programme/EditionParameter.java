package org.shishi.api.programme;

/**
 * A yearly number as the edition declares it.
 *
 * @param name full name, for example {@code rooms.target}; its title is the text of {@code parameter.<name>}
 * @param type {@code text, int, fen, percent, decimal, bool, date, cron, list, map}
 * @param unit for example {@code 间}; null: none
 * @param value as {@link Edition#value}; null: empty
 * @param unsetCode the code with which the dependent operation refuses while it is empty; null: an optional value
 * @param source annex and section; decision number where the notice is silent
 */
public record EditionParameter(String name, String type, String unit, Object value, String unsetCode, String source) {

    /** Whether it stands empty as {@code [U]}. */
    public boolean empty() {
        return value == null;
    }

    /** Whether the notice gives no value ({@code [U]}): it may stay empty when the edition is published. */
    public boolean mayBeEmpty() {
        return unsetCode != null || source != null && source.contains("[U]");
    }

    public EditionParameter with(Object other) {
        return new EditionParameter(name, type, unit, other, unsetCode, source);
    }
}
