package org.shishi.core.record;

import java.util.Optional;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.workflow.Transition;
import org.shishi.core.identity.StandIns;

/** Whose turn it is, besides rights: what was passed on waits for that person or who stands in, and for signatures. */
final class Turns<T extends ProgrammeRecord> {

    private final Desk<T> desk;
    private final StandIns standIns;

    Turns(Desk<T> desk) {
        this.desk = desk;
        this.standIns = new StandIns(desk.services.clock());
    }

    /** @throws RefusedException {@code CORE-TODO-PASSED}, {@code CORE-SIGN-OPEN} */
    void refuse(Caller caller, T record, Transition<T> step) {
        if (caller.system()) {
            return;
        }
        desk.todos.open(record.id()).stream()
                .filter(open -> elsewhere(caller, open))
                .filter(open -> open.actions().contains(step.action()) || step.isReturning())
                .findFirst()
                .ifPresent(open -> {
                    throw new RefusedException("CORE-TODO-PASSED", null, open.holderName());
                });
        if (!step.isReturning()) {
            desk.rounds
                    .open(record.id())
                    .filter(round -> round.actions().contains(step.action()))
                    .ifPresent(round -> {
                        throw new RefusedException(
                                "CORE-SIGN-OPEN", null, round.round().agreed(), round.asked());
                    });
        }
    }

    private boolean elsewhere(Caller caller, TodoStore.Open open) {
        return open.organisation().equals(caller.organisation().id())
                && open.passedOn()
                && !open.holder().equals(caller.accountId())
                && !desk.services
                        .core()
                        .read(handle -> standIns.of(handle, caller.accountId()))
                        .contains(open.holder());
    }

    /** What waits for the caller's organisation and the caller has the right for, with whomever it is. */
    Optional<TodoStore.Open> ofUnit(Caller caller, T record) {
        return desk.todos.open(record.id()).stream()
                .filter(open -> open.organisation().equals(caller.organisation().id()))
                .filter(open -> open.rights().stream().anyMatch(right -> caller.may(desk.kind.programmeId(), right)))
                .findFirst();
    }

    /** What waits for the caller. */
    Optional<TodoStore.Open> own(Caller caller, T record) {
        return ofUnit(caller, record).filter(open -> !elsewhere(caller, open));
    }
}
