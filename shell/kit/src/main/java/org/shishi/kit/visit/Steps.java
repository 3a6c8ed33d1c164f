package org.shishi.kit.visit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.workflow.State;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Transition;
import org.shishi.api.workflow.Workflow;

/** What a workflow's shape says by itself, without asking the records' door. */
public final class Steps {

    private Steps() {}

    /** Whether somebody may try a transition at all: right and level. */
    public static boolean may(Caller caller, String programme, Transition<?> transition) {
        boolean right = transition.rights().isEmpty()
                || caller.may(programme, transition.rights().toArray(Right[]::new));
        boolean level = caller.system()
                || transition.levels().isEmpty()
                || transition.levels().contains(caller.organisation().type());
        return right && level;
    }

    /** Actions that start from any of these states and that the caller may try, with one transition each for its shape. */
    public static <T> Map<String, Transition<T>> offered(
            Workflow<T> flow, Collection<String> states, Caller caller, String programme) {
        Map<String, Transition<T>> offered = new LinkedHashMap<>();
        flow.transitions().stream()
                .filter(t -> t.from().stream().anyMatch(states::contains))
                .filter(t -> may(caller, programme, t))
                .forEach(t -> offered.putIfAbsent(t.action(), t));
        return offered;
    }

    /**
     * The way a record goes when all is well: from the first state on, always to the nearest later one by a step that
     * neither returns it nor needs a reason.
     */
    public static List<State> mainWay(Workflow<?> flow) {
        List<State> all = flow.allStates();
        List<State> way = new ArrayList<>();
        Set<String> passed = new LinkedHashSet<>();
        State at = flow.first();
        while (at != null && passed.add(at.name())) {
            way.add(at);
            at = next(flow, all, at);
        }
        return way;
    }

    private static State next(Workflow<?> flow, List<State> all, State at) {
        int here = all.indexOf(at);
        List<String> targets = flow.from(at.name()).stream()
                .filter(t -> !t.isReturning() && !t.reasonRequired())
                .map(Transition::to)
                .toList();
        return all.stream()
                .skip(here + 1L)
                .filter(state -> targets.contains(state.name()))
                .filter(state -> state.tone() != Tone.DANGER)
                .findFirst()
                .orElse(null);
    }
}
