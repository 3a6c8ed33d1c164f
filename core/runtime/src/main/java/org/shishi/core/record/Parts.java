package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;

/** Records that are parts of others. */
final class Parts {

    private Parts() {}

    /** Oldest first. */
    static <P extends ProgrammeRecord> List<P> of(EntityManager em, RecordType<P> type, UUID whole) {
        String reference = type.partOf()
                .orElseThrow(() -> new IllegalArgumentException(type + " are parts of nothing"))
                .reference()
                .path();
        String entity = em.getMetamodel().entity(type.entity()).getName();
        return em.createQuery(
                        "select r from " + entity + " r where r." + reference + " = :whole order by r.id",
                        type.entity())
                .setParameter("whole", whole)
                .getResultList();
    }

    /** The record that another one is a part of, managed; null for a type that is part of nothing, or when it is missing. */
    static <P extends ProgrammeRecord> ProgrammeRecord whole(EntityManager em, RecordType<P> type, P part) {
        return type.partOf()
                .map(p -> p.reference().get(part) == null
                        ? null
                        : em.find(p.wholeType().entity(), p.reference().get(part)))
                .orElse(null);
    }
}
