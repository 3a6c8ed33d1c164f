package org.shishi.core.unit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.record.Ids;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.list.ListWords;
import org.shishi.core.list.SheetList;
import org.shishi.core.rule.Verdict;
import org.shishi.core.sheet.TableRows.Cells;

/** One file of units. A known credit code, or without one a known kind and name, is changed. */
final class UnitPass implements SheetList.Pass {

    private static final UUID NOWHERE = new UUID(0, 1);

    private record Row(Unit unit, Unit before, List<Violation> faults) {}

    private final Caller caller;
    private final UnitRows rows;
    private final UnitScope scope;
    private final Organisations organisations;
    private final CoreTexts texts;
    private final Clock clock;
    private final Map<String, Optional<Organisation>> unions = new HashMap<>();
    private List<Row> read = List.of();

    UnitPass(Caller caller, Handle handle, Organisations organisations, CoreTexts texts, Clock clock) {
        this.caller = caller;
        this.rows = new UnitRows(handle);
        this.scope = UnitScope.of(caller, organisations);
        this.organisations = organisations;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Verdict> check(List<Cells> cells) {
        List<List<Violation>> unread = new ArrayList<>();
        List<Unit> said = cells.stream()
                .map(row -> {
                    List<Violation> faults = new ArrayList<>();
                    unread.add(faults);
                    return UnitChecks.normal(unit(row, faults), null);
                })
                .toList();
        Map<String, Unit> known = rows.known(said);
        Set<String> met = new HashSet<>();
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            all.add(look(said.get(i), unread.get(i), known, met));
        }
        read = all;
        return all.stream().map(row -> new Verdict(row.faults, changes(row))).toList();
    }

    /** Whoever brings a sheet is told which of its rows change something that is there. */
    private static List<Violation> changes(Row row) {
        return row.faults.isEmpty() && row.before != null && !row.before.equals(row.unit)
                ? List.of(Violation.of("CORE-LIST-CHANGES", "name", row.before.name()))
                : List.of();
    }

    private Row look(Unit said, List<Violation> faults, Map<String, Unit> known, Set<String> met) {
        Unit before = known.get(UnitRows.key(said));
        Unit unit = UnitChecks.normal(
                new Unit(
                        null,
                        said.kind(),
                        said.name(),
                        said.uscc(),
                        said.district(),
                        said.organisationId(),
                        said.platform(),
                        said.validTo(),
                        before == null ? 0 : before.version()),
                before == null ? Ids.next() : before.id());
        boolean unreadKind = said.kind() == null;
        UnitChecks.faults(unit, scope, organisations).stream()
                // That it cannot be read has been told.
                .filter(fault -> !(unreadKind && "kind".equals(fault.field())))
                .forEach(faults::add);
        boolean strange = before != null && (!scope.covers(before, organisations) || before.kind() != unit.kind());
        if (strange || !met.add(UnitRows.key(unit))) {
            faults.add(Violation.of("CORE-UNIT-USCC", "uscc"));
        }
        return new Row(unit, before, faults);
    }

    private Unit unit(Cells row, List<Violation> faults) {
        return new Unit(
                null,
                ListWords.choice(UnitKind.class, row.at(0), "kind", texts, faults),
                row.at(1),
                row.at(2),
                ListWords.district(row.at(3), "district", faults),
                union(row.at(4)),
                ListWords.yes(row.at(5), "platform", faults),
                ListWords.day(row.at(6), "validTo", faults),
                0);
    }

    /** An id that nobody has for a union that cannot be found: the check says what is wrong with it. */
    private UUID union(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return unions.computeIfAbsent(cell, key -> organisations.byCode(key).or(() -> organisations.byName(key)))
                .map(Organisation::id)
                .orElse(NOWHERE);
    }

    @Override
    public void save() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Row> good = read.stream().filter(row -> row.faults.isEmpty()).toList();
        rows.insertAll(
                good.stream().filter(row -> row.before == null).map(Row::unit).toList(), caller.accountId(), now);
        good.stream()
                .filter(row -> row.before != null && !row.before.equals(row.unit))
                .forEach(row -> {
                    if (!rows.update(row.unit, caller.accountId(), now)) {
                        throw new RefusedException("CORE-STALE", null);
                    }
                });
    }
}
