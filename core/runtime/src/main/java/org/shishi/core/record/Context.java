package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.money.Subsidies;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.Seals;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;

/** What checks, guards and effects see of one use case. */
final class Context implements RecordContext {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Caller caller;
    private final ProgrammeContext programme;
    private final EntityManager em;
    private final Services services;
    private final String reason;
    private final Instant now;

    Context(Caller caller, ProgrammeContext programme, EntityManager em, Services services, String reason) {
        this.caller = caller;
        this.programme = programme;
        this.em = em;
        this.services = services;
        this.reason = reason;
        // As exact as the databases keep it: what is read back equals what was written.
        this.now = services.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public LocalDate today() {
        return now.atZone(SHANGHAI).toLocalDate();
    }

    @Override
    public ProgrammeContext programme() {
        return programme;
    }

    @Override
    public <P extends ProgrammeRecord> List<P> parts(RecordType<P> type, UUID wholeId) {
        return Parts.of(em, type, wholeId);
    }

    @Override
    public <P extends ProgrammeRecord> Optional<P> find(RecordType<P> type, UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(em.find(type.entity(), id));
    }

    @Override
    public Optional<Organisation> secondLevelOf(UUID organisationId) {
        return organisationId == null
                ? Optional.empty()
                : services.organisations().secondLevelOf(organisationId);
    }

    @Override
    public int attachments(RecordType<?> type, UUID recordId, String kind) {
        return (int) services.attachments().list(programme.objectName(type, recordId)).stream()
                .filter(attachment -> attachment.kind().equals(kind))
                .count();
    }

    @Override
    public Subsidies subsidies() {
        return services.subsidies();
    }

    @Override
    public Seals seals() {
        return services.seals();
    }

    @Override
    public String reason() {
        return reason;
    }
}
