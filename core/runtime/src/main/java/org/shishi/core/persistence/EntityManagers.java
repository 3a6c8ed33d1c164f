package org.shishi.core.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.RollbackException;

/** One entity manager's part in a piece of database work. */
final class EntityManagers implements Scope.Participant {

    private final EntityManager entities;

    private EntityManagers(EntityManager entities) {
        this.entities = entities;
    }

    static EntityManagers join(EntityManagerFactory factory, boolean transactional) {
        EntityManager entities = factory.createEntityManager();
        if (transactional) {
            entities.getTransaction().begin();
        }
        return new EntityManagers(entities);
    }

    EntityManager entities() {
        return entities;
    }

    /** Its commit only writes: the connection is the scope's. */
    @Override
    public void flush() {
        try {
            entities.getTransaction().commit();
        } catch (RollbackException e) {
            // What went wrong is what callers look at: a stale version, a constraint.
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        try {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        } finally {
            entities.close();
        }
    }
}
