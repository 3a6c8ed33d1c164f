package org.shishi.api.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A body in the tree (domain specification §13.1).
 *
 * @param name full official name
 * @param aliases other names of the same body, never null
 * @param parentId null for the city alone
 * @param path ids from the city down to this one, each followed by {@code /}: a descendant's path starts with its ancestor's
 * @param district for a DISTRICT its own, for others the one they sit in; null when it is none of the sixteen
 * @param suburban the flag 郊区; the notice gives no list, administrators maintain it
 * @param validFrom first day, null: always
 * @param validTo last day, null: open
 * @param code short code of the city's own register, unique; null: none
 */
public record Organisation(
        UUID id,
        OrgType type,
        String name,
        List<String> aliases,
        UUID parentId,
        String path,
        District district,
        boolean suburban,
        LocalDate validFrom,
        LocalDate validTo,
        String code) {

    public Organisation {
        aliases = List.copyOf(aliases);
    }

    /** Without a code. */
    public Organisation(
            UUID id,
            OrgType type,
            String name,
            List<String> aliases,
            UUID parentId,
            String path,
            District district,
            boolean suburban,
            LocalDate validFrom,
            LocalDate validTo) {
        this(id, type, name, aliases, parentId, path, district, suburban, validFrom, validTo, null);
    }

    /** District federations and bureau (industry) unions. */
    public boolean secondLevel() {
        return type == OrgType.DISTRICT || type == OrgType.BUREAU;
    }

    /** R-C.13: whether this one is the other or lies below it. */
    public boolean within(Organisation ancestor) {
        return path.startsWith(ancestor.path());
    }
}
