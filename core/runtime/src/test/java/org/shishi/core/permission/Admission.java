package org.shishi.core.permission;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;

/** Whom the printed matrix admits, and whom the door admitted. */
final class Admission {

    private static final Set<String> TURNED_AWAY = Set.of("CORE-FORBIDDEN", "CORE-NOT-FOUND", "CORE-ORG-OWN");

    private final PrintedMatrix matrix = new PrintedMatrix();

    /** Whether some of the rights reaches from the acting organisation to the owner. */
    boolean printed(Role role, Collection<Right> anyOf, Organisation acting, Organisation owner) {
        return anyOf.stream().anyMatch(right -> switch (matrix.cell(role, right)) {
            case NONE -> false;
            case OWN -> reach(role, acting, owner, false);
            case BELOW -> reach(role, acting, owner, matrix.cell(role, Right.VIEW) != PrintedMatrix.Cell.OWN);
        });
    }

    private static boolean reach(Role role, Organisation acting, Organisation owner, boolean below) {
        return below ? owner.within(acting) : owner.id().equals(acting.id());
    }

    /** Any answer but "you may not" means that the door let somebody in. */
    static boolean admitted(Runnable use) {
        try {
            use.run();
            return true;
        } catch (RefusedException e) {
            return admitted(e.violations());
        }
    }

    static boolean admitted(List<Violation> violations) {
        return violations.stream().map(Violation::code).noneMatch(TURNED_AWAY::contains);
    }
}
