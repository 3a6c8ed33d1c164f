package org.shishi.api.platform;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;

/**
 * Changes to the tree (first form). Needs the right PLATFORM, in the caller's organisation or above the body; checked by
 * R-C.14 and R-C.15; audited. All throw {@code CORE-FORBIDDEN} and {@code CORE-NOT-FOUND}.
 */
@ProviderType
public interface OrganisationAdmin {

    /** Below a body, those of the past and the future, too ({@code Organisations.children} shows today's only). */
    List<Organisation> children(Caller caller, UUID parent);

    /**
     * A new body; id and path of the draft may be null, an empty district is the parent's.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-ORG-PARENT}, {@code CORE-ORG-NAME} (empty or taken under the
     *     same parent), {@code CORE-ORG-DISTRICT}, {@code CORE-ORG-VALIDITY}, {@code CORE-ORG-DEPTH}
     */
    Organisation create(Caller caller, Organisation draft);

    /** Names, aliases, district, suburban flag, validity; refuses as {@link #create}. */
    Organisation update(Caller caller, Organisation changed);

    /**
     * Hangs a body with all below it under another one, from today on.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-ORG-PARENT}, {@code CORE-ORG-CYCLE}, {@code CORE-ORG-NAME}
     */
    Organisation move(Caller caller, UUID id, UUID newParent);
}
