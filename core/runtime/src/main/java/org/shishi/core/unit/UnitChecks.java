package org.shishi.core.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shishi.api.organisation.CreditCode;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** What a unit must be. */
final class UnitChecks {

    private static final int LONGEST_NAME = 200;

    private UnitChecks() {}

    /** Without outer space, its code in upper case. */
    static Unit normal(Unit unit, UUID id) {
        String uscc = unit.uscc() == null ? "" : Normal.id(unit.uscc());
        return new Unit(
                id,
                unit.kind(),
                unit.name() == null ? "" : Normal.text(unit.name()),
                uscc.isEmpty() ? null : uscc,
                unit.district(),
                unit.organisationId(),
                unit.platform(),
                unit.validTo(),
                unit.version());
    }

    /** All but whether somebody else has the code. */
    static List<Violation> faults(Unit unit, UnitScope scope, Organisations organisations) {
        List<Violation> wrong = new ArrayList<>();
        if (unit.kind() == null) {
            wrong.add(Violation.of("CORE-MISSING", "kind"));
        }
        if (unit.name().isEmpty()) {
            wrong.add(Violation.of("CORE-MISSING", "name"));
        } else if (unit.name().length() > LONGEST_NAME) {
            wrong.add(Violation.of("CORE-LENGTH", "name", LONGEST_NAME));
        }
        wrong.addAll(code(unit));
        boolean known = unit.organisationId() == null
                || organisations.byId(unit.organisationId()).isPresent();
        if (!known || !scope.covers(unit, organisations)) {
            wrong.add(Violation.of("CORE-UNIT-UNION", "organisationId"));
        }
        return wrong;
    }

    private static List<Violation> code(Unit unit) {
        if (unit.uscc() == null) {
            return unit.kind() == UnitKind.ENTERPRISE ? List.of(Violation.of("CORE-MISSING", "uscc")) : List.of();
        }
        Outcome<CreditCode.Code> code = CreditCode.creditCode(unit.uscc());
        return code.refusals();
    }
}
