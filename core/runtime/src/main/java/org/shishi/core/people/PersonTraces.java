package org.shishi.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.core.edition.SealsService;
import org.shishi.core.file.AttachmentsService;
import org.shishi.core.record.LiveYears;

/**
 * What is kept of persons beside the registry and the fields of their records: attachments, and what seals know. Of a record
 * of several persons it goes with the last of them.
 */
@Component(service = PersonTraces.class)
public final class PersonTraces {

    private static final int PARTS_AT_ONCE = 500;

    /** @param attachments that have content, @param seals that know persons */
    public record Found(long attachments, long seals) {

        Found plus(Found other) {
            return new Found(attachments + other.attachments, seals + other.seals);
        }
    }

    /** A record that is somebody's part. */
    private record Part(String programmeId, int year, String typeId, UUID record) {

        String object(String type, UUID id) {
            return programmeId + "/" + year + "/" + type + "/" + id;
        }
    }

    private final AttachmentsService attachments;
    private final SealsService seals;
    private final LiveYears live;
    private final Audit audit;

    @Activate
    public PersonTraces(
            @Reference AttachmentsService attachments,
            @Reference SealsService seals,
            @Reference LiveYears live,
            @Reference Audit audit) {
        this.attachments = attachments;
        this.seals = seals;
        this.live = live;
        this.audit = audit;
    }

    /** @param over parts whose retention has ended, as {@link RetentionRows} names them */
    Found found(Handle handle, List<UUID> persons, List<String> over) {
        List<String> objects =
                objects(parts(handle, persons, "q.id not in (select p.id" + RetentionRows.DUE + ")", over));
        return new Found(attachments.present(handle, objects), seals.knowing(handle, objects));
    }

    /** Of persons who are pseudonymised already. */
    Found forget(Handle handle, Caller caller, List<UUID> persons) {
        List<String> objects = objects(parts(handle, persons, "1 = 1", List.of()));
        int files = attachments.forget(handle, objects);
        SealsService.Forgotten forgotten = seals.forget(handle, objects);
        forgotten
                .redacted()
                .forEach(seal -> audit.write(
                        caller,
                        "seal.redact",
                        "seal/" + seal.id(),
                        null,
                        java.util.Map.of("digest", seal.digest(), "redacted", seal.redacted())));
        return new Found(files, forgotten.seals());
    }

    /** Records of these persons of which nobody else is known who stays. @param stays who of the living stays */
    private static List<Part> parts(Handle handle, List<UUID> persons, String stays, List<String> over) {
        if (persons.isEmpty()) {
            return List.of();
        }
        var query = handle.createQuery("select distinct t.programme_id, t.edition_year, t.type_id, t.record_id"
                        + " from core.participation t where t.subject_id in (<persons>) and not exists (select 1"
                        + " from core.participation o join core.person q on q.id = o.subject_id"
                        + " where o.record_id = t.record_id and q.pseudonymised_at is null and " + stays + ")"
                        + " order by 1, 2, 3, 4")
                .bindList("persons", persons);
        if (!over.isEmpty()) {
            query.bindList("over", over);
        }
        return query.map((row, context) ->
                        new Part(row.getString(1), row.getInt(2), row.getString(3), row.getObject(4, UUID.class)))
                .list();
    }

    /** The records, and what is part of them. */
    private List<String> objects(List<Part> parts) {
        List<String> objects = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += PARTS_AT_ONCE) {
            List<Part> some = parts.subList(from, Math.min(parts.size(), from + PARTS_AT_ONCE));
            some.forEach(part -> objects.add(part.object(part.typeId(), part.record())));
            some.stream()
                    .map(part -> new Part(part.programmeId(), part.year(), part.typeId(), null))
                    .distinct()
                    .forEach(kind -> below(kind, some, objects));
        }
        return objects;
    }

    private void below(Part kind, List<Part> parts, List<String> objects) {
        Optional<ProgrammeContext> programme = live.context(kind.programmeId(), kind.year());
        if (programme.isEmpty()) {
            return;
        }
        List<UUID> wholes = parts.stream()
                .filter(part -> part.programmeId().equals(kind.programmeId())
                        && part.year() == kind.year()
                        && part.typeId().equals(kind.typeId()))
                .map(Part::record)
                .toList();
        for (RecordType<?> type : programme.get().descriptor().records()) {
            if (type.partOf().filter(of -> of.whole().equals(kind.typeId())).isPresent()) {
                ids(programme.get(), type, wholes).forEach(id -> objects.add(kind.object(type.id(), id)));
            }
        }
    }

    private static <T extends ProgrammeRecord> List<UUID> ids(
            ProgrammeContext programme, RecordType<T> type, List<UUID> wholes) {
        return programme.database().read(em -> {
            String entity = em.getMetamodel().entity(type.entity()).getName();
            String reference = type.partOf().orElseThrow().reference().path();
            return em.createQuery("select r.id from " + entity + " r where r." + reference + " in :wholes", UUID.class)
                    .setParameter("wholes", wholes)
                    .getResultList();
        });
    }
}
