package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.search.ListKey;

/** Opens imports, takes them back, hands out everything for exports. */
final class BulkDoor<T extends ProgrammeRecord> implements BulkRecords<T> {

    private static final int SCAN_CHUNK = 1_000;
    private static final int DELETE_CHUNK = 5_000;

    private final Desk<T> desk;
    private final Kind<T> kind;

    BulkDoor(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
    }

    @Override
    public Session<T> open(Caller caller, String source, UUID importId) {
        Access.require(caller, kind.programmeId(), kind.type().createdBy().toArray(Right[]::new));
        Access.requireLevel(caller, kind);
        EditionGate.creating(kind);
        return new BulkSession<>(desk, caller, source, importId);
    }

    @Override
    public boolean undoable(Caller caller, UUID importId) {
        Optional<ImportStore.Imported> found = desk.imports.find(kind, importId);
        return found.filter(imported -> imported.open() && may(caller, imported))
                .isPresent();
    }

    @Override
    public int undo(Caller caller, UUID importId) {
        return Faults.translated(() -> kind.programme().database().transact(em -> undo(em, caller, importId)));
    }

    private int undo(EntityManager em, Caller caller, UUID importId) {
        ImportStore.Imported imported =
                desk.imports.find(kind, importId).orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        if (!may(caller, imported)) {
            throw Access.forbidden();
        }
        EditionGate.creating(kind);
        if (!desk.imports.undo(importId, new Context(caller, kind.programme(), em, desk.services, null).now())) {
            throw new RefusedException("CORE-IMP-ACTED", null);
        }
        int gone = delete(em, importId);
        desk.trail.importUndone(caller, kind, importId, gone);
        return gone;
    }

    private boolean may(Caller caller, ImportStore.Imported imported) {
        return Access.reaches(
                caller,
                Access.breadth(caller, kind.programmeId(), kind.type().createdBy()),
                imported.organisation(),
                imported.by(),
                desk.services.organisations());
    }

    private int delete(EntityManager em, UUID importId) {
        String entity = kind.entityName(em);
        boolean collections = !em.getMetamodel()
                .entity(kind.type().entity())
                .getPluralAttributes()
                .isEmpty();
        int gone = 0;
        List<UUID> ids;
        do {
            // In order: what lies together in the index of the search goes together.
            ids = em.createQuery(
                            "select r.id from " + entity + " r where r.head.importId = :import order by r.id",
                            UUID.class)
                    .setParameter("import", importId)
                    .setMaxResults(DELETE_CHUNK)
                    .getResultList();
            if (!ids.isEmpty()) {
                forget(ids);
                delete(em, entity, ids, collections);
                gone += ids.size();
            }
        } while (ids.size() == DELETE_CHUNK);
        return gone;
    }

    private void delete(EntityManager em, String entity, List<UUID> ids, boolean collections) {
        if (collections) {
            // A delete by query leaves the rows of collections behind.
            ids.forEach(id -> em.remove(em.find(kind.type().entity(), id)));
            em.flush();
            em.clear();
        } else {
            em.createQuery("delete from " + entity + " r where r.id in :ids")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }

    private void forget(List<UUID> ids) {
        desk.services.core().transact(handle -> {
            KeyStore.remove(handle, ids);
            TodoStore.remove(handle, ids);
            desk.services.ledger().forget(handle, ids);
            desk.services.search().titles().forget(ids);
            desk.services
                    .search()
                    .forget(
                            new ListKey(
                                    kind.programmeId(), kind.year(), kind.type().id()),
                            ids);
            return null;
        });
    }

    @Override
    public void reveal(List<T> records) {
        desk.persons.unmask(records);
    }

    @Override
    public void scan(Caller caller, RecordQuery query, Consumer<List<T>> chunk) {
        kind.programme().database().read(em -> {
            new Pages<>(desk, em).scan(caller, query, SCAN_CHUNK, chunk);
            return null;
        });
    }
}
