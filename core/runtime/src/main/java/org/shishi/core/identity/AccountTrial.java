package org.shishi.core.identity;

import java.util.List;
import java.util.Set;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.rule.Violation;

/** Says why an account cannot be made and what is noteworthy about it, and makes nothing. Inside the core only. */
public interface AccountTrial {

    /**
     * @return what blocks nothing: {@code CORE-ACCOUNT-PROGRAMME} (no edition of such a programme is known yet)
     * @throws org.shishi.api.rule.RefusedException as {@link org.shishi.api.platform.Accounts#create}
     */
    List<Violation> check(Caller caller, String userName, String displayName, Set<Grant> grants);
}
