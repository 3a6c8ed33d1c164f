package org.shishi.core.form;

import java.util.List;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.rule.RefusedException;

/** Whose personal data an export shows in clear: nobody's, or that of all those for whom the caller may unmask it. */
record ClearView(boolean everything, UUID own) {

    static final ClearView MASKED = new ClearView(false, null);

    /** @throws RefusedException {@code CORE-FORBIDDEN} */
    static ClearView of(Caller caller, String programmeId) {
        List<Role.Reach> reaches = caller.rolesIn(programmeId).stream()
                .filter(role -> caller.rights(role).contains(Right.UNMASK))
                .map(Role::reach)
                .toList();
        ClearView view = new ClearView(
                caller.system() || reaches.contains(Role.Reach.SUBTREE),
                reaches.contains(Role.Reach.OWN) ? caller.organisation().id() : null);
        if (view.equals(MASKED)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        return view;
    }

    /** What the query hands out lies in the caller's scope already. */
    boolean of(UUID owner) {
        return everything || own != null && own.equals(owner);
    }
}
