package org.shishi.api.platform;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgPlan;
import org.shishi.api.organisation.Organisation;

/**
 * Changes to the tree (domain specification §13.1). Needs the right PLATFORM, in the caller's organisation or above every
 * body concerned; the body that an administrator belongs to is itself changed by the level above ({@code CORE-ORG-OWN}), the
 * city's by the city; checked by R-C.14 and R-C.15; all violations together; audited, and kept in the history. Changes follow
 * one another on all nodes. An OSGi service, thread-safe. All throw {@code CORE-FORBIDDEN} and {@code CORE-NOT-FOUND}.
 */
@ProviderType
public interface OrganisationAdmin {

    /** Below a body, those of the past and the future, too ({@code Organisations.children} shows today's only). */
    List<Organisation> children(Caller caller, UUID parent);

    /**
     * Whether the caller may change this body itself: correct, rename, move, merge, split, close it. Below it the caller may
     * act in any case where {@link #children} answers.
     */
    boolean changes(Caller caller, UUID id);

    /**
     * A new body; id and path of the draft may be null, an empty district is the parent's.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-ORG-PARENT}, {@code CORE-ORG-NAME} (empty or taken under the
     *     same parent), {@code CORE-ORG-CODE} (taken, or not 1 to 30 letters, digits, hyphens), {@code CORE-ORG-DISTRICT},
     *     {@code CORE-ORG-VALIDITY}, {@code CORE-ORG-DEPTH}, {@code CORE-LENGTH}
     */
    Organisation create(Caller caller, Organisation draft);

    /**
     * Corrects names, aliases, code, district, suburban flag, validity: as if it had always been so. Refuses as
     * {@link #create}. A body that is called otherwise from now on is renamed by a change.
     */
    Organisation update(Caller caller, Organisation changed);

    /**
     * What a change would do; saves nothing.
     *
     * @throws org.shishi.api.rule.RefusedException as {@link #create}, and {@code CORE-ORG-CYCLE}, {@code CORE-ORG-MERGE}
     *     (other type, or no body named), {@code CORE-ORG-SPLIT} (no part, or a child that is not its own),
     *     {@code CORE-ORG-BELOW} (closing leaves bodies below), {@code CORE-ORG-CLOSED} (it is closed already)
     */
    OrgPlan plan(Caller caller, OrgChange change);

    /**
     * Does what was planned.
     *
     * @param token of the plan
     * @return the body that the change is about, as it is now
     * @throws org.shishi.api.rule.RefusedException as {@link #plan}, and {@code CORE-ORG-STALE}: the tree has changed since,
     *     so that another thing would be done than was shown
     */
    Organisation apply(Caller caller, OrgChange change, String token);
}
