package org.shishi.testkit.contract;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.State;
import org.shishi.api.workflow.Transition;
import org.shishi.api.workflow.Workflow;

/** Every step says who may do it, somebody can, and every state is reached. */
public final class PermissionCheck {

    private final RecordType<?> type;
    private final String where;
    private final Faults faults;

    private PermissionCheck(RecordType<?> type, Faults faults) {
        this.type = type;
        this.where = "workflow of " + type.id();
        this.faults = faults;
    }

    public static List<String> faults(BuiltProgramme programme) {
        Faults faults = new Faults();
        for (RecordType<?> type : programme.descriptor().records()) {
            PermissionCheck check = new PermissionCheck(type, faults);
            check.grantable("creating " + type.id(), new HashSet<>(type.createdBy()));
            type.workflow().ifPresent(check::workflow);
        }
        return faults.all();
    }

    private void workflow(Workflow<?> flow) {
        Set<String> states = flow.allStates().stream().map(State::name).collect(Collectors.toSet());
        for (Enum<?> constant : flow.states().getEnumConstants()) {
            faults.addIf(
                    !states.contains(constant.name()),
                    flow.states().getSimpleName() + "." + constant + " is no state",
                    where,
                    "add .state(" + constant + ", tone, icon), or remove the constant");
        }
        flow.transitions().forEach(transition -> transition(transition, states));
        Set<String> reached = flow.transitions().stream().map(Transition::to).collect(Collectors.toSet());
        for (State state : flow.allStates()) {
            boolean left = !flow.from(state.name()).isEmpty();
            faults.addIf(
                    !reached.contains(state.name()) && !state.equals(flow.first()),
                    "no step leads to " + state.name(),
                    where,
                    "add a step with .to(" + state.name() + "), or remove the state");
            faults.addIf(
                    state.end() && left,
                    state.name() + " is an end and has steps",
                    where,
                    "use .state instead of .endState");
            faults.addIf(
                    !state.end() && !left, state.name() + " has no way out", where, "add a step, or use .endState");
        }
    }

    private void transition(Transition<?> step, Set<String> states) {
        String name = "the step '" + step.action() + "' from " + step.from();
        faults.addIf(step.from().isEmpty(), name + " starts nowhere", where, "add .from(...)");
        faults.addIf(step.to() == null || !states.contains(step.to()), name + " ends nowhere", where, "add .to(...)");
        faults.addIf(
                step.rights().isEmpty(),
                name + " says nobody may do it",
                where,
                "add .by(Right...), for example .by(Right.REVIEW)");
        grantable(name, step.rights());
    }

    private void grantable(String what, Set<Right> rights) {
        faults.addIf(
                !rights.isEmpty()
                        && Arrays.stream(Role.values())
                                .noneMatch(role -> role.rights().stream().anyMatch(rights::contains)),
                what + " needs " + rights + ", which no role holds",
                type.id(),
                "take a right of org.shishi.api.identity.Role");
    }
}
