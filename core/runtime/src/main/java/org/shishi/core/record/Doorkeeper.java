package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.RefusedException;

/** Opens transactions, looks whether the caller may see the record, and writes down whom it turned away. */
final class Doorkeeper<T extends ProgrammeRecord> {

    private static final int ATTEMPTS = 5;

    private final Desk<T> desk;
    private final Kind<T> kind;

    Doorkeeper(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
    }

    T see(EntityManager em, Caller caller, UUID id) {
        return seen(caller, kind.load(em, id));
    }

    <R extends ProgrammeRecord> R seen(Caller caller, R record) {
        if (!visible(caller, record)) {
            throw Access.forbidden();
        }
        return record;
    }

    boolean visible(Caller caller, ProgrammeRecord record) {
        return Access.may(
                caller, kind.programmeId(), List.of(Right.VIEW), record.head(), desk.services.organisations());
    }

    <R> R read(Caller caller, String what, UUID id, Function<EntityManager, R> work) {
        return logged(caller, what, id, () -> kind.programme().database().read(work));
    }

    <R> R write(Caller caller, String what, UUID id, Function<EntityManager, R> work) {
        return logged(
                caller,
                what,
                id,
                () -> Faults.translated(() -> kind.programme().database().transact(work)));
    }

    /** Begins anew what lost against somebody who changed the same row for another reason. */
    static <R> R attempts(Supplier<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RefusedException e) {
                if (attempt == ATTEMPTS || !Faults.stale(e)) {
                    throw e;
                }
            }
        }
    }

    /** Refused access leaves a trace, although what was tried is rolled back. */
    private <R> R logged(Caller caller, String what, UUID id, Supplier<R> work) {
        try {
            return work.get();
        } catch (RefusedException e) {
            if (Faults.forbidden(e)) {
                desk.trail.refused(caller, kind, what, id);
            }
            throw e;
        }
    }
}
