package org.shishi.api.platform;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.LocalProgrammeItem;

/**
 * The lists that second-level unions keep beside the city's. Read by whoever may view records somewhere and acts for the
 * union or above it; written by officers (right CREATE) of the union itself. An OSGi service, thread-safe. All throw
 * {@code CORE-FORBIDDEN}.
 */
@ProviderType
public interface LocalProgrammes {

    /** @param organisation only this union's; null: of all in the caller's scope. By union and title */
    List<LocalProgrammeItem> list(Caller caller, UUID organisation, int year);

    /**
     * A new or changed line.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-LOCAL-UNION} (no second-level union), {@code CORE-LOCAL-TITLE}
     *     (empty, longer than 200, or there already), {@code CORE-MONEY}, {@code CORE-INPUT} (year), {@code CORE-STALE}
     */
    LocalProgrammeItem save(Caller caller, LocalProgrammeItem item);

    /** @throws org.shishi.api.rule.RefusedException {@code CORE-NOT-FOUND} */
    void remove(Caller caller, UUID id);
}
