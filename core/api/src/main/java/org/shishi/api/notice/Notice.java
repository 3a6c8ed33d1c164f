package org.shishi.api.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Right;

/**
 * Something to tell. Sent at most once per type, object, recipient and day.
 *
 * @param type text key {@code notice.<type>} (title) and {@code notice.<type>.body}
 * @param object what it is about, stable
 * @param organisation recipients are this organisation's accounts …
 * @param rights … that hold one of these rights in the programme; empty: all of them
 * @param day the day it belongs to
 * @param link path inside the platform it leads to, for example {@code 2026/basket/households/…}; null: none
 * @param args arguments of the texts; never a full ID or phone number
 */
public record Notice(
        String type,
        String object,
        UUID organisation,
        Set<Right> rights,
        LocalDate day,
        String link,
        List<Object> args) {

    public Notice {
        rights = Set.copyOf(rights);
        args = List.copyOf(args);
    }
}
