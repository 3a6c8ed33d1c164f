package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.ProgrammeRecord;
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
        Transition<T> step = desk.decision.of(caller, record, request);
        String from = record.head().status();
        EditionGate.moving(kind, step, kind.editableIn(from));
        String reason = Normal.text(request.reason()).isEmpty()
                ? null
                : request.reason().strip();
        Context context = new Context(caller, kind.programme(), em, desk.services, reason);
        guard(caller, record, step, context);
        desk.imports.acted(record.head().importId(), context.now());
        T before = Copies.of(em, record);
        step.apply(record, context);
        record.head().status(step.to());
        record.head().updated(caller.accountId(), context.now());
        updating.moveKey(before, record, context);
        em.flush();
        keep(before, record, step, request, context);
        return Copies.of(em, record);
    }

    private void guard(Caller caller, T record, Transition<T> step, Context context) {
        Creating.refuse(
                Separation.violations(caller, record.head().createdBy(), desk.history.taken(record.id()), step.duty()));
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
                        step.to(),
                        step.duty(),
                        step.isReturning(),
                        context.reason(),
                        remarks(request),
                        changes.names(),
                        changes.values()));
        desk.todos.replace(
                kind,
                after,
                TodoPlan.of(kind, step.to(), after.head().ownerOrg(), desk.services.organisations()),
                step.isReturning(),
                context.now());
        desk.trail.changed(
                context.caller(),
                kind,
                "transition",
                after.id(),
                context.reason(),
                Trail.fingerprint(kind, before),
                Map.of("step", step.action(), "from", before.head().status(), "to", step.to()),
                after);
    }

    private static Map<String, String> remarks(TransitionRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        request.remarks().forEach((field, remark) -> given.put(field, remark.strip()));
        return given;
    }
}
