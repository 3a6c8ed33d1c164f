package org.shishi.core.deadline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.SqlStatement;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.core.organisation.Within;

/** Which deadlines ({@code d}) a caller sees: of the programmes that he may view, as far down the tree as he sees there. */
record Visible(String condition, Map<String, Object> values) {

    private static final String OWN = "d.organisation_id = :organisation";
    private static final String BELOW = Within.sql("d.organisation_id", ":organisation");

    /** Deadlines are those of organisations, not of single people's records. */
    private static boolean seesOthers(Caller caller, Role role) {
        return role.reach() != Role.Reach.PERSONAL && caller.rights(role).contains(Right.VIEW);
    }

    /** @return empty: nothing at all */
    static Optional<Visible> to(Caller caller) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("organisation", caller.organisation().id());
        List<String> alternatives = new ArrayList<>();
        TreeSet<String> programmes = new TreeSet<>(caller.roles().keySet());
        if (caller.system()) {
            programmes.add(Caller.EVERY_PROGRAMME);
        }
        for (String programme : programmes) {
            if (caller.system() || caller.rolesIn(programme).stream().anyMatch(role -> seesOthers(caller, role))) {
                String reach = caller.seesDescendants(programme) ? BELOW : OWN;
                if (programme.equals(Caller.EVERY_PROGRAMME)) {
                    alternatives.add(reach);
                } else {
                    String name = "visible" + values.size();
                    values.put(name, programme);
                    alternatives.add("d.programme_id = :" + name + " and " + reach);
                }
            }
        }
        return alternatives.isEmpty()
                ? Optional.empty()
                : Optional.of(new Visible("(" + String.join(" or ", alternatives) + ")", values));
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        values.forEach(statement::bind);
        return statement;
    }
}
