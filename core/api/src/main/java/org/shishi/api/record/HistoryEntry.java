package org.shishi.api.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One step in a record's life.
 *
 * @param action {@code create}, {@code update}, a transition's name, {@code import}
 * @param from state before; null at creation
 * @param organisation name of the acting organisation at the time
 * @param remarks by field, with a return
 * @param changed names of fields that an update changed
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
        List<String> changed) {}
