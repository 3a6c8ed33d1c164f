package org.shishi.api.organisation;

/** Bodies outside the tree (domain specification §1.1, §13.1). */
public enum UnitKind {
    /** Has a unified social credit code, and possibly no union. */
    ENTERPRISE,
    SCHOOL,
    INDUSTRY_ASSOCIATION,
    SPORTS_BUREAU,
    EDUCATION,
    SAFETY_BODY,
    /** Any other partner of the federation. */
    PARTNER
}
