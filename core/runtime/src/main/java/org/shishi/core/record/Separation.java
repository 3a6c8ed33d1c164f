package org.shishi.core.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.SeparationOfDuties;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Duty;

/**
 * Separation of duties (R-C.16) for one step on one record. Reviews at the acting person's own level do not count: who
 * returned a record reviews it again when it comes back.
 */
final class Separation {

    private static final Map<Duty, SeparationOfDuties.Step> STEPS = Map.of(
            Duty.REVIEW, SeparationOfDuties.Step.REVIEW,
            Duty.APPROVE, SeparationOfDuties.Step.APPROVE,
            Duty.SETTLE, SeparationOfDuties.Step.SETTLE);

    private Separation() {}

    static List<Violation> violations(Caller caller, UUID createdBy, List<HistoryStore.Taken> taken, Duty duty) {
        if (caller.system() || !STEPS.containsKey(duty)) {
            return List.of();
        }
        String submittedBy = taken.stream()
                .filter(step -> step.duty() == Duty.SUBMIT)
                .reduce((earlier, later) -> later)
                .map(step -> step.by().toString())
                .orElse(null);
        List<String> reviewedBy = taken.stream()
                .filter(step -> step.duty() == Duty.REVIEW || step.duty() == Duty.APPROVE)
                .filter(step -> duty == Duty.SETTLE
                        || level(step.at()) != level(caller.organisation().type()))
                .map(step -> step.by().toString())
                .distinct()
                .toList();
        return SeparationOfDuties.checkSeparation(
                        caller.accountId().toString(), createdBy.toString(), submittedBy, reviewedBy, STEPS.get(duty))
                .refusals();
    }

    /** District and bureau unions are one level. */
    private static OrgType level(OrgType type) {
        return type == OrgType.BUREAU ? OrgType.DISTRICT : type;
    }
}
