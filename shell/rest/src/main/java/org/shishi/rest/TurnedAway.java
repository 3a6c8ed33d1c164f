package org.shishi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.rule.RefusedException;

/** Whom this door turned away for a right or a place that is not theirs stands in the audit log (§13.11). */
final class TurnedAway {

    /** The request's attribute with the caller. */
    static final String WHO = TurnedAway.class.getName();

    private static final Set<String> CODES = Set.of("CORE-FORBIDDEN", "CORE-ORG-OWN");
    private static final int TO_THE_TYPE = 3;

    private final Audit audit;
    private final Live live;

    TurnedAway(Audit audit, Live live) {
        this.audit = audit;
        this.live = live;
    }

    void note(HttpServletRequest request, List<String> path, RuntimeException fault) {
        if (request.getAttribute(WHO) instanceof Caller caller
                && fault instanceof RefusedException refused
                && refused.violations().stream().anyMatch(violation -> CODES.contains(violation.code()))
                && !told(path)) {
            audit.write(
                    caller,
                    "access.refused",
                    request.getMethod() + " " + request.getRequestURI(),
                    null,
                    Map.of("refusal", refused.violations().getFirst().code()));
        }
    }

    /** The records' own door says more about it. */
    private boolean told(List<String> path) {
        return path.size() >= TO_THE_TYPE
                && live.all().stream().anyMatch(programme -> of(programme, path))
                && (path.size() == TO_THE_TYPE || !path.get(TO_THE_TYPE).matches("[a-z]+"));
    }

    private static boolean of(LiveProgramme programme, List<String> path) {
        return path.get(0).equals(Integer.toString(programme.context().year()))
                && path.get(1).equals(programme.descriptor().id())
                && programme.descriptor().record(path.get(2)).isPresent();
    }
}
