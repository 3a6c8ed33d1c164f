package org.shishi.shell.session;

import java.util.Set;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;

/** What somebody may do for others: members see their own records only, whatever rights they have on them. */
public final class Staff {

    private Staff() {}

    /** Whether a role that reaches more than what one made oneself has the right. */
    public static boolean may(Caller caller, Right right) {
        return caller.system()
                || caller.roles().values().stream()
                        .flatMap(Set::stream)
                        .filter(role -> role.reach() != Role.Reach.PERSONAL)
                        .anyMatch(role -> caller.rights(role).contains(right));
    }
}
