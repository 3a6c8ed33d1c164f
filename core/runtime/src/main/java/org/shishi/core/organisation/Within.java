package org.shishi.core.organisation;

/**
 * The one condition of scope (R-C.13) in SQL: whether an owner is a body or lies below it. Served by the primary key of
 * {@code core.organisation_within} from either side; everything that lists, counts, exports or reports under a scope says
 * it with these words.
 */
public final class Within {

    private Within() {}

    /**
     * @param owner column or expression of the owner's id
     * @param ancestor how the statement names the ancestor's id, for example {@code :scope}
     */
    public static String sql(String owner, String ancestor) {
        return "exists (select 1 from core.organisation_within w where w.ancestor_id = " + ancestor
                + " and w.organisation_id = " + owner + ")";
    }
}
