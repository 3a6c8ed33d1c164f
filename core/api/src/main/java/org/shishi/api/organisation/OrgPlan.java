package org.shishi.api.organisation;

import java.util.List;
import java.util.UUID;

/**
 * What a change would do.
 *
 * @param token hand it back to apply exactly this; a plan that no longer holds is refused
 * @param steps in the order in which they are done
 * @param bodies how many bodies get another place, name or last day, those below included
 * @param openCases cases under way of these bodies; their owner stays the same
 * @param accounts accounts with a role in one of them; they keep it
 * @param units enterprises and others registered with them; they stay
 */
public record OrgPlan(String token, List<Step> steps, long bodies, long openCases, long accounts, long units) {

    /** What one step does. */
    public enum Kind {
        CREATE,
        RENAME,
        MOVE,
        /** A closed body comes to hang under its successor. */
        HAND_OVER,
        CLOSE,
        ALIAS
    }

    /**
     * @param name of the body
     * @param value new name, name of the new parent, last day (ISO), new alias; for CREATE the parent's name
     * @param below how many bodies go along
     */
    public record Step(Kind kind, UUID id, String name, String value, int below) {}

    public OrgPlan {
        steps = List.copyOf(steps);
    }
}
