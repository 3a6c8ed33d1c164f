package org.shishi.core.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shishi.api.people.Document;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Violation;
import org.shishi.core.people.Claim;
import org.shishi.core.people.Ledger;

/**
 * Everything that is wrong with a record: its fields, the type's checks, its key, what excludes it, in the order of the
 * rule text. Changes nothing but the text's form and the id of the person who was typed.
 */
final class Validation<T extends ProgrammeRecord> {

    private final Kind<T> kind;
    private final KeyStore keys;
    private final FieldChecks<T> fields;
    private final Offered<T> offered;
    private final Persons<T> persons;
    private final Ledger ledger;

    Validation(Kind<T> kind, KeyStore keys, Persons<T> persons, Ledger ledger) {
        this.kind = kind;
        this.keys = keys;
        this.persons = persons;
        this.ledger = ledger;
        this.fields = new FieldChecks<>(kind);
        this.offered = new Offered<>(kind);
    }

    /** Normal form and derived values, before anything is checked. */
    void prepare(T record) {
        prepare(null, record);
    }

    /** @param before as it is stored; null: it is new */
    void prepare(T before, T record) {
        fields.tidy(record);
        kind.type().prepare(record);
        offered.leaveOut(before, record);
    }

    List<Violation> violations(T record, RecordContext context) {
        return violations(null, record, context);
    }

    /** @param before as it is stored; null: it is new */
    List<Violation> violations(T before, T record, RecordContext context) {
        List<Violation> found = new ArrayList<>(withoutKey(before, record, context, persons::find));
        keyHash(record).map(hash -> conflicts(record, hash, context)).ifPresent(found::addAll);
        List<Claim> claims = Claim.of(kind.type(), record);
        Ledger.Verdicts verdicts = ledger.look(kind.programme(), claims);
        claims.forEach(claim -> found.addAll(verdicts.refusals(claim)));
        return kind.type().inRuleOrder(found);
    }

    /** What only warns. The record was brought into normal form and its person found before. */
    List<Violation> warnings(T record) {
        List<Claim> claims = Claim.of(kind.type(), record);
        Ledger.Verdicts verdicts = ledger.look(kind.programme(), claims);
        return distinct(claims.stream()
                .flatMap(claim -> verdicts.warnings(claim).stream())
                .toList());
    }

    /** Neither key nor exclusions. @param known finds persons; asked for one document after the other */
    List<Violation> withoutKey(T record, RecordContext context, Function<Document, UUID> known) {
        return withoutKey(null, record, context, known);
    }

    private List<Violation> withoutKey(T before, T record, RecordContext context, Function<Document, UUID> known) {
        List<Violation> found = new ArrayList<>(fields.violations(record));
        found.addAll(offered.violations(before, record));
        found.addAll(persons.resolve(record, known));
        for (RecordType.Check<T> check : kind.type().checks()) {
            found.addAll(check.check(record, context));
        }
        return kind.type().inRuleOrder(found);
    }

    /** Empty: the type or this record has no key, or the record is not complete enough for one. */
    Optional<UUID> keyHash(T record) {
        return kind.type()
                .key()
                .filter(key -> !fields.incomplete(record))
                .map(key -> key.of().apply(record))
                .filter(text -> !text.isBlank())
                .map(KeyStore::hash);
    }

    List<Violation> conflicts(T record, UUID hash, RecordContext context) {
        return conflicts(record, keys.years(kind, hash, record.id()), context);
    }

    List<Violation> conflicts(T record, List<Integer> yearsHeld, RecordContext context) {
        return yearsHeld.isEmpty()
                ? List.of()
                : kind.type().key().orElseThrow().conflicts().of(record, yearsHeld, context);
    }

    /** One of each code and field, the first. */
    static List<Violation> distinct(Collection<Violation> violations) {
        if (violations.isEmpty()) {
            return List.of();
        }
        Map<List<Object>, Violation> first = new LinkedHashMap<>();
        violations.forEach(v -> first.putIfAbsent(List.of(v.code(), Objects.requireNonNullElse(v.field(), "")), v));
        return List.copyOf(first.values());
    }
}
