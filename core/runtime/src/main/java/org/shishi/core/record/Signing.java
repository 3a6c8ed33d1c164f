package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Todos;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Teamwork.Signature;
import org.shishi.api.record.Teamwork.Verdict;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Duty;
import org.shishi.api.workflow.Transition;

/**
 * Countersigning (会签) and adding signers (加签). Whoever asks or answers raises the record's version: so no step is taken
 * at the same moment that does not know of it, and of two last answers the second sees the first.
 */
final class Signing<T extends ProgrammeRecord> {

    private final Desk<T> desk;
    private final Kind<T> kind;
    private final Moving<T> moving;

    Signing(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
        this.moving = new Moving<>(desk);
    }

    void before(EntityManager em, Caller caller, T record, Collection<UUID> people, String reason) {
        TodoStore.Open item =
                desk.turns.own(caller, record).orElseThrow(() -> new RefusedException("CORE-TEAM-STEP", null));
        Optional<RoundStore.Open> open = desk.rounds.open(record.id());
        open.filter(round -> !round.round().askedBy().equals(caller.accountId())
                        || round.round().decision() != null)
                .ifPresent(Signing::refuse);
        Context context = begin(em, caller, record, reason);
        UUID round = open.map(RoundStore.Open::id)
                .orElseGet(() ->
                        desk.rounds.begin(record.id(), caller, context.now(), context.reason(), item.actions(), null));
        ask(context, record, round, people, "before");
    }

    void after(EntityManager em, Caller caller, T record, TransitionRequest decision, Collection<UUID> people) {
        desk.rounds.open(record.id()).ifPresent(Signing::refuse);
        Transition<T> step = moving.checked(em, caller, record, decision);
        if (step.isReturning()) {
            throw new RefusedException(List.of(ValueFault.NOT_OPTION.at("action", "")));
        }
        Context context = begin(em, caller, record, decision.reason());
        UUID round = desk.rounds.begin(
                record.id(), caller, context.now(), context.reason(), List.of(step.action()), step.action());
        ask(context, record, round, people, "after");
    }

    private static void refuse(RoundStore.Open round) {
        throw new RefusedException("CORE-SIGN-OPEN", null, round.round().agreed(), round.asked());
    }

    private Context begin(EntityManager em, Caller caller, T record, String reason) {
        EditionGate.changing(kind, false);
        em.lock(record, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return new Context(caller, kind.programme(), em, desk.services, TeamWords.checked(reason));
    }

    private void ask(Context context, T record, UUID round, Collection<UUID> people, String how) {
        List<Colleagues.Colleague> asked = signers(context.caller(), record, people);
        for (Colleagues.Colleague one : asked) {
            desk.rounds.ask(round, one.person());
            desk.todos.give(
                    kind,
                    record,
                    Todos.Kind.SIGN,
                    new TodoStore.Holder(one.organisationId(), one.account(), one.name()),
                    context.now());
        }
        String words = TeamWords.naming(asked, context.reason());
        desk.keep(context, record, Step.TEAM + how, null, words);
        desk.services.post().toPeople(kind, record, "sign", context, context.reason(), TeamWords.accounts(asked));
    }

    /** Those who are not asked already. */
    private List<Colleagues.Colleague> signers(Caller caller, T record, Collection<UUID> people) {
        LinkedHashSet<UUID> wanted = new LinkedHashSet<>(people);
        desk.rounds
                .open(record.id())
                .ifPresent(open -> open.round().signatures().forEach(signature -> wanted.remove(signature.account())));
        if (wanted.isEmpty()) {
            throw new RefusedException("CORE-TEAM-NOBODY", "people");
        }
        List<Colleagues.Colleague> found = desk.colleagues.named(record, wanted, Colleagues.Colleague::works);
        if (found.size() < wanted.size() || wanted.contains(caller.accountId())) {
            throw new RefusedException("CORE-TEAM-PERSON", "people");
        }
        List<HistoryStore.Taken> taken = desk.history.taken(record.id());
        List<Violation> barred = new ArrayList<>();
        found.forEach(one -> barred.addAll(
                Separation.signing(one.account(), caller.organisation().type(), record, taken)));
        Creating.refuse(Validation.distinct(barred));
        return found;
    }

    void sign(EntityManager em, Caller caller, T record, boolean agree, String opinion) {
        RoundStore.Open round = desk.rounds
                .open(record.id())
                .filter(open -> open.of(caller.accountId())
                        .map(Signature::verdict)
                        .filter(Verdict.OPEN::equals)
                        .isPresent())
                .orElseThrow(() -> new RefusedException("CORE-SIGN-NOT-ASKED", null));
        Context context = begin(em, caller, record, opinion);
        if (!agree && context.reason() == null) {
            throw new RefusedException("CORE-REASON-MISSING", "reason");
        }
        Creating.refuse(Separation.signing(caller.accountId(), level(round), record, desk.history.taken(record.id())));
        desk.rounds.answer(
                round.id(),
                caller.accountId(),
                agree ? Verdict.AGREED : Verdict.REFUSED,
                context.now(),
                context.reason());
        desk.todos.close(record.id(), Todos.Kind.SIGN, caller.accountId());
        desk.keep(
                context,
                record,
                agree ? Step.AGREE : Step.TEAM + "refuse",
                agree ? Duty.REVIEW : null,
                context.reason());
        if (!agree) {
            refused(em, context, record, round);
        } else if (desk.rounds.open(record.id()).orElseThrow().complete()) {
            agreed(em, context, record, round);
        }
    }

    /** Of whoever asked. */
    private OrgType level(RoundStore.Open round) {
        return desk.services
                .organisations()
                .byId(round.organisation())
                .map(Organisation::type)
                .orElse(OrgType.CITY);
    }

    /** Back on the way that the workflow knows from here; where it knows none, to whom asked. */
    private void refused(EntityManager em, Context context, T record, RoundStore.Open round) {
        desk.rounds.end(record.id(), Verdict.REFUSED);
        desk.todos.close(record.id(), Todos.Kind.SIGN, null);
        tell(context, record, "refused", round);
        kind.type()
                .workflow()
                .flatMap(flow -> flow.from(record.head().status()).stream()
                        .filter(Transition::isReturning)
                        .findFirst())
                .ifPresent(step -> moving.take(
                        em,
                        context.caller(),
                        record,
                        step,
                        step.to(),
                        TransitionRequest.of(step.action(), context.reason())));
    }

    private void agreed(EntityManager em, Context context, T record, RoundStore.Open round) {
        desk.rounds.end(record.id(), Verdict.AGREED);
        tell(context, record, "signed", round);
        if (round.round().decision() != null) {
            TransitionRequest decision =
                    TransitionRequest.of(round.round().decision(), round.round().reason());
            desk.services
                    .again()
                    .caller(round.round().askedBy(), round.organisation(), round.within())
                    .ifPresent(decider -> take(em, decider, record, decision));
        }
    }

    /** What stands in the way by now is left to whoever decided, who has just been told that all have signed. */
    private void take(EntityManager em, Caller decider, T record, TransitionRequest decision) {
        Transition<T> step;
        try {
            step = moving.checked(em, decider, record, decision);
        } catch (RefusedException e) {
            return;
        }
        moving.take(em, decider, record, step, step.to(), decision);
    }

    private void tell(Context context, T record, String what, RoundStore.Open round) {
        desk.services
                .post()
                .toPeopleAndDeputies(
                        kind,
                        record,
                        what,
                        context,
                        context.reason(),
                        List.of(round.round().askedBy()));
    }
}
