package org.shishi.core.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.record.RecordHead;
import org.shishi.api.rule.RefusedException;

/** Who reaches whose records (R-C.13). A right reaches as far as the roles that grant it, not as far as others do. */
final class Access {

    /** From nobody's records to everybody's. */
    enum Breadth {
        NONE,
        /** Made by the account itself, for the acting organisation. */
        PERSONAL,
        /** Owned by exactly the acting organisation. */
        OWN,
        /** Owned by the acting organisation or a descendant. */
        SUBTREE,
        ALL
    }

    private Access() {}

    static Breadth breadth(Caller caller, String programmeId, Collection<Right> anyOf) {
        if (caller.system()) {
            return Breadth.ALL;
        }
        List<Role.Reach> reaches = caller.rolesIn(programmeId).stream()
                .filter(role -> caller.rights(role).stream().anyMatch(anyOf::contains))
                .map(Role::reach)
                .toList();
        if (reaches.contains(Role.Reach.SUBTREE)) {
            return caller.organisation().type() == OrgType.CITY ? Breadth.ALL : Breadth.SUBTREE;
        }
        if (reaches.contains(Role.Reach.OWN)) {
            return Breadth.OWN;
        }
        return reaches.contains(Role.Reach.PERSONAL) ? Breadth.PERSONAL : Breadth.NONE;
    }

    /** @throws RefusedException {@code CORE-FORBIDDEN} when the caller holds none of the rights */
    static Breadth require(Caller caller, String programmeId, Right... anyOf) {
        Breadth breadth = breadth(caller, programmeId, Arrays.asList(anyOf));
        if (breadth == Breadth.NONE) {
            throw forbidden();
        }
        return breadth;
    }

    /** @throws RefusedException {@code CORE-FORBIDDEN} when organisations of the caller's level create no such records */
    static void requireLevel(Caller caller, Kind<?> kind) {
        if (!kind.type().creatable(caller, kind.programmeId())) {
            throw forbidden();
        }
    }

    static boolean reaches(Caller caller, Breadth breadth, RecordHead head, Organisations organisations) {
        return reaches(caller, breadth, head.ownerOrg(), head.createdBy(), organisations);
    }

    /** @param maker who made the record */
    static boolean reaches(Caller caller, Breadth breadth, UUID owner, UUID maker, Organisations organisations) {
        UUID acting = caller.organisation().id();
        return switch (breadth) {
            case NONE -> false;
            case ALL -> true;
            case PERSONAL -> acting.equals(owner) && caller.accountId().equals(maker);
            case OWN -> acting.equals(owner);
            // The tree of now, not the caller's copy of it: sessions outlive a move.
            case SUBTREE ->
                acting.equals(owner)
                        || organisations
                                .byId(owner)
                                .filter(o -> o.path().contains(acting + "/"))
                                .isPresent();
        };
    }

    static boolean may(
            Caller caller, String programmeId, Collection<Right> anyOf, RecordHead head, Organisations organisations) {
        return reaches(caller, breadth(caller, programmeId, anyOf), head, organisations);
    }

    static void check(
            Caller caller, String programmeId, Collection<Right> anyOf, RecordHead head, Organisations organisations) {
        if (!may(caller, programmeId, anyOf, head, organisations)) {
            throw forbidden();
        }
    }

    static RefusedException forbidden() {
        return new RefusedException("CORE-FORBIDDEN", null);
    }
}
