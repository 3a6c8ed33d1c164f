package org.shishi.api.record;

import java.util.List;
import java.util.Map;

/**
 * A list request. Pages go by key, never by offset.
 *
 * <p>Numbers, dates and times also take ranges: {@code 10..20}, {@code 10..}, {@code ..20}, both ends included; a time is
 * asked for by its day. Money is in fen, a district goes by its code, an organisation stands for itself and its
 * descendants. Blank values ask for nothing; a field that is not {@code filtered} is refused with {@code CORE-INPUT}.
 *
 * @param filters plain values by field name; besides the fields {@code status}, {@code owner} (an organisation id) and
 *     {@code importId}; several values: any of them
 * @param search free text over the searched fields; null or blank: none
 * @param sort field name, or null for newest first
 * @param descending direction of {@code sort}
 * @param after cursor of {@link RecordPage}; null: from the start (or, with {@code backwards}, from the end)
 * @param backwards the page before the cursor instead of the one after it
 * @param limit 1 to 500
 */
public record RecordQuery(
        Map<String, List<String>> filters,
        String search,
        String sort,
        boolean descending,
        String after,
        boolean backwards,
        int limit) {

    public RecordQuery {
        filters = Map.copyOf(filters);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    public static RecordQuery first(int limit) {
        return new RecordQuery(Map.of(), null, null, false, null, false, limit);
    }

    public RecordQuery page(String cursor, boolean back) {
        return new RecordQuery(filters, search, sort, descending, cursor, back, limit);
    }
}
