package org.shishi.core.persistence;

import java.util.List;

/** A programme's database that can write many new rows at once, past the unit of work: for imports. */
public interface NewRows {

    /**
     * Inserts new entities in the transaction of this thread, which must run. Whoever watches rows hears of each; no entity
     * manager knows of them afterwards.
     *
     * @return false, and nothing is done: their rows are not as plain as that (relations, collections, callbacks)
     * @throws jakarta.persistence.PersistenceException the database refused one
     */
    boolean insert(List<?> entities);
}
