package org.shishi.api.organisation;

import java.util.Set;

/** Kinds of bodies in the tree and where each may hang (domain specification §13.1). */
public enum OrgType {
    /** The municipal federation; alone at the top. */
    CITY,
    /** One of the sixteen district federations. */
    DISTRICT,
    /** Bureau or industry union. */
    BUREAU,
    /** Sub-district, town or park union. */
    SUBDISTRICT,
    GRASSROOTS,
    /** Regional or sectoral union federation. */
    UNION_FEDERATION,
    /** Directly managed institution: service centre, foundation, hotel … */
    INSTITUTION;

    /** @param parent null: no parent */
    public boolean mayHangUnder(OrgType parent) {
        return parent == null ? this == CITY : parents().contains(parent);
    }

    private Set<OrgType> parents() {
        return switch (this) {
            case CITY -> Set.of();
            case DISTRICT, BUREAU -> Set.of(CITY);
            case SUBDISTRICT, UNION_FEDERATION -> Set.of(DISTRICT, BUREAU);
            // Group companies have several levels of unions of their own.
            case GRASSROOTS -> Set.of(DISTRICT, BUREAU, SUBDISTRICT, UNION_FEDERATION, GRASSROOTS);
            case INSTITUTION -> Set.of(CITY, DISTRICT);
        };
    }
}
