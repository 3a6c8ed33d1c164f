package org.shishi.api.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * The tree of other days (domain specification §13.1): a report as of last March uses last March's names and parents. Days
 * are those of Asia/Shanghai. An OSGi service; thread-safe; answers from this node's copy of the tree.
 */
@ProviderType
public interface OrganisationHistory {

    /** What happened to a body. */
    enum Kind {
        CREATED,
        CHANGED,
        RENAMED,
        MOVED,
        /** It was closed; what it owns is seen by the one named beside. */
        MERGED_INTO,
        /** Took in the one named beside. */
        TOOK_IN,
        /** Came out of the one named beside. */
        SPLIT_FROM,
        /** Gave the one named beside away. */
        SPLIT_OFF,
        CLOSED
    }

    /**
     * @param day first day on which it is so; for CLOSED the last day of the body
     * @param other name and id of the other body, both null where there is none
     * @param details what changed, {@code before -> after} by field
     */
    record Event(
            Kind kind, LocalDate day, UUID otherId, String other, Map<String, String> details, String by, Instant at) {
        public Event {
            details = Map.copyOf(details);
        }
    }

    /** A body as it was on a day: name, parent and path of then. Empty for unknown ids. */
    Optional<Organisation> byId(UUID id, LocalDate day);

    /** The district or bureau union that a body belonged to on a day, with its name of then. */
    Optional<Organisation> secondLevelOf(UUID id, LocalDate day);

    /**
     * What happened to a body, newest first. For whoever acts for it or above it, and for administrators and auditors.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN}, {@code CORE-NOT-FOUND}
     */
    List<Event> events(Caller caller, UUID id);
}
