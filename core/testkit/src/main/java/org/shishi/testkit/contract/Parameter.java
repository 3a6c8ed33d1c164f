package org.shishi.testkit.contract;

/**
 * A parameter as {@code edition.yaml} has it.
 *
 * @param value as the file's reader gives it; null: empty
 */
public record Parameter(String name, String type, Object value, String unset, String source) {}
