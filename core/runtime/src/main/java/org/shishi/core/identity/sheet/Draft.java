package org.shishi.core.identity.sheet;

import java.util.LinkedHashSet;
import java.util.Set;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.core.identity.AccountBatch;

/** An account to be made of one row or several. */
final class Draft {

    final String userName;
    final String displayName;
    final Set<Grant> grants = new LinkedHashSet<>();
    /** Some row of it is refused: then none of it is made. */
    boolean refused;

    Draft(String userName, String displayName) {
        this.userName = userName;
        this.displayName = displayName;
    }

    AccountBatch.Wanted wanted() {
        return new AccountBatch.Wanted(userName, displayName, grants);
    }
}
