package org.shishi.core.organisation;

import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.RefusedException;

/** Which part of the tree an administrator handles: its own organisation and all below it. */
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

    static RefusedException forbidden() {
        return new RefusedException("CORE-FORBIDDEN", null);
    }

    static RefusedException notFound() {
        return new RefusedException("CORE-NOT-FOUND", null);
    }
}
