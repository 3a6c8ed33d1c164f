package org.shishi.core.record;

import org.shishi.api.identity.Right;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.workflow.Duty;
import org.shishi.api.workflow.Transition;

/**
 * What the edition's state lets through. DRAFT takes no records yet. CLOSED takes no new input: records are not created by the right to create, drafts
 * are neither changed nor handed in; settlement, inspection and claims go on. ARCHIVED takes nothing.
 */
final class EditionGate {

    private static final String CODE = "CORE-EDITION-CLOSED";

    private EditionGate() {}

    static void creating(Kind<?> kind) {
        EditionState state = state(kind);
        if (state == EditionState.DRAFT) {
            throw new RefusedException("CORE-EDITION-DRAFT", null, Integer.toString(kind.year()));
        }
        boolean input = kind.type().createdBy().contains(Right.CREATE);
        refuse(kind, state == EditionState.ARCHIVED || state == EditionState.CLOSED && input);
    }

    static void changing(Kind<?> kind, boolean draft) {
        EditionState state = state(kind);
        refuse(kind, state == EditionState.ARCHIVED || state == EditionState.CLOSED && draft);
    }

    static void moving(Kind<?> kind, Transition<?> step, boolean draft) {
        changing(kind, draft && step.duty() == Duty.SUBMIT);
    }

    private static EditionState state(Kind<?> kind) {
        return kind.programme().edition().state();
    }

    private static void refuse(Kind<?> kind, boolean closed) {
        if (closed) {
            throw new RefusedException(CODE, null, Integer.toString(kind.year()));
        }
    }
}
