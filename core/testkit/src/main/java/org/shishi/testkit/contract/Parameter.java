package org.shishi.testkit.contract;

import java.util.List;

/**
 * A parameter as {@code edition.yaml} has it.
 *
 * @param value as the file's reader gives it; null: empty
 * @param options words that it is made of; empty: any
 */
public record Parameter(String name, String type, Object value, String unset, String source, List<String> options) {}
