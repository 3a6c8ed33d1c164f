package org.shishi.core.identity;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.ApiTokens.Scope;

/** What a token leaves of the rights of its owner. */
final class TokenScope {

    private TokenScope() {}

    static Caller narrowed(Caller owner, Scope scope, String programmeId) {
        return new Caller(
                owner.accountId(),
                owner.name(),
                owner.organisation(),
                programmeId == null ? owner.roles() : only(owner, programmeId),
                owner.locale(),
                owner.address(),
                rights(scope));
    }

    /** Never null: a caller within limits is known as one that came with a token. */
    private static Set<Right> rights(Scope scope) {
        return switch (scope) {
            case READ -> EnumSet.of(Right.VIEW, Right.AUDIT_LOG);
            case WRITE -> EnumSet.complementOf(EnumSet.of(Right.UNMASK));
            case FULL -> EnumSet.allOf(Right.class);
        };
    }

    private static Map<String, Set<Role>> only(Caller owner, String programmeId) {
        Map<String, Set<Role>> roles = new HashMap<>();
        Set<Role> there = owner.rolesIn(programmeId);
        if (!there.isEmpty()) {
            roles.put(programmeId, there);
        }
        return roles;
    }
}
