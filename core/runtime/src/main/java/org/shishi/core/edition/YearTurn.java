package org.shishi.core.edition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.audit.Reasons;

/** From one year to the next: values are copied, confirmed one by one, and the edition moves through its states. */
final class YearTurn {

    private final EditionDesk desk;

    YearTurn(EditionDesk desk) {
        this.desk = desk;
    }

    /** The bundle of the next year may be here already, as a draft, or come later: it finds the copied values. */
    void copy(Caller caller, EditionKey from) {
        caller.require(from.programmeId(), Right.PARAMETERS_DRAFT);
        EditionKey to = new EditionKey(from.programmeId(), from.year() + 1);
        desk.database().transact(handle -> {
            EditionRows rows = new EditionRows(handle);
            OffsetDateTime now = OffsetDateTime.now(desk.clock());
            EditionRows.Row source = rows.find(from).orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
            boolean made = rows.insert(to, EditionState.DRAFT, from.year(), now);
            EditionRows.Row target = rows.lock(to, now).orElseThrow();
            if (!made && (target.state() != EditionState.DRAFT || target.copiedFrom() != null)) {
                throw new RefusedException("CORE-EDITION-EXISTS", null, Integer.toString(to.year()));
            }
            rows.update(to, EditionState.DRAFT, from.year());
            if (made) {
                rows.define(to, rows.definitions(from));
            }
            int count = values(handle, caller, source, to);
            desk.write(caller, "edition.copy", to, null, Map.of("from", from.toString(), "values", "" + count));
            return null;
        });
        desk.database().afterCommit(desk.book()::refresh);
    }

    private int values(Handle handle, Caller caller, EditionRows.Row source, EditionKey to) {
        EditionRows rows = new EditionRows(handle);
        RevisionRows revisions = new RevisionRows(handle);
        Decided decided = Decided.of(source.state(), source.stamp(), revisions.of(source.key()), List.of());
        Set<String> wanted = rows.definitions(to).stream()
                .map(each -> each.parameter().name())
                .collect(Collectors.toSet());
        List<EditionParameter> copied = rows.definitions(source.key()).stream()
                .map(EditionRows.Definition::parameter)
                .filter(each -> wanted.contains(each.name()))
                .toList();
        for (EditionParameter parameter : copied) {
            // As the year ends with it, and a year later.
            Object last = decided.value(parameter, LocalDate.of(source.key().year(), 12, 31));
            Object next = later(last, to.year() - source.key().year());
            revisions.insert(StoredRevision.proposed(
                    to, parameter.name(), next, null, Status.UNCONFIRMED, null, caller, desk.now()));
        }
        return copied.size();
    }

    /** Days move, also those inside lists and maps; 29 February becomes the 28th. */
    static Object later(Object value, int years) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> day.plusYears(years);
            case List<?> list -> list.stream().map(each -> later(each, years)).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> moved = new LinkedHashMap<>();
                map.forEach((key, each) -> moved.put(key, later(each, years)));
                yield moved;
            }
            default -> value;
        };
    }

    void confirm(Caller caller, EditionKey key, Collection<String> names, String reason) {
        caller.require(key.programmeId(), Right.PARAMETERS_DRAFT);
        String why = names.size() > 1 ? Reasons.mandatory(reason) : Reasons.optional(reason);
        desk.change(key, (handle, row) -> {
            RevisionRows rows = new RevisionRows(handle);
            Map<String, UUID> waiting = rows.of(key).stream()
                    .filter(each -> each.status() == Status.UNCONFIRMED)
                    .collect(Collectors.toMap(StoredRevision::name, StoredRevision::id));
            List<Violation> found = names.stream()
                    .filter(name -> !waiting.containsKey(name))
                    .map(name -> Violation.of("CORE-STATE", name))
                    .toList();
            if (names.isEmpty() || !found.isEmpty()) {
                throw found.isEmpty() ? new RefusedException("CORE-MISSING", "names") : new RefusedException(found);
            }
            names.forEach(name -> rows.decide(waiting.get(name), Status.PUBLISHED, caller, desk.now(), why));
            desk.write(caller, "parameter.confirm", key, why, Map.of("parameters", shortened(names)));
            return null;
        });
    }

    private static String shortened(Collection<String> names) {
        String all = String.join(", ", names);
        return all.length() <= 1000 ? all : all.substring(0, 1000) + "…";
    }

    void move(Caller caller, EditionKey key, EditionState to, String reason) {
        caller.require(key.programmeId(), Right.PARAMETERS_PUBLISH);
        String why = to == EditionState.PUBLISHED ? Reasons.optional(reason) : Reasons.mandatory(reason);
        desk.change(key, (handle, row) -> {
            if (to.ordinal() != row.state().ordinal() + 1) {
                throw new RefusedException("CORE-EDITION-STATE", null, row.state());
            }
            if (to == EditionState.PUBLISHED) {
                ready(handle, caller, row);
            }
            new EditionRows(handle).update(key, to, row.copiedFrom());
            desk.write(
                    caller,
                    "edition." + to.name().toLowerCase(java.util.Locale.ROOT),
                    key,
                    why,
                    Map.of("from", row.state().name()));
            return null;
        });
    }

    /** Everything is set and confirmed, and by somebody else. */
    private static void ready(Handle handle, Caller caller, EditionRows.Row row) {
        List<StoredRevision> revisions = new RevisionRows(handle).of(row.key());
        Decided decided = Decided.of(row.state(), row.stamp(), revisions, List.of());
        List<Violation> found = new ArrayList<>();
        for (EditionRows.Definition definition : new EditionRows(handle).definitions(row.key())) {
            EditionParameter parameter = definition.parameter();
            boolean empty = decided.value(parameter, LocalDate.of(row.key().year(), 1, 1)) == null;
            if (empty && !parameter.mayBeEmpty()) {
                found.add(Violation.of("CORE-EDITION-UNSET", parameter.name(), definition.title()));
            }
            if (revisions.stream()
                    .anyMatch(each -> each.name().equals(parameter.name()) && each.status() == Status.UNCONFIRMED)) {
                found.add(Violation.of("CORE-EDITION-UNCONFIRMED", parameter.name(), definition.title()));
            }
            if (revisions.stream().anyMatch(each -> each.name().equals(parameter.name()) && waitsWithoutDay(each))) {
                found.add(Violation.of("CORE-EDITION-PENDING", parameter.name(), definition.title()));
            }
        }
        if (revisions.stream().anyMatch(each -> confirmedBy(each, caller))) {
            found.add(Violation.of("CORE-SELF-REVIEW", null));
        }
        if (!found.isEmpty()) {
            throw new RefusedException(found);
        }
    }

    /** Published later, it would change what has been decided by the open edition from the beginning on. */
    private static boolean waitsWithoutDay(StoredRevision revision) {
        return revision.status() == Status.DRAFT && revision.validFrom() == null;
    }

    private static boolean confirmedBy(StoredRevision revision, Caller caller) {
        return revision.copied()
                && revision.status() == Status.PUBLISHED
                && caller.accountId().equals(revision.decidedBy());
    }
}
