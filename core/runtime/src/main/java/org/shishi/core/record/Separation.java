package org.shishi.core.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.SeparationOfDuties;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Duty;

/**
 * Separation of duties (R-C.16) for one step on one record. Reviews at the acting person's own level do not count: who
 * returned a record reviews it again when it comes back. A signature is a review at the level that asked for it; of this
 * very step it counts too, for else one person would do the work of two, but not one of an earlier time at this step.
 */
final class Separation {

    private static final Map<Duty, SeparationOfDuties.Step> STEPS = Map.of(
            Duty.REVIEW, SeparationOfDuties.Step.REVIEW,
            Duty.APPROVE, SeparationOfDuties.Step.APPROVE,
            Duty.SETTLE, SeparationOfDuties.Step.SETTLE);

    private Separation() {}

    /** @param state in which the record is */
    static List<Violation> violations(
            Caller caller, UUID createdBy, List<HistoryStore.Taken> taken, Duty duty, String state) {
        return caller.system()
                ? List.of()
                : violations(caller.accountId(), caller.organisation().type(), createdBy, taken, duty, state);
    }

    /** Whether somebody may sign. @param level of whoever asks */
    static List<Violation> signing(
            UUID account, OrgType level, ProgrammeRecord record, List<HistoryStore.Taken> taken) {
        return violations(
                account,
                level,
                record.head().createdBy(),
                taken,
                Duty.REVIEW,
                record.head().status());
    }

    static List<Violation> violations(
            UUID account, OrgType level, UUID createdBy, List<HistoryStore.Taken> taken, Duty duty, String state) {
        if (!STEPS.containsKey(duty)) {
            return List.of();
        }
        String submittedBy = taken.stream()
                .filter(step -> step.duty() == Duty.SUBMIT)
                .reduce((earlier, later) -> later)
                .map(step -> step.by().toString())
                .orElse(null);
        Stream<HistoryStore.Taken> reviews = taken.stream()
                .filter(step -> step.duty() == Duty.REVIEW || step.duty() == Duty.APPROVE)
                .filter(step -> step.signature()
                        ? !state.equals(step.state())
                        : duty == Duty.SETTLE || level(step.at()) != level(level));
        List<String> reviewedBy = Stream.concat(reviews, ofThisStep(taken))
                .map(step -> step.by().toString())
                .distinct()
                .toList();
        return SeparationOfDuties.checkSeparation(
                        account.toString(), createdBy.toString(), submittedBy, reviewedBy, STEPS.get(duty))
                .refusals();
    }

    /** Signatures since the record came to where it is. */
    private static Stream<HistoryStore.Taken> ofThisStep(List<HistoryStore.Taken> taken) {
        return taken.reversed().stream().takeWhile(HistoryStore.Taken::signature);
    }

    /** District and bureau unions are one level. */
    private static OrgType level(OrgType type) {
        return type == OrgType.BUREAU ? OrgType.DISTRICT : type;
    }
}
