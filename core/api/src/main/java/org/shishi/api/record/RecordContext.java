package org.shishi.api.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.money.Subsidies;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.Seals;

/** What checks, guards and effects may look at, inside the transaction of the use case. */
@ProviderType
public interface RecordContext {

    Caller caller();

    Instant now();

    /** Today in Asia/Shanghai, by the injected clock. */
    LocalDate today();

    ProgrammeContext programme();

    /** The parts of a record, oldest first; the managed entities of this transaction. */
    <P extends ProgrammeRecord> List<P> parts(RecordType<P> type, UUID wholeId);

    /** A record of the programme by id, managed in this transaction, whoever owns it. */
    <P extends ProgrammeRecord> Optional<P> find(RecordType<P> type, UUID id);

    /** The owning organisation's second-level union; empty for the city's own. */
    Optional<org.shishi.api.organisation.Organisation> secondLevelOf(UUID organisationId);

    /** How many attachments of a kind a record has. */
    int attachments(RecordType<?> type, UUID recordId, String kind);

    /** The ledger of subsidies; its writes go with this transaction. */
    Subsidies subsidies();

    /** Seals what a decision rested on; its writes go with this transaction. */
    Seals seals();

    /** The reason given with a transition; null elsewhere. */
    String reason();
}
