package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.core.persistence.NewRows;

/** Saves many new records: by their columns alone where that says everything, else one by one through the provider. */
final class NewRecords {

    private NewRecords() {}

    /** The entity manager knows of nothing afterwards. */
    static <T extends ProgrammeRecord> void save(Kind<T> kind, EntityManager em, List<T> records, Context context) {
        // What the judging of the rows has changed comes before them.
        em.flush();
        if (!plain(kind, records)) {
            for (T record : records) {
                em.persist(record);
                kind.type().created(record, context);
            }
            em.flush();
        }
        em.clear();
    }

    private static <T extends ProgrammeRecord> boolean plain(Kind<T> kind, List<T> records) {
        return !kind.type().followsUp() && kind.programme().database() instanceof NewRows rows && rows.insert(records);
    }
}
