package org.shishi.core.record;

import java.util.ArrayList;
import java.util.List;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.api.workflow.Transition;
import org.shishi.api.workflow.Workflow;

/** Which step a wish means, and whether the wisher may take it. Guards and duties come after. */
final class Decision<T extends ProgrammeRecord> {

    static final int LONGEST_REASON = 1000;
    static final int LONGEST_REMARK = 500;

    private final Kind<T> kind;
    private final Organisations organisations;

    Decision(Kind<T> kind, Organisations organisations) {
        this.kind = kind;
        this.organisations = organisations;
    }

    /** In the workflow's order. */
    List<Transition<T>> available(Caller caller, T record) {
        return kind.type()
                .workflow()
                .map(flow -> flow.from(record.head().status()).stream()
                        .filter(step -> may(caller, record, step))
                        .toList())
                .orElse(List.of());
    }

    /**
     * @throws RefusedException {@code CORE-INPUT} (no such step), the workflow's code (not from this state),
     *     {@code CORE-FORBIDDEN}, {@code CORE-REASON-MISSING}, {@code CORE-LENGTH}
     */
    Transition<T> of(Caller caller, T record, TransitionRequest request) {
        Workflow<T> flow = kind.type().workflow().orElseThrow(() -> unknown(request));
        if (flow.transitions().stream().noneMatch(step -> step.action().equals(request.action()))) {
            throw unknown(request);
        }
        List<Transition<T>> steps = flow.from(record.head().status()).stream()
                .filter(step -> step.action().equals(request.action()))
                .toList();
        if (steps.isEmpty()) {
            throw new RefusedException(flow.illegalCode(), "status");
        }
        Transition<T> step =
                steps.stream().filter(s -> may(caller, record, s)).findFirst().orElseThrow(Access::forbidden);
        List<Violation> faults = words(step, request);
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        return step;
    }

    private boolean may(Caller caller, T record, Transition<T> step) {
        return caller.system()
                || (step.levels().isEmpty()
                                || step.levels().contains(caller.organisation().type()))
                        && Access.may(caller, kind.programmeId(), step.rights(), record.head(), organisations);
    }

    private List<Violation> words(Transition<T> step, TransitionRequest request) {
        List<Violation> faults = new ArrayList<>();
        if (step.reasonRequired() && Normal.text(request.reason()).isEmpty()) {
            faults.add(Violation.of("CORE-REASON-MISSING", "reason"));
        }
        if (Normal.length(request.reason()) > LONGEST_REASON) {
            faults.add(Violation.of("CORE-LENGTH", "reason", LONGEST_REASON));
        }
        request.remarks().forEach((name, remark) -> {
            boolean known = step.isReturning()
                    && kind.type().field(name).filter(Field::isTyped).isPresent();
            if (!known) {
                faults.add(ValueFault.UNKNOWN.at("remarks." + name));
            } else if (Normal.length(remark) > LONGEST_REMARK) {
                faults.add(Violation.of("CORE-LENGTH", "remarks." + name, LONGEST_REMARK));
            }
        });
        return faults;
    }

    private static RefusedException unknown(TransitionRequest request) {
        return new RefusedException(
                Violation.CORE_INPUT, "action", ValueFault.UNKNOWN, request.action() == null ? "" : request.action());
    }
}
