package org.shishi.api.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordContext;
import org.shishi.api.rule.Violation;

/**
 * A step from one state to another. Its button is the text {@code action.<name>}.
 *
 * @param <T> the entity
 */
public final class Transition<T> {

    /** Says what stands in the way; empty: nothing. */
    @FunctionalInterface
    public interface Guard<T> {
        List<Violation> violations(T record, RecordContext context);
    }

    private final String action;
    private final Set<String> from = new TreeSet<>();
    private String to;
    private final Set<Right> rights = EnumSet.noneOf(Right.class);
    private final Set<OrgType> levels = EnumSet.noneOf(OrgType.class);
    private final List<Guard<T>> guards = new ArrayList<>();
    private BiConsumer<T, RecordContext> effect = (record, context) -> {};
    private boolean effective;
    private BiConsumer<T, RecordContext> undo;
    private Duty duty = Duty.NONE;
    private boolean reasonRequired;
    private boolean returning;
    private boolean todo;
    private int limitWorkingDays;

    Transition(String action) {
        this.action = action;
    }

    public Transition<T> from(Enum<?>... states) {
        Arrays.stream(states).map(Enum::name).forEach(from::add);
        return this;
    }

    public Transition<T> to(Enum<?> state) {
        to = state.name();
        return this;
    }

    /** Any of these rights in the programme. */
    public Transition<T> by(Right... anyOf) {
        rights.addAll(Arrays.asList(anyOf));
        return this;
    }

    /** Only while acting for an organisation of these types; none given: any. */
    public Transition<T> at(OrgType... types) {
        levels.addAll(Arrays.asList(types));
        return this;
    }

    public Transition<T> guard(Guard<T> guard) {
        guards.add(guard);
        return this;
    }

    /**
     * A HARD window of the edition (K-8): outside of it the step is refused. It counts as it stands for the record's owner
     * or for the organisation that the caller acts for, whichever is open longer: an extension that a city approver granted
     * either of them is used here.
     *
     * @param window as {@link org.shishi.api.programme.Edition#window} takes it
     * @param code refuses outside of the window; while it has no end, {@code CORE-WINDOW-UNSET} does
     */
    public Transition<T> within(String window, String code) {
        return guard((record, context) -> HardWindow.violations((ProgrammeRecord) record, context, window, code));
    }

    /** Changes the record inside the transaction, after the guards. */
    public Transition<T> effect(BiConsumer<T, RecordContext> value) {
        effect = effect.andThen(value);
        effective = true;
        return this;
    }

    /**
     * What to change back when the one who took the step takes it back before anybody else acted. A step with an effect and
     * without this cannot be taken back ({@code CORE-WITHDRAW-EFFECT}).
     */
    public Transition<T> undo(BiConsumer<T, RecordContext> value) {
        undo = value;
        return this;
    }

    public Transition<T> duty(Duty value) {
        duty = value;
        return this;
    }

    /** A reason must be given ({@code CORE-REASON-MISSING}). */
    public Transition<T> reason() {
        reasonRequired = true;
        return this;
    }

    /** Sends the record back for correction: takes a reason and remarks per field. */
    public Transition<T> returning() {
        returning = true;
        return reason();
    }

    /** Those who may do it get a to-do item while the record waits in one of the from-states. */
    public Transition<T> todo() {
        todo = true;
        return this;
    }

    /** As {@link #todo()}, due after so many working days. */
    public Transition<T> todo(int workingDays) {
        limitWorkingDays = workingDays;
        return todo();
    }

    public String action() {
        return action;
    }

    public Set<String> from() {
        return Set.copyOf(from);
    }

    public String to() {
        return to;
    }

    public Set<Right> rights() {
        return Set.copyOf(rights);
    }

    public Set<OrgType> levels() {
        return Set.copyOf(levels);
    }

    public List<Guard<T>> guards() {
        return List.copyOf(guards);
    }

    public void apply(T record, RecordContext context) {
        effect.accept(record, context);
    }

    /** Whether it can be taken back: it changes nothing but the state, or says what to change back. */
    public boolean isUndoable() {
        return !effective || undo != null;
    }

    public void applyUndo(T record, RecordContext context) {
        if (undo != null) {
            undo.accept(record, context);
        }
    }

    public Duty duty() {
        return duty;
    }

    public boolean reasonRequired() {
        return reasonRequired;
    }

    public boolean isReturning() {
        return returning;
    }

    public boolean isTodo() {
        return todo;
    }

    /** 0: no limit. */
    public int limitWorkingDays() {
        return limitWorkingDays;
    }
}
