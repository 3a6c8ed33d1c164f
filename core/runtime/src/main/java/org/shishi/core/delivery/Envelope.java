package org.shishi.core.delivery;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One letter to one person, ready to go.
 *
 * @param id the same at each try, for whoever wants to notice that a letter came twice
 * @param address in clear: never logged, never kept
 * @param items in the order they were sent; more than one: a digest
 */
record Envelope(String id, String address, Locale locale, List<Item> items) {

    /** @param link path inside the platform; null: none */
    record Item(UUID notice, String title, String body, String link) {}

    @Override
    public String toString() {
        return id;
    }
}
