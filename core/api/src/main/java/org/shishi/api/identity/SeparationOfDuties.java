package org.shishi.api.identity;

import java.util.List;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Ok;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;

/** Nobody decides on what they made, handed in or decided on before. */
public final class SeparationOfDuties {

    public enum Step {
        REVIEW,
        APPROVE,
        SETTLE
    }

    private SeparationOfDuties() {}

    /**
     * @param reviewedBy who reviewed or approved so far, at any level
     * @param step SETTLE looks at {@code reviewedBy} only: who settles did not approve
     */
    @Rule(id = "R-C.16", name = "checkSeparation", source = "§13.2")
    public static Outcome<Ok> checkSeparation(
            @Input(value = "actingUser", id = true) String actingUser,
            @Input(value = "createdBy", id = true) String createdBy,
            @Input(value = "submittedBy", id = true, required = false) String submittedBy,
            @Input(value = "reviewedBy", id = true) List<String> reviewedBy,
            @Input("step") Step step) {
        boolean made = actingUser.equals(createdBy) || actingUser.equals(submittedBy);
        boolean decided = reviewedBy.contains(actingUser);
        return decided || made && step != Step.SETTLE
                ? Outcome.refused("CORE-SELF-REVIEW", "actingUser")
                : Outcome.of(Ok.OK);
    }
}
