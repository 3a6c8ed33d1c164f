package org.shishi.api.organisation;

/** Kinds of bodies in the tree (domain specification §13.1). */
public enum OrgType {
    CITY,
    DISTRICT,
    BUREAU,
    SUBDISTRICT,
    GRASSROOTS,
    UNION_FEDERATION,
    INSTITUTION
}
