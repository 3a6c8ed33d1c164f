package org.shishi.api.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * States and transitions of a record type. Built once, then read only.
 *
 * <pre>{@code
 * Workflow<Household> flow = Workflow.of(HouseholdState.class, "BK-STATE");
 * flow.state(DRAFT, Tone.NEUTRAL, "vaadin:pencil");
 * flow.on("submit").from(DRAFT).to(DECLARED).by(Right.SUBMIT).duty(Duty.SUBMIT);
 * }</pre>
 *
 * @param <T> the entity
 */
public final class Workflow<T> {

    private final Class<? extends Enum<?>> states;
    private final String illegalCode;
    private final Map<String, State> byName = new LinkedHashMap<>();
    private final List<Transition<T>> transitions = new ArrayList<>();

    private Workflow(Class<? extends Enum<?>> states, String illegalCode) {
        this.states = states;
        this.illegalCode = illegalCode;
    }

    /** @param illegalCode the code that refuses a transition from the wrong state */
    public static <T> Workflow<T> of(Class<? extends Enum<?>> states, String illegalCode) {
        return new Workflow<>(states, illegalCode);
    }

    /** Adds a state; the first one added is the first of every record. */
    public Workflow<T> state(Enum<?> state, Tone tone, String icon) {
        byName.put(state.name(), new State(state.name(), tone, icon, false, false));
        return this;
    }

    /** Adds a state in which the fields may be changed. */
    public Workflow<T> editableState(Enum<?> state, Tone tone, String icon) {
        byName.put(state.name(), new State(state.name(), tone, icon, true, false));
        return this;
    }

    /** Adds a state in which nothing more happens. */
    public Workflow<T> endState(Enum<?> state, Tone tone, String icon) {
        byName.put(state.name(), new State(state.name(), tone, icon, false, true));
        return this;
    }

    /** Adds a transition and returns it to be described; the same action may start from different states to different ends. */
    public Transition<T> on(String action) {
        Transition<T> transition = new Transition<>(action);
        transitions.add(transition);
        return transition;
    }

    public Class<? extends Enum<?>> states() {
        return states;
    }

    /** In the order added: the order of the progress line. */
    public List<State> allStates() {
        return List.copyOf(byName.values());
    }

    public Optional<State> state(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public State first() {
        return byName.values().iterator().next();
    }

    public String illegalCode() {
        return illegalCode;
    }

    public List<Transition<T>> transitions() {
        return List.copyOf(transitions);
    }

    public List<Transition<T>> from(String state) {
        return transitions.stream().filter(t -> t.from().contains(state)).toList();
    }
}
