package org.shishi.core.edition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.rule.RuleRegistry;

/** What all changes of editions work with: they lock the edition, write the log, and show at once on this node. */
record EditionDesk(CoreDatabase database, EditionBook book, RuleRegistry rules, Audit audit, Clock clock) {

    /** A change in one transaction, one after another for each edition. */
    <R> R change(EditionKey key, BiFunction<Handle, EditionRows.Row, R> work) {
        R result = database.transact(handle -> {
            EditionRows.Row row = new EditionRows(handle)
                    .lock(key, OffsetDateTime.now(clock))
                    .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
            return work.apply(handle, row);
        });
        database.afterCommit(book::refresh);
        return result;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void write(Caller caller, String action, EditionKey key, String reason, Map<String, String> details) {
        audit.write(caller, action, key.object(), reason, details);
    }

    /** Of a revision that must be there. */
    EditionKey editionOf(UUID revision) {
        return database.read(handle -> new RevisionRows(handle).find(revision))
                .map(StoredRevision::edition)
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }
}
