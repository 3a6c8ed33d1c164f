package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;

/** Saves what people changed in records. Everything is checked on a copy first: the stored one stays as it is until all is well. */
final class Updating<T extends ProgrammeRecord> {

    private final Desk<T> desk;
    private final Kind<T> kind;

    Updating(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
    }

    /** @return a copy of what was saved */
    T update(EntityManager em, Caller caller, T stored, T changed) {
        Context context = context(em, caller);
        if (stored.version() != changed.version()) {
            throw new RefusedException(Faults.STALE, null);
        }
        Set<String> editable = editable(caller, stored);
        T before = Copies.of(em, stored);
        T next = Copies.of(em, stored);
        List<Violation> faults = apply(changed, next, editable);
        desk.validation.prepare(before, next);
        faults.addAll(desk.validation.violations(before, next, context));
        Creating.refuse(kind.type().inRuleOrder(faults));
        Changes changes = Changes.between(kind, before, next);
        if (changes.none()) {
            return before;
        }
        // Before any row of a record is locked: whoever takes an import back goes in the same order.
        desk.imports.acted(stored.head().importId(), context.now());
        apply(changed, stored, editable);
        desk.validation.prepare(before, stored);
        desk.persons.register(caller, List.of(stored));
        desk.persons.consentAnew(caller, before, stored);
        stored.head().updated(caller.accountId(), context.now());
        moveKey(before, stored, context);
        em.flush();
        desk.persons.part(stored);
        keep(before, stored, changes, context);
        return Copies.of(em, stored);
    }

    /** What {@link #update} would refuse; changes nothing. */
    List<Violation> violations(EntityManager em, Caller caller, T stored, T changed) {
        try {
            Set<String> editable = editable(caller, stored);
            T next = Copies.of(em, stored);
            List<Violation> faults = apply(changed, next, editable);
            desk.validation.prepare(stored, next);
            faults.addAll(desk.validation.violations(stored, next, context(em, caller)));
            return kind.type().inRuleOrder(faults);
        } catch (RefusedException e) {
            return e.violations();
        }
    }

    private Set<String> editable(Caller caller, T stored) {
        if (!desk.editing.may(caller, stored)) {
            throw Access.forbidden();
        }
        EditionGate.changing(
                kind,
                kind.editableIn(stored.head().status())
                        && desk.history.openReturn(stored.id()).isEmpty());
        Set<String> editable = desk.editing.fields(caller, stored);
        if (editable.isEmpty()) {
            throw new RefusedException(
                    kind.type().workflow().map(flow -> flow.illegalCode()).orElse("CORE-STATE"), "status");
        }
        return editable;
    }

    /** Copies what may be changed; what may not and is different is refused by name. */
    private List<Violation> apply(T changed, T next, Set<String> editable) {
        List<Violation> faults = new ArrayList<>();
        for (Field<T, ?> field : kind.type().fields()) {
            if (field.isTyped()
                    && !Changes.same(field.get(changed), field.get(next))
                    && !masked(field, changed, next)) {
                if (editable.contains(field.name())) {
                    Copies.value(field, changed, next);
                } else {
                    faults.add(Violation.of("CORE-FIELD-LOCKED", field.name(), kind.label(field)));
                }
            }
        }
        return faults;
    }

    /** Who was shown a mask and hands it back has not changed the value. */
    private static <T extends ProgrammeRecord> boolean masked(Field<T, ?> field, T changed, T stored) {
        return field.sensitivity() != Sensitivity.NONE
                && field.get(stored) instanceof String clear
                && field.sensitivity().mask(clear).equals(field.get(changed));
    }

    /** Also for steps whose effect changes what the key is made of. */
    void moveKey(T before, T after, Context context) {
        Optional<UUID> old = desk.validation.keyHash(before);
        Optional<UUID> now = desk.validation.keyHash(after);
        if (old.equals(now)) {
            return;
        }
        if (old.isPresent()) {
            desk.keys.release(kind, after.id());
        }
        if (now.isPresent() && !desk.keys.claim(kind, now.get(), after.id())) {
            Creating.refuse(desk.validation.conflicts(after, now.get(), context));
        }
    }

    private void keep(T before, T after, Changes changes, Context context) {
        desk.history.write(
                kind,
                Step.update(
                        after.id(),
                        context.caller(),
                        context.now(),
                        after.head().status(),
                        changes));
        if (!kind.type().title(before).equals(kind.type().title(after))) {
            desk.todos.rename(kind, after);
        }
        desk.trail.changed(
                context.caller(),
                kind,
                Step.UPDATE,
                after.id(),
                null,
                Trail.fingerprint(kind, before),
                Map.of("fields", String.join(",", changes.names())),
                after);
    }

    private Context context(EntityManager em, Caller caller) {
        return new Context(caller, kind.programme(), em, desk.services, null);
    }
}
