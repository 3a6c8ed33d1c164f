package org.shishi.core.persistence;

import java.util.Collection;

/** Hears of the rows that the entity managers of one programme write, inside the transaction that writes them. */
public interface RowWatch {

    /**
     * A row was inserted or changed.
     *
     * @param changed names of the attributes that changed; null: the row is new
     */
    void written(Object entity, Collection<String> changed);

    void removed(Object entity);

    /** The programme's database was closed. */
    void closed();
}
