package org.shishi.api.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One step in a record's life.
 *
 * @param action {@code create}, {@code update}, a transition's name, {@code attach}, {@code import}, {@code team.<act>} (see {@link Teamwork})
 * @param from state before; null at creation
 * @param organisation name of the acting organisation at the time
 * @param remarks by field, with a return
 * @param changed names of fields that an update changed
 * @param values before and after of those changed fields that are not sensitive, as plain values; null: empty
 */
public record HistoryEntry(
        Instant at,
        UUID by,
        String byName,
        String organisation,
        String action,
        String from,
        String to,
        String reason,
        Map<String, String> remarks,
        List<String> changed,
        Map<String, Change> values) {

    /** @param before null: was empty @param after null: was emptied */
    public record Change(Object before, Object after) {}

    public HistoryEntry {
        remarks = Map.copyOf(remarks);
        changed = List.copyOf(changed);
        values = Map.copyOf(values);
    }
}
