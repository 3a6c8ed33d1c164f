package org.shishi.core.form;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;

/**
 * Whose personal data an export shows in clear: that of everybody in scope to those who may unmask, and to those who
 * create or hand in records, who typed it themselves. Others get it masked.
 */
record ClearView(boolean everything, UUID own) {

    private static final Set<Right> RIGHTS = Set.of(Right.UNMASK, Right.CREATE, Right.SUBMIT);

    static ClearView of(Caller caller, String programmeId) {
        List<Role.Reach> reaches = caller.rolesIn(programmeId).stream()
                .filter(role -> caller.rights(role).stream().anyMatch(RIGHTS::contains))
                .map(Role::reach)
                .toList();
        return new ClearView(
                caller.system() || reaches.contains(Role.Reach.SUBTREE),
                reaches.contains(Role.Reach.OWN) ? caller.organisation().id() : null);
    }

    /** What the query hands out lies in the caller's scope already. */
    boolean of(UUID owner) {
        return everything || own != null && own.equals(owner);
    }
}
