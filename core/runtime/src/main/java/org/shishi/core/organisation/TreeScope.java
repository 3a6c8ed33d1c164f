package org.shishi.core.organisation;

import java.util.List;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;

/**
 * Which part of the tree an administrator handles: its own organisation and all below it. Its own body itself is changed
 * by the level above; the city's, above which there is none, by the city.
 */
public final class TreeScope {

    private final Organisation own;

    private TreeScope(Organisation own) {
        this.own = own;
    }

    /** @throws RefusedException {@code CORE-FORBIDDEN} for everybody but administrators */
    static TreeScope of(Caller caller, Tree tree) {
        if (!caller.mayAnywhere(Right.PLATFORM)) {
            throw forbidden();
        }
        // It may have moved since the caller signed in.
        return new TreeScope(tree.byId(caller.organisation().id()).orElse(caller.organisation()));
    }

    public boolean covers(Organisation body) {
        return body.within(own);
    }

    void require(Organisation body) {
        if (!covers(body)) {
            throw forbidden();
        }
    }

    /** Whether the body itself may be changed, and not only what hangs below it. */
    public boolean changes(Organisation body) {
        return covers(body) && (own.parentId() == null || !body.id().equals(own.id()));
    }

    void requireChange(Organisation body) {
        require(body);
        if (!changes(body)) {
            throw new RefusedException(List.of(owned(body, null)));
        }
    }

    public static Violation owned(Organisation body, String field) {
        return Violation.of("CORE-ORG-OWN", field, body.name());
    }

    static RefusedException forbidden() {
        return new RefusedException("CORE-FORBIDDEN", null);
    }

    static RefusedException notFound() {
        return new RefusedException("CORE-NOT-FOUND", null);
    }
}
