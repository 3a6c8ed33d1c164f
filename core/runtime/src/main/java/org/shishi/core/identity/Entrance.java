package org.shishi.core.identity;

import java.util.UUID;
import org.shishi.api.identity.Caller;

/** Lets somebody in whose account was proved in another way than by its password here. Inside the core only. */
public interface Entrance {

    /**
     * @param way for the log
     * @throws org.shishi.api.rule.RefusedException {@code CORE-LOGIN-DISABLED}, {@code CORE-LOGIN-NO-ROLE}
     */
    Caller enter(UUID account, String address, String way);
}
