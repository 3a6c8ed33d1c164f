package org.shishi.core.identity;

import java.util.Set;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Accounts.Grant;

/** Says why an account cannot be made, and makes nothing. Inside the core only. */
public interface AccountTrial {

    /** @throws org.shishi.api.rule.RefusedException as {@link org.shishi.api.platform.Accounts#create} */
    void check(Caller caller, String userName, String displayName, Set<Grant> grants);
}
