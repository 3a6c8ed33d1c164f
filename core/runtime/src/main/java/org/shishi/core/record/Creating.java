package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Duty;

/** Saves new records. */
final class Creating<T extends ProgrammeRecord> {

    private final Desk<T> desk;
    private final Kind<T> kind;

    Creating(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
    }

    /** @return a copy of what was saved */
    T create(EntityManager em, Caller caller, T draft) {
        Context context = context(em, caller);
        T record = Copies.of(em, draft);
        ProgrammeRecord whole = admit(em, caller, record, context.now());
        desk.validation.prepare(record);
        refuse(desk.validation.violations(record, context));
        if (whole != null) {
            desk.imports.acted(whole.head().importId(), context.now());
        }
        desk.persons.register(caller, List.of(record));
        em.persist(record);
        desk.validation.keyHash(record).ifPresent(hash -> claim(record, hash, context));
        kind.type().created(record, context);
        em.flush();
        desk.persons.part(record);
        desk.persons.consent(caller, record);
        keep(record, context);
        return Copies.of(em, record);
    }

    /** What {@link #create} would refuse; changes neither the draft nor the database. */
    List<Violation> violations(EntityManager em, Caller caller, T draft) {
        Context context = context(em, caller);
        T record = Copies.of(em, draft);
        try {
            admit(em, caller, record, context.now());
        } catch (RefusedException e) {
            return e.violations();
        }
        desk.validation.prepare(record);
        return desk.validation.violations(record, context);
    }

    /** What is noteworthy about a draft, also while something else is still missing. */
    List<Violation> warnings(EntityManager em, Caller caller, T draft) {
        T record = Copies.of(em, draft);
        if (record.head().status() == null) {
            record.head().status(kind.firstState());
            record.head().ownerOrg(caller.organisation().id());
        }
        desk.validation.prepare(record);
        desk.persons.resolve(record, desk.persons::find);
        return desk.validation.warnings(record);
    }

    /** Permission, edition, owner; fills the head. Answers the whole of a part, else null. */
    ProgrammeRecord admit(EntityManager em, Caller caller, T record, Instant now) {
        Right[] rights = kind.type().createdBy().toArray(Right[]::new);
        Access.Breadth breadth = Access.require(caller, kind.programmeId(), rights);
        Access.requireLevel(caller, kind);
        EditionGate.creating(kind);
        ProgrammeRecord whole = whole(em, record);
        if (whole != null) {
            // Who sees the whole sees its parts, and nobody else does.
            record.head().ownerOrg(whole.head().ownerOrg());
        } else if (record.head().ownerOrg() == null) {
            record.head().ownerOrg(caller.organisation().id());
        }
        // A part is reached as its whole is: whoever does not see that adds nothing to it.
        UUID maker = whole == null ? caller.accountId() : whole.head().createdBy();
        if (!Access.reaches(caller, breadth, record.head().ownerOrg(), maker, desk.services.organisations())) {
            throw Access.forbidden();
        }
        if (whole != null) {
            separate(caller, whole);
        }
        record.head().status(kind.firstState());
        record.head().created(caller.accountId(), now);
        record.head().importId(null);
        return whole;
    }

    private ProgrammeRecord whole(EntityManager em, T record) {
        if (kind.type().partOf().isEmpty()) {
            return null;
        }
        ProgrammeRecord whole = Parts.whole(em, kind.type(), record);
        if (whole == null) {
            throw new RefusedException(
                    "CORE-NOT-FOUND", kind.type().partOf().get().reference().name());
        }
        return whole;
    }

    /** A payment is a part that only those who settle create: not by who approved the whole. */
    private void separate(Caller caller, ProgrammeRecord whole) {
        if (kind.type().createdBy().equals(List.of(Right.SETTLE))) {
            refuse(Separation.violations(
                    caller,
                    whole.head().createdBy(),
                    desk.history.taken(whole.id()),
                    Duty.SETTLE,
                    whole.head().status()));
        }
    }

    private void claim(T record, UUID hash, Context context) {
        if (!desk.keys.claim(kind, hash, record.id())) {
            // Somebody took it since the check.
            refuse(desk.validation.conflicts(record, hash, context));
        }
    }

    private void keep(T record, Context context) {
        desk.history.write(
                kind,
                Step.create(
                        record.id(),
                        context.caller(),
                        context.now(),
                        record.head().status()));
        desk.todos.replace(
                kind,
                record,
                TodoPlan.of(kind, record.head().status(), record.head().ownerOrg(), desk.services.organisations()),
                false,
                context.now());
        desk.trail.changed(context.caller(), kind, Step.CREATE, record.id(), null, null, Map.of(), record);
    }

    private Context context(EntityManager em, Caller caller) {
        return new Context(caller, kind.programme(), em, desk.services, null);
    }

    static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new RefusedException(new ArrayList<>(violations));
        }
    }
}
