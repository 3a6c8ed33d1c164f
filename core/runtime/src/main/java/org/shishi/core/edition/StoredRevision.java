package org.shishi.core.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.EditionAdmin.Status;

/**
 * A revision as the database holds it.
 *
 * @param json null: empty
 * @param validFrom null: from the beginning
 * @param serial which decision of its edition it was; 0: nobody has decided on it
 */
record StoredRevision(
        UUID id,
        EditionKey edition,
        String name,
        String json,
        LocalDate validFrom,
        Status status,
        boolean copied,
        String reason,
        UUID by,
        String byName,
        Instant at,
        String decision,
        UUID decidedBy,
        String decidedName,
        Instant decidedAt,
        int serial) {

    /** Of two that hold on a day the later one counts: by its first day, then by the order of decisions. */
    static final Comparator<StoredRevision> ORDER = Comparator.comparing(
                    StoredRevision::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(StoredRevision::serial)
            .thenComparing(StoredRevision::id);

    /** As it is before anybody decided on it. */
    static StoredRevision proposed(
            EditionKey edition,
            String name,
            Object value,
            LocalDate validFrom,
            Status status,
            String reason,
            Caller caller,
            Instant at) {
        return new StoredRevision(
                UUID.randomUUID(),
                edition,
                name,
                PlainJson.write(value),
                validFrom,
                status,
                status == Status.UNCONFIRMED,
                reason,
                caller.accountId(),
                caller.name(),
                at,
                null,
                null,
                null,
                null,
                0);
    }

    boolean counts() {
        return status == Status.PUBLISHED || status == Status.UNCONFIRMED;
    }

    boolean holdsOn(LocalDate day) {
        return validFrom == null || !validFrom.isAfter(day);
    }
}
