package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Todos;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Teamwork.Signature;
import org.shishi.api.record.Teamwork.Verdict;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;

/** Passing on (转办), nudging (催办), copies (抄送). */
final class Handing<T extends ProgrammeRecord> {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String NUDGE = Step.TEAM + "nudge";

    private final Desk<T> desk;
    private final Kind<T> kind;

    Handing(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
    }

    void passOn(EntityManager em, Caller caller, T record, UUID to, String reason) {
        TodoStore.Open item =
                desk.turns.ofUnit(caller, record).orElseThrow(() -> new RefusedException("CORE-TEAM-STEP", null));
        EditionGate.changing(kind, false);
        em.lock(record, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Context context = new Context(caller, kind.programme(), em, desk.services, TeamWords.checked(reason));
        Colleagues.Colleague taker =
                desk.colleagues.named(record, to == null ? Set.of() : Set.of(to), one -> mayTake(one, item)).stream()
                        .findFirst()
                        .filter(one -> !item.holder().equals(one.account()))
                        .orElseThrow(() -> new RefusedException("CORE-TEAM-PERSON", "people"));
        Creating.refuse(barred(record, taker, item));
        desk.todos.passOn(record.id(), new TodoStore.Holder(item.organisation(), taker.account(), taker.name()));
        desk.keep(context, record, Step.TEAM + "pass", null, TeamWords.naming(List.of(taker), context.reason()));
        if (!taker.account().equals(caller.accountId())) {
            desk.services.post().toPeople(kind, record, "pass", context, context.reason(), List.of(taker.account()));
        }
        desk.services.post().toDeputies(kind, record, "pass-deputy", context, context.reason(), taker);
    }

    static boolean mayTake(Colleagues.Colleague one, TodoStore.Open item) {
        return one.organisationId().equals(item.organisation())
                && one.rights().stream().anyMatch(item.rights()::contains);
    }

    /** Whoever could not take the step is not to be given it, unless another step of the item is left to them. */
    List<Violation> barred(T record, Colleagues.Colleague taker, TodoStore.Open item) {
        List<HistoryStore.Taken> taken = desk.history.taken(record.id());
        List<List<Violation>> verdicts = kind
                .type()
                .workflow()
                .orElseThrow()
                .from(record.head().status())
                .stream()
                .filter(step -> item.actions().contains(step.action()))
                .map(step -> Separation.violations(
                        taker.account(),
                        taker.level(),
                        record.head().createdBy(),
                        taken,
                        step.duty(),
                        record.head().status()))
                .toList();
        return verdicts.stream().anyMatch(List::isEmpty) || verdicts.isEmpty() ? List.of() : verdicts.getFirst();
    }

    /** @return how many were told */
    int nudge(EntityManager em, Caller caller, T record, String words) {
        Context context = new Context(caller, kind.programme(), em, desk.services, TeamWords.checked(words));
        List<TodoStore.Open> waiting = desk.todos.open(record.id());
        if (waiting.isEmpty()) {
            throw new RefusedException("CORE-TEAM-STEP", null);
        }
        if (nudged(record, context.now())) {
            throw new RefusedException("CORE-NUDGED", null);
        }
        desk.keep(context, record, NUDGE, null, context.reason());
        List<UUID> signers = desk.rounds
                .open(record.id())
                .map(round -> round.round().signatures().stream()
                        .filter(signature -> signature.verdict() == Verdict.OPEN)
                        .map(Signature::account)
                        .toList())
                .orElse(List.of());
        if (!signers.isEmpty()) {
            return desk.services.post().toPeople(kind, record, "nudge", context, context.reason(), signers);
        }
        int told = 0;
        for (TodoStore.Open item : waiting) {
            told += item.passedOn()
                    ? desk.services
                            .post()
                            .toPeopleAndDeputies(
                                    kind, record, "nudge", context, context.reason(), List.of(item.holder()))
                    : desk.services
                            .post()
                            .toOrganisation(
                                    kind,
                                    record,
                                    "nudge",
                                    context,
                                    context.reason(),
                                    item.organisation(),
                                    item.rights());
        }
        return told;
    }

    boolean nudged(T record, Instant now) {
        Instant morning =
                now.atZone(SHANGHAI).toLocalDate().atStartOfDay(SHANGHAI).toInstant();
        return desk.history.since(record.id(), NUDGE, morning);
    }

    void copy(EntityManager em, Caller caller, T record, Collection<UUID> people, String words) {
        Context context = new Context(caller, kind.programme(), em, desk.services, TeamWords.checked(words));
        Set<UUID> wanted = new LinkedHashSet<>(people);
        if (wanted.isEmpty()) {
            throw new RefusedException("CORE-TEAM-NOBODY", "people");
        }
        List<Colleagues.Colleague> readers = desk.colleagues.named(record, wanted, one -> true);
        if (readers.size() < wanted.size() || wanted.contains(caller.accountId())) {
            throw new RefusedException("CORE-TEAM-PERSON", "people");
        }
        for (Colleagues.Colleague one : readers) {
            desk.todos.give(
                    kind,
                    record,
                    Todos.Kind.COPY,
                    new TodoStore.Holder(one.organisationId(), one.account(), one.name()),
                    context.now());
        }
        desk.keep(context, record, Step.TEAM + "copy", null, TeamWords.naming(readers, context.reason()));
        desk.services.post().toPeople(kind, record, "copy", context, context.reason(), TeamWords.accounts(readers));
    }
}
