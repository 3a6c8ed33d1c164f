package org.shishi.api.identity;

import static org.shishi.api.identity.Right.APPROVE;
import static org.shishi.api.identity.Right.AUDIT_LOG;
import static org.shishi.api.identity.Right.CREATE;
import static org.shishi.api.identity.Right.FACILITY;
import static org.shishi.api.identity.Right.INSPECT;
import static org.shishi.api.identity.Right.PARAMETERS_DRAFT;
import static org.shishi.api.identity.Right.PARAMETERS_PUBLISH;
import static org.shishi.api.identity.Right.PLATFORM;
import static org.shishi.api.identity.Right.REVIEW;
import static org.shishi.api.identity.Right.SETTLE;
import static org.shishi.api.identity.Right.SUBMIT;
import static org.shishi.api.identity.Right.UNMASK;
import static org.shishi.api.identity.Right.VIEW;

import java.util.Set;

/** Roles and the permission matrix, as printed in domain specification §13.2. Granted per organisation and programme. */
public enum Role {
    /** Never holds a programme role in the same account; sees no personal data. */
    PLATFORM_ADMIN(Reach.NONE, PLATFORM, AUDIT_LOG),
    CITY_OFFICER(Reach.SUBTREE, VIEW, CREATE, UNMASK, PARAMETERS_DRAFT),
    CITY_APPROVER(Reach.SUBTREE, VIEW, APPROVE, UNMASK, PARAMETERS_PUBLISH),
    CITY_FINANCE(Reach.SUBTREE, VIEW, SETTLE),
    INSPECTOR(Reach.SUBTREE, VIEW, INSPECT),
    SECOND_LEVEL_OFFICER(Reach.SUBTREE, VIEW, CREATE, SUBMIT, UNMASK),
    SECOND_LEVEL_APPROVER(Reach.SUBTREE, VIEW, REVIEW, INSPECT),
    GRASSROOTS_OFFICER(Reach.SUBTREE, VIEW, CREATE, SUBMIT),
    ENTERPRISE_CONTACT(Reach.OWN, VIEW, CREATE, SUBMIT),
    FACILITY_OPERATOR(Reach.OWN, VIEW, FACILITY),
    SERVICE_CENTRE_OFFICER(Reach.SUBTREE, VIEW, FACILITY, UNMASK),
    MUTUAL_AID_OFFICER(Reach.SUBTREE, VIEW, FACILITY, SETTLE, UNMASK),
    FOUNDATION_REVIEWER(Reach.SUBTREE, VIEW, FACILITY, SETTLE),
    MEMBER(Reach.PERSONAL, VIEW, CREATE, SUBMIT),
    AUDITOR(Reach.SUBTREE, VIEW, AUDIT_LOG);

    /** How far a role sees from its organisation. */
    public enum Reach {
        /** No programme records. */
        NONE,
        /** Records that the account itself made, for the acting organisation. */
        PERSONAL,
        /** Records owned by exactly the acting organisation. */
        OWN,
        /** Records owned by the acting organisation or a descendant (R-C.13). */
        SUBTREE
    }

    private final Reach reach;
    private final Set<Right> rights;

    Role(Reach reach, Right... rights) {
        this.reach = reach;
        this.rights = Set.of(rights);
    }

    public Reach reach() {
        return reach;
    }

    public Set<Right> rights() {
        return rights;
    }
}
