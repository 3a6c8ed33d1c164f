package org.shishi.core.identity;

import java.util.Set;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.rule.RefusedException;

/** Which accounts an administrator may see and change: those of its organisation and the ones below. */
final class AdminScope {

    private final Organisations organisations;
    private final Organisation own;

    private AdminScope(Organisations organisations, Organisation own) {
        this.organisations = organisations;
        this.own = own;
    }

    /** @throws RefusedException {@code CORE-FORBIDDEN} for everybody but administrators */
    static AdminScope of(Caller caller, Organisations organisations) {
        if (!caller.mayAnywhere(Right.PLATFORM)) {
            throw forbidden();
        }
        // It may have moved since the caller signed in.
        return new AdminScope(
                organisations, organisations.byId(caller.organisation().id()).orElse(caller.organisation()));
    }

    Organisation organisation() {
        return own;
    }

    boolean everything() {
        return own.parentId() == null;
    }

    /** Every one of them lies in scope: the account is wholly this administrator's. */
    void requireAll(Set<Grant> grants) {
        if (!grants.stream().allMatch(this::covers)) {
            throw forbidden();
        }
    }

    /** Nobody below the city makes an account that it then would not see. */
    void requireSome(Set<Grant> grants) {
        if (!everything() && grants.isEmpty()) {
            throw new RefusedException("CORE-MISSING", "grants");
        }
    }

    void requireSight(Set<Grant> grants) {
        if (!everything() && grants.stream().noneMatch(this::covers)) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
    }

    private boolean covers(Grant grant) {
        return organisations
                .byId(grant.organisation())
                .filter(body -> body.within(own))
                .isPresent();
    }

    private static RefusedException forbidden() {
        return new RefusedException("CORE-FORBIDDEN", null);
    }
}
