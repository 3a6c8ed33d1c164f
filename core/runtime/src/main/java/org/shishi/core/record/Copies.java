package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.sessions.CopyGroup;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;

/** Copies of entities that nothing manages. */
final class Copies {

    private Copies() {}

    static <T extends ProgrammeRecord> T of(EntityManager em, T entity) {
        Object copy = em.unwrap(JpaEntityManager.class).copy(entity, new CopyGroup());
        @SuppressWarnings("unchecked")
        T typed = (T) copy;
        return typed;
    }

    /** For handing out: what runs in a transaction is managed by it, and changes to it would be saved past the door. */
    static <T extends ProgrammeRecord> List<T> out(EntityManager em, List<T> entities) {
        return em.getTransaction().isActive()
                ? entities.stream().map(entity -> of(em, entity)).toList()
                : entities;
    }

    static <T extends ProgrammeRecord, V> void value(Field<T, V> field, T from, T to) {
        field.set(to, field.get(from));
    }
}
