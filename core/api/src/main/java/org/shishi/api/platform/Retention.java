package org.shishi.api.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.text.Text;

/**
 * Ends of retention: persons of whom every part in every programme lies longer back than its edition keeps it are
 * pseudonymised, which nobody can undo; who still is a member, or takes part elsewhere, stays in the registry and its ledger,
 * but files and what seals know of the person go with each record whose own retention has ended. Contacts go by the rule of their own
 * kind of record. Counts, sums and exclusions stay. Programmes may be away: what they keep is known. Needs
 * PARAMETERS_PUBLISH for every programme at the city; audited. An OSGi service; thread-safe. Source: domain specification
 * §13.7.
 *
 * <p>All throw {@code CORE-FORBIDDEN}.
 */
@ProviderType
public interface Retention {

    /**
     * How long an edition keeps what belongs to one kind of part, or the contacts of one kind of record.
     *
     * @param kind its title
     * @param contacts people named in records who are no persons of the registry
     * @param closedOn null: not closed yet
     * @param years null: not set, so nothing of it ends
     * @param endsOn last day on which it is kept; null: open
     * @param over whether that day has passed
     * @param persons how many take or took part; records that name contacts
     */
    record Rule(
            String programmeId,
            int year,
            Text programme,
            Text kind,
            boolean contacts,
            LocalDate closedOn,
            Integer years,
            LocalDate endsOn,
            boolean over,
            long persons) {}

    /**
     * What an order given now would do.
     *
     * @param persons how many
     * @param contacts records whose contacts would be hidden
     * @param first some of the persons, masked
     * @param attachments of their records, whose content would be deleted
     * @param seals whose knowledge of persons would be destroyed; what was decided stays provable
     * @param importRows kept rows of imports of editions that are over, whose cells would be emptied
     * @param away programmes whose tables are not known or not there: they must run once first; their persons are skipped
     */
    record Preview(
            LocalDate asOf,
            List<Rule> rules,
            long persons,
            long contacts,
            List<PersonRegistry.Row> first,
            long attachments,
            long seals,
            long importRows,
            List<Text> away) {}

    /** OPEN, DONE or CANCELLED. */
    enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    /**
     * @param persons how many there were to be
     * @param skipped whose programme's tables were not known or not there
     * @param contacts records whose contacts were to be hidden
     * @param hidden records whose contacts are
     * @param attachments whose content was deleted
     * @param seals whose knowledge of persons was destroyed
     * @param importRows whose cells were emptied
     */
    record Run(
            UUID id,
            LocalDate asOf,
            String reason,
            String orderedBy,
            Instant orderedAt,
            long persons,
            long done,
            long skipped,
            long contacts,
            long hidden,
            long attachments,
            long seals,
            long importRows,
            State state,
            Instant endedAt) {}

    Preview preview(Caller caller);

    /**
     * Orders it; the job {@code core-retention} does it at once.
     *
     * @param persons how many the preview showed
     * @param contacts how many the preview showed
     * @throws org.shishi.api.rule.RefusedException {@code CORE-REASON-MISSING}, {@code CORE-LENGTH},
     *     {@code CORE-RETENTION-CHANGED} (there are more or fewer by now), {@code CORE-RETENTION-NONE},
     *     {@code CORE-RETENTION-OPEN} (another order is under way)
     */
    UUID order(Caller caller, long persons, long contacts, String reason);

    /** Ends the order under way; who is pseudonymised stays so. */
    void cancel(Caller caller);

    /** Newest first. */
    List<Run> runs(Caller caller);
}
