package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;

/** What records are called, many at once: of those that the caller may see, without a word about the others. */
@Component(service = RecordNames.class)
public final class RecordNames {

    private final Organisations organisations;

    @Activate
    public RecordNames(@Reference Organisations organisations) {
        this.organisations = organisations;
    }

    /** Those that are there and that the caller may see; none when the programme has just gone. */
    public <T extends ProgrammeRecord> Map<UUID, String> titles(
            Caller caller, LiveProgramme programme, RecordType<T> type, Collection<UUID> ids) {
        Kind<T> kind = new Kind<>(programme.context(), type);
        Access.Breadth breadth = Access.breadth(caller, kind.programmeId(), List.of(Right.VIEW));
        if (ids.isEmpty() || breadth == Access.Breadth.NONE) {
            return Map.of();
        }
        try {
            return programme.context().database().read(em -> find(em, kind, ids).stream()
                    .filter(record -> Access.reaches(caller, breadth, record.head(), organisations))
                    .collect(Collectors.toMap(ProgrammeRecord::id, record -> String.valueOf(type.title(record)))));
        } catch (ProgrammeOfflineException e) {
            return Map.of();
        }
    }

    private static <T extends ProgrammeRecord> List<T> find(EntityManager em, Kind<T> kind, Collection<UUID> ids) {
        return em.createQuery(
                        "select r from " + kind.entityName(em) + " r where r.id in :ids",
                        kind.type().entity())
                .setParameter("ids", ids)
                .getResultList();
    }
}
