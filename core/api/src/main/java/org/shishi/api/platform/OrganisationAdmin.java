package org.shishi.api.platform;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;

/** Changes to the tree (first form). Needs the right PLATFORM; checked by R-C.14 and R-C.15; audited. */
@ProviderType
public interface OrganisationAdmin {

    /** @throws org.shishi.api.rule.RefusedException {@code CORE-ORG-PARENT}, {@code CORE-ORG-NAME} (empty or taken under the same parent) */
    Organisation create(Caller caller, Organisation draft);

    /** Names, aliases, district, suburban flag, validity. */
    Organisation update(Caller caller, Organisation changed);

    /** @throws org.shishi.api.rule.RefusedException {@code CORE-ORG-PARENT}, {@code CORE-ORG-CYCLE} */
    Organisation move(Caller caller, UUID id, UUID newParent);
}
