package org.shishi.core.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;

/** What somebody asked for earlier is done later, by the rights that they have then. Inside the core. */
public interface ActingAgain {

    /**
     * @param within as {@link Caller#within}
     * @return empty: the account is gone or disabled, or has no role in the organisation any more
     */
    Optional<Caller> caller(UUID account, UUID organisation, Set<Right> within);
}
