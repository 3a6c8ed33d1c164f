package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Teamwork;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.api.workflow.Transition;

/** Moves records on. */
final class Moving<T extends ProgrammeRecord> {

    private final Desk<T> desk;
    private final Kind<T> kind;
    private final Updating<T> updating;

    Moving(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
        this.updating = new Updating<>(desk);
    }

    /** @return a copy of what was saved */
    T move(EntityManager em, Caller caller, T record, long expectedVersion, TransitionRequest request) {
        if (expectedVersion != -1 && expectedVersion != record.version()) {
            throw new RefusedException(Faults.STALE, null);
        }
        Transition<T> step = checked(em, caller, record, request);
        return take(em, caller, record, step, step.to(), request);
    }

    /** The step that is meant, if it could be taken now. */
    Transition<T> checked(EntityManager em, Caller caller, T record, TransitionRequest request) {
        Transition<T> step = desk.decision.of(caller, record, request);
        EditionGate.moving(kind, step, kind.editableIn(record.head().status()));
        desk.turns.refuse(caller, record, step);
        guard(caller, record, step, context(em, caller, request));
        return step;
    }

    private Context context(EntityManager em, Caller caller, TransitionRequest request) {
        String reason = Normal.text(request.reason()).isEmpty()
                ? null
                : request.reason().strip();
        return new Context(caller, kind.programme(), em, desk.services, reason);
    }

    /** Takes a step that was checked. @param to where it leads */
    T take(EntityManager em, Caller caller, T record, Transition<T> step, String to, TransitionRequest request) {
        Context context = context(em, caller, request);
        desk.imports.acted(record.head().importId(), context.now());
        T before = Copies.of(em, record);
        step.apply(record, context);
        record.head().status(to);
        record.head().updated(caller.accountId(), context.now());
        updating.moveKey(before, record, context);
        em.flush();
        desk.persons.part(record);
        keep(before, record, step, request, context);
        return Copies.of(em, record);
    }

    /** As if the step had not been taken, but for the history. */
    void untake(EntityManager em, Caller caller, T record, Transition<T> step, String back, String reason) {
        Context context = new Context(caller, kind.programme(), em, desk.services, reason);
        T before = Copies.of(em, record);
        step.applyUndo(record, context);
        record.head().status(back);
        record.head().updated(caller.accountId(), context.now());
        updating.moveKey(before, record, context);
        em.flush();
        desk.persons.part(record);
        desk.history.write(
                kind,
                Step.withdraw(record.id(), caller, context.now(), before.head().status(), back, reason));
        wait(record, false, context);
        trail(before, record, Step.WITHDRAW, context);
    }

    private void guard(Caller caller, T record, Transition<T> step, Context context) {
        Creating.refuse(Separation.violations(
                caller,
                record.head().createdBy(),
                desk.history.taken(record.id()),
                step.duty(),
                record.head().status()));
        List<Violation> faults = new ArrayList<>();
        step.guards().forEach(guard -> faults.addAll(guard.violations(record, context)));
        Creating.refuse(Validation.distinct(faults));
    }

    private void keep(T before, T after, Transition<T> step, TransitionRequest request, Context context) {
        Changes changes = Changes.between(kind, before, after);
        desk.history.write(
                kind,
                new Step(
                        after.id(),
                        context.caller(),
                        context.now(),
                        step.action(),
                        before.head().status(),
                        after.head().status(),
                        step.duty(),
                        step.isReturning(),
                        context.reason(),
                        remarks(request),
                        changes.names(),
                        changes.values()));
        wait(after, step.isReturning(), context);
        trail(before, after, step.action(), context);
    }

    /** For those whose turn it is now; signatures that were asked for before the step are not asked for any more. */
    private void wait(T record, boolean returned, Context context) {
        desk.rounds.end(record.id(), Teamwork.Verdict.LAPSED);
        desk.todos.replace(
                kind,
                record,
                TodoPlan.of(kind, record.head().status(), record.head().ownerOrg(), desk.services.organisations()),
                returned,
                context.now());
    }

    private void trail(T before, T after, String step, Context context) {
        desk.trail.changed(
                context.caller(),
                kind,
                "transition",
                after.id(),
                context.reason(),
                Trail.fingerprint(kind, before),
                Map.of(
                        "step",
                        step,
                        "from",
                        before.head().status(),
                        "to",
                        after.head().status()),
                after);
    }

    private static Map<String, String> remarks(TransitionRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        request.remarks().forEach((field, remark) -> given.put(field, remark.strip()));
        return given;
    }
}
