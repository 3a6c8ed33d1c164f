package org.shishi.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.people.ExclusionGroup;
import org.shishi.api.people.ExclusionGroup.Per;
import org.shishi.api.people.Participation.Subject;
import org.shishi.api.rule.Violation;
import org.shishi.core.people.HoldRows.Held;
import org.shishi.core.people.HoldRows.Hold;
import org.shishi.core.persistence.Inserts;

/** Parts of a record that count and have no place in a group: by the groups as their programme declared them last; it may be away. */
final class Placeless {

    private record Lacking(UUID part, int year, ExclusionGroup group, Claim claim) {}

    private final Handle handle;
    private final UUID record;

    Placeless(Handle handle, UUID record) {
        this.handle = handle;
        this.record = record;
    }

    /** Takes what is free. @return refusals for what is not */
    List<Violation> take() {
        Set<String> refused = new TreeSet<>();
        for (Lacking lacking : lacking()) {
            List<Hold> places = places(lacking);
            boolean full = places.stream()
                    .anyMatch(place -> place.slot() > lacking.group().most());
            if (full || !Inserts.unlessTaken(handle, () -> new HoldRows(handle).insert(places))) {
                refused.add(lacking.group().refusal());
            }
        }
        return refused.stream()
                .map(code -> Violation.of("CORE-DUP-PAY", null, code))
                .toList();
    }

    private List<Hold> places(Lacking lacking) {
        List<Held> held = new HoldRows(handle).of(List.of(lacking.claim().subject()));
        List<Hold> places = new ArrayList<>();
        for (String span : Spans.of(lacking.group(), lacking.claim(), lacking.year())) {
            Set<Integer> taken = held.stream()
                    .filter(each -> each.group().equals(lacking.group().code())
                            && each.span().equals(span))
                    .map(Held::slot)
                    .collect(Collectors.toSet());
            int slot = 1;
            while (taken.contains(slot)) {
                slot++;
            }
            places.add(new Hold(lacking.group().code(), lacking.claim().subject(), span, slot, lacking.part()));
        }
        return places;
    }

    private List<Lacking> lacking() {
        return handle
                .createQuery("select p.*, g.code, g.most, g.per, g.years, g.refusal_code from core.participation p"
                        + " join core.exclusion_group g on g.programme_id = p.programme_id"
                        + " and g.edition_year = p.edition_year and not g.warns"
                        + " and (',' || g.kinds || ',') like ('%,' || p.kind || ',%')"
                        + " where p.record_id = :record and p.counted"
                        + " and not exists (select 1 from core.exclusion_hold h where h.participation_id = p.id"
                        + " and h.group_code = g.code) order by g.code, p.id")
                .bind("record", record)
                .map((row, context) -> lacking(row))
                .stream()
                .filter(each ->
                        !Spans.of(each.group(), each.claim(), each.year()).isEmpty())
                .toList();
    }

    private static Lacking lacking(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Lacking(
                row.getObject("id", UUID.class),
                row.getInt("edition_year"),
                new ExclusionGroup(
                        row.getString("code"),
                        Set.of(kind),
                        row.getInt("most"),
                        Per.valueOf(row.getString("per")),
                        row.getInt("years"),
                        false,
                        row.getString("refusal_code")),
                new Claim(
                        row.getObject("record_id", UUID.class),
                        row.getString("type_id"),
                        kind,
                        Subject.valueOf(row.getString("subject_kind")),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("owner_org", UUID.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("period"),
                        row.getString("state"),
                        true,
                        null));
    }
}
