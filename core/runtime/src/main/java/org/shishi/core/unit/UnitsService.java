package org.shishi.core.unit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.api.platform.Units;
import org.shishi.api.record.Ids;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/** The register as a service. */
@Component(service = Units.class)
public final class UnitsService implements Units {

    private static final int MOST = 500;

    private final CoreDatabase database;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public UnitsService(
            @Reference CoreDatabase database,
            @Reference Organisations organisations,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Unit> list(Caller caller, String text, UnitKind kind, UUID organisation, UUID after, int limit) {
        UnitScope scope = UnitScope.of(caller, organisations);
        return database.read(handle -> {
            UnitRows rows = new UnitRows(handle);
            Unit from = after == null
                    ? null
                    : rows.find(after)
                            .filter(unit -> scope.covers(unit, organisations))
                            .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", "after"));
            return rows.list(scope, text, kind, organisation, from, Math.clamp(limit, 1, MOST));
        });
    }

    @Override
    public Unit get(Caller caller, UUID id) {
        UnitScope scope = UnitScope.of(caller, organisations);
        return database.read(handle -> seen(new UnitRows(handle), scope, id));
    }

    @Override
    public Optional<Unit> byCreditCode(String uscc) {
        String code = uscc == null ? "" : Normal.id(uscc);
        return code.isEmpty() ? Optional.empty() : database.read(handle -> new UnitRows(handle).byCode(code));
    }

    @Override
    public Unit create(Caller caller, Unit draft) {
        UnitScope scope = UnitScope.of(caller, organisations);
        return database.transact(handle -> {
            UnitRows rows = new UnitRows(handle);
            Unit unit = UnitChecks.normal(draft, Ids.next());
            refuse(faults(unit, scope, rows));
            // Two at once with one code: the database lets one of them in.
            if (!Inserts.unlessTaken(handle, () -> rows.insert(unit, caller.accountId(), OffsetDateTime.now(clock)))) {
                throw taken();
            }
            audit.write(
                    caller,
                    "unit.create",
                    "unit/" + unit.id(),
                    null,
                    Map.of("kind", unit.kind().name()));
            return rows.find(unit.id()).orElseThrow();
        });
    }

    @Override
    public Unit update(Caller caller, Unit changed) {
        UnitScope scope = UnitScope.of(caller, organisations);
        return database.transact(handle -> {
            UnitRows rows = new UnitRows(handle);
            Unit before = seen(rows, scope, changed.id());
            Unit unit = UnitChecks.normal(changed, before.id());
            refuse(faults(unit, scope, rows));
            boolean[] current = new boolean[1];
            if (!Inserts.unlessTaken(
                    handle, () -> current[0] = rows.update(unit, caller.accountId(), OffsetDateTime.now(clock)))) {
                throw taken();
            }
            if (!current[0]) {
                throw new RefusedException("CORE-STALE", null);
            }
            audit.write(caller, "unit.update", "unit/" + unit.id(), null, Map.of());
            return rows.find(unit.id()).orElseThrow();
        });
    }

    private List<Violation> faults(Unit unit, UnitScope scope, UnitRows rows) {
        List<Violation> wrong = new ArrayList<>(UnitChecks.faults(unit, scope, organisations));
        if (unit.uscc() != null
                && rows.byCode(unit.uscc())
                        .filter(other -> !other.id().equals(unit.id()))
                        .isPresent()) {
            wrong.add(Violation.of("CORE-UNIT-USCC", "uscc"));
        }
        return wrong;
    }

    private static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
    }

    private static RefusedException taken() {
        return new RefusedException("CORE-UNIT-USCC", "uscc");
    }

    private static Unit seen(UnitRows rows, UnitScope scope, UUID id) {
        Unit unit = rows.find(id).orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        if (!rows.inScope(scope, id)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        return unit;
    }
}
