package org.shishi.core.people;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.organisation.Within;

/**
 * Which persons a caller may see: those found under the organisations in scope, and those who take part in records there
 * of programmes that the caller may view (R-C.13). Members see their own records only, never the registry.
 *
 * @param whole everybody's
 * @param below the acting organisation and those below it; else it alone
 * @param programmes whose records count; null: all
 */
record PersonScope(UUID acting, boolean whole, boolean below, Set<String> programmes) {

    /** @throws RefusedException {@code CORE-FORBIDDEN} */
    static PersonScope of(Caller caller, Right right) {
        boolean below = false;
        boolean own = false;
        Set<String> programmes = new TreeSet<>();
        for (Map.Entry<String, Set<Role>> entry : caller.roles().entrySet()) {
            for (Role role : entry.getValue()) {
                Set<Right> rights = caller.rights(role);
                if (role.reach() != Role.Reach.PERSONAL && rights.contains(Right.VIEW) && rights.contains(right)) {
                    below |= role.reach() == Role.Reach.SUBTREE;
                    own |= role.reach() == Role.Reach.OWN;
                    programmes.add(entry.getKey());
                }
            }
        }
        if (!below && !own && !caller.system()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        boolean every = caller.system() || programmes.contains(Caller.EVERY_PROGRAMME);
        boolean city = caller.organisation().type() == OrgType.CITY;
        return new PersonScope(
                caller.organisation().id(),
                caller.system() || below && city && every,
                caller.system() || below,
                every ? null : programmes);
    }

    static boolean may(Caller caller, Right right) {
        try {
            of(caller, right);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    /** Condition on a person {@code p}. @param parts whether taking part somewhere in scope is enough, too */
    String person(boolean parts) {
        if (whole) {
            return "1 = 1";
        }
        String organisation = within("p.organisation_id");
        return parts
                ? "(" + organisation
                        + " or exists (select 1 from core.participation t where t.subject_id = p.id and "
                        + part("t") + "))"
                : organisation;
    }

    /** Condition on a part. */
    String part(String alias) {
        String owner = whole ? "1 = 1" : within(alias + ".owner_org");
        return programmes == null ? owner : owner + " and " + alias + ".programme_id in (<programmes>)";
    }

    /** Condition on a consent: written down in scope, of a programme that the caller may view. */
    String consent(String alias) {
        String owner = whole ? "1 = 1" : within(alias + ".organisation_id");
        return programmes == null ? owner : owner + " and " + alias + ".programme_id in (<programmes>)";
    }

    private String within(String column) {
        return below ? Within.sql(column, ":scope") : column + " = :scope";
    }

    /** What the conditions name. */
    Query bind(Query query, String sql) {
        if (sql.contains(":scope")) {
            query.bind("scope", acting);
        }
        if (sql.contains("<programmes>")) {
            query.bindList("programmes", programmes);
        }
        return query;
    }
}
