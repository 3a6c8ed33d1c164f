package org.shishi.core.unit;

import org.jdbi.v3.core.statement.SqlStatement;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.organisation.Unit;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.organisation.Within;

/** Which units an administrator handles: all in the city, else those of its branch and its district's without a union. */
record UnitScope(Organisation own) {

    /** @throws RefusedException {@code CORE-FORBIDDEN} for everybody but administrators */
    static UnitScope of(Caller caller, Organisations organisations) {
        if (!caller.mayAnywhere(Right.PLATFORM)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        return new UnitScope(organisations.byId(caller.organisation().id()).orElse(caller.organisation()));
    }

    private boolean everything() {
        return own.type() == OrgType.CITY;
    }

    private boolean district() {
        return own.type() == OrgType.DISTRICT && own.district() != null;
    }

    /** On the alias {@code u}. */
    String sql() {
        if (everything()) {
            return "1 = 1";
        }
        String branch = Within.sql("u.organisation_id", ":scope");
        return district() ? "(" + branch + " or u.organisation_id is null and u.district = :scopeDistrict)" : branch;
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        if (everything()) {
            return statement;
        }
        statement.bind("scope", own.id());
        return district() ? statement.bind("scopeDistrict", own.district().code()) : statement;
    }

    /** What {@link #sql} says, of one that is not saved yet. */
    boolean covers(Unit unit, Organisations organisations) {
        if (everything()) {
            return true;
        }
        return unit.organisationId() == null
                ? district() && unit.district() == own.district()
                : organisations
                        .byId(unit.organisationId())
                        .filter(body -> body.within(own))
                        .isPresent();
    }
}
