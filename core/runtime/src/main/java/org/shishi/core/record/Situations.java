package org.shishi.core.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Teamwork.Act;
import org.shishi.api.record.Teamwork.Signature;
import org.shishi.api.record.Teamwork.Situation;
import org.shishi.api.record.Teamwork.Verdict;
import org.shishi.api.record.Teamwork.Waiting;

/** How things stand with a record between people, and what one of them may try. */
final class Situations<T extends ProgrammeRecord> {

    private final Desk<T> desk;
    private final Handing<T> handing;
    private final Retreat<T> retreat;

    Situations(Desk<T> desk, Handing<T> handing, Retreat<T> retreat) {
        this.desk = desk;
        this.handing = handing;
        this.retreat = retreat;
    }

    Situation of(Caller caller, T record) {
        if (desk.kind.type().workflow().isEmpty()) {
            return new Situation(Set.of(), null, List.of(), List.of());
        }
        List<TodoStore.Open> open = desk.todos.open(record.id());
        Optional<RoundStore.Open> round = desk.rounds.open(record.id());
        List<String> earlier = retreat.earlier(caller, record);
        return new Situation(
                acts(caller, record, open, round, earlier),
                round.map(RoundStore.Open::round).orElse(null),
                open.stream().map(this::waiting).toList(),
                earlier);
    }

    private Waiting waiting(TodoStore.Open open) {
        return new Waiting(
                desk.services
                        .organisations()
                        .byId(open.organisation())
                        .map(Organisation::name)
                        .orElse(""),
                open.passedOn() ? open.holderName() : null,
                open.actions(),
                open.since(),
                open.due());
    }

    private Set<Act> acts(
            Caller caller, T record, List<TodoStore.Open> open, Optional<RoundStore.Open> round, List<String> earlier) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        boolean own = desk.turns.own(caller, record).isPresent();
        boolean mine = round.filter(r -> r.round().askedBy().equals(caller.accountId())
                        && r.round().decision() == null)
                .isPresent();
        add(
                acts,
                Act.SIGN,
                round.flatMap(r -> r.of(caller.accountId()))
                        .map(Signature::verdict)
                        .filter(Verdict.OPEN::equals)
                        .isPresent());
        add(acts, Act.ASK_BEFORE, own && (round.isEmpty() || mine));
        add(acts, Act.ASK_AFTER, own && round.isEmpty());
        add(
                acts,
                Act.PASS_ON,
                round.isEmpty() && desk.turns.ofUnit(caller, record).isPresent());
        add(
                acts,
                Act.NUDGE,
                !open.isEmpty()
                        && works(caller)
                        && !(own && round.isEmpty())
                        && !handing.nudged(record, desk.services.clock().instant()));
        add(acts, Act.COPY, works(caller));
        add(acts, Act.WITHDRAW, retreat.mayWithdraw(caller, record));
        add(acts, Act.SEND_BACK, !earlier.isEmpty());
        return acts;
    }

    private static void add(Set<Act> acts, Act act, boolean may) {
        if (may) {
            acts.add(act);
        }
    }

    /** Whether somebody does more in the programme than read. */
    boolean works(Caller caller) {
        return caller.may(
                desk.kind.programmeId(),
                Right.CREATE,
                Right.SUBMIT,
                Right.REVIEW,
                Right.APPROVE,
                Right.FACILITY,
                Right.SETTLE,
                Right.INSPECT);
    }

    /** Who may be named for an act. */
    Predicate<Colleagues.Colleague> wanted(Caller caller, T record, Act act) {
        Predicate<Colleagues.Colleague> other = one -> !one.account().equals(caller.accountId());
        return switch (act) {
            case COPY -> other;
            case ASK_BEFORE, ASK_AFTER ->
                signers(record, caller.organisation().type()).and(other);
            case PASS_ON ->
                desk.turns
                        .ofUnit(caller, record)
                        .<Predicate<Colleagues.Colleague>>map(item -> one -> Handing.mayTake(one, item)
                                && !item.holder().equals(one.account())
                                && handing.barred(record, one, item).isEmpty())
                        .orElse(one -> false);
            case SIGN, NUDGE, WITHDRAW, SEND_BACK -> one -> false;
        };
    }

    private Predicate<Colleagues.Colleague> signers(T record, OrgType level) {
        List<HistoryStore.Taken> taken = desk.history.taken(record.id());
        Set<UUID> asked = desk.rounds
                .open(record.id())
                .map(round -> round.round().signatures().stream()
                        .map(Signature::account)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        return one -> one.works()
                && !asked.contains(one.account())
                && Separation.signing(one.account(), level, record, taken).isEmpty();
    }
}
