package org.shishi.api.report;

import org.shishi.api.record.RecordType;

/**
 * A number with a target: how many records of a type meet a condition, per owning organisation; the platform adds up the
 * tree and keeps a snapshot each night.
 *
 * @param code for example {@code rooms-completed}; its title is the text {@code indicator.<code>}
 * @param targetParameter the edition parameter that holds the city's target; null: none
 * @param type what is counted
 * @param condition JPQL condition on the alias {@code r}
 */
public record Indicator(String code, String targetParameter, RecordType<?> type, String condition) {}
