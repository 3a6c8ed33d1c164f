package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.persistence.jpa.JpaEntityManager;

/**
 * What some organisations and those below them own, where it is little. A database that goes through a list in its order
 * and asks of each record whose it is (as the condition of scope says) finds a page at once where much is owned, and reads
 * everything where little is; the other way round it fetches and sorts all that is owned. So it is counted first, no further
 * than to {@link #FEW}: a fraction of a millisecond, for the owner's index alone is read.
 */
final class Owned {

    static final int FEW = 1_000;

    private Owned() {}

    /** Ids of all records; null: more than a few. */
    static List<UUID> few(EntityManager em, Kind<?> kind, Collection<UUID> ancestors) {
        String table = kind.programme().database().schema() + "."
                + em.unwrap(JpaEntityManager.class)
                        .getServerSession()
                        .getDescriptor(kind.type().entity())
                        .getTableName();
        String owned = "select r.id from core.organisation_within w join " + table
                + " r on r.owner_org = w.organisation_id where w.ancestor_id in ("
                + String.join(", ", Collections.nCopies(ancestors.size(), "?")) + ") fetch first " + (FEW + 1)
                + " rows only";
        // Counted inside the database: where it is much, nobody wants the ids.
        Number count = (Number) bound(em.createNativeQuery("select count(*) from (" + owned + ") few"), ancestors)
                .getSingleResult();
        if (count.longValue() > FEW) {
            return null;
        }
        List<UUID> ids = new ArrayList<>();
        for (Object id : bound(em.createNativeQuery(owned), ancestors).getResultList()) {
            ids.add((UUID) id);
        }
        return ids.size() > FEW ? null : ids;
    }

    private static Query bound(Query query, Collection<UUID> ancestors) {
        int place = 1;
        for (UUID ancestor : ancestors) {
            query.setParameter(place++, ancestor);
        }
        return query;
    }
}
