package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Todos;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Teamwork.Verdict;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.workflow.State;
import org.shishi.api.workflow.Transition;
import org.shishi.api.workflow.Workflow;

/** Taking back (撤回) and sending back to any earlier step. */
final class Retreat<T extends ProgrammeRecord> {

    /** What others may do without it being too late: they have decided nothing. */
    private static final Set<String> HARMLESS = Set.of(Step.TEAM + "nudge", Step.TEAM + "copy");

    private final Desk<T> desk;
    private final Kind<T> kind;
    private final Moving<T> moving;

    Retreat(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
        this.moving = new Moving<>(desk);
    }

    void withdraw(EntityManager em, Caller caller, T record, String reason) {
        String words = TeamWords.checked(reason);
        if (asked(caller, record).isPresent()) {
            EditionGate.changing(kind, false);
            em.lock(record, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            desk.rounds.end(record.id(), Verdict.LAPSED);
            desk.todos.close(record.id(), Todos.Kind.SIGN, null);
            Context context = new Context(caller, kind.programme(), em, desk.services, words);
            desk.keep(context, record, Step.WITHDRAW, null, words);
            return;
        }
        HistoryStore.Last last =
                desk.history.last(record.id()).orElseThrow(() -> new RefusedException("CORE-WITHDRAW-NONE", null));
        String obstacle = obstacle(caller, record, last);
        if (obstacle != null) {
            throw new RefusedException(obstacle, null);
        }
        Transition<T> step = step(last).orElseThrow();
        EditionGate.changing(kind, false);
        desk.history.withdraw(last.id());
        moving.untake(em, caller, record, step, last.from(), words);
    }

    private Optional<RoundStore.Open> asked(Caller caller, T record) {
        return desk.rounds
                .open(record.id())
                .filter(round -> round.round().askedBy().equals(caller.accountId()));
    }

    boolean mayWithdraw(Caller caller, T record) {
        return asked(caller, record).isPresent()
                || desk.history
                        .last(record.id())
                        .filter(last -> obstacle(caller, record, last) == null)
                        .isPresent();
    }

    /** null: none. */
    private String obstacle(Caller caller, T record, HistoryStore.Last last) {
        Optional<Transition<T>> step = step(last);
        if (!last.by().equals(caller.accountId()) || step.isEmpty()) {
            return "CORE-WITHDRAW-NONE";
        }
        if (!last.to().equals(record.head().status())
                || last.later().stream()
                        .anyMatch(later ->
                                !later.by().equals(caller.accountId()) && !HARMLESS.contains(later.action()))) {
            return "CORE-WITHDRAW-ACTED";
        }
        boolean end = flow().state(last.to()).filter(State::end).isPresent()
                || flow().from(last.to()).stream().noneMatch(Transition::isTodo);
        if (end) {
            return "CORE-WITHDRAW-END";
        }
        return step.get().isUndoable() ? null : "CORE-WITHDRAW-EFFECT";
    }

    private Optional<Transition<T>> step(HistoryStore.Last last) {
        return kind.type().workflow().flatMap(flow -> flow.from(last.from()).stream()
                .filter(step -> step.action().equals(last.action()))
                .findFirst());
    }

    private Workflow<T> flow() {
        return kind.type().workflow().orElseThrow();
    }

    void sendBack(EntityManager em, Caller caller, T record, String state, String reason, Map<String, String> remarks) {
        Transition<T> step = returning(caller, record).orElseThrow(Access::forbidden);
        if (!earlier(caller, record).contains(state)) {
            throw new RefusedException("CORE-BACK-STATE", "state");
        }
        TransitionRequest request = new TransitionRequest(step.action(), reason, remarks);
        moving.take(em, caller, record, moving.checked(em, caller, record, request), state, request);
    }

    private Optional<Transition<T>> returning(Caller caller, T record) {
        return desk.decision.available(caller, record).stream()
                .filter(Transition::isReturning)
                .findFirst();
    }

    /** States before this one that the record has been in, or that the workflow returns it to; latest first. */
    List<String> earlier(Caller caller, T record) {
        Optional<Transition<T>> step = returning(caller, record);
        if (step.isEmpty()) {
            return List.of();
        }
        List<String> order = flow().allStates().stream().map(State::name).toList();
        Set<String> been = new HashSet<>(desk.history.states(record.id()));
        been.add(step.get().to());
        been.add(flow().first().name());
        int here = order.indexOf(record.head().status());
        return been.stream()
                .filter(state -> order.indexOf(state) >= 0 && order.indexOf(state) < here)
                .sorted(Comparator.comparing(order::indexOf).reversed())
                .toList();
    }
}
