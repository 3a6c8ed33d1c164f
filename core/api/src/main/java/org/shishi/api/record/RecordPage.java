package org.shishi.api.record;

import java.util.List;

/**
 * One page.
 *
 * @param items in the order asked for, also when the page was fetched backwards
 * @param previous cursor for the page before (with {@code backwards}); null: this is the first
 * @param next cursor for the page after; null: this is the last
 */
public record RecordPage<T>(List<T> items, String previous, String next) {

    public RecordPage {
        items = List.copyOf(items);
    }
}
