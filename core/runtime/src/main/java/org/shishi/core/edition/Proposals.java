package org.shishi.core.edition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.EditionAdmin.Change;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.audit.Reasons;

/** A new value is proposed by one person and published by another. */
final class Proposals {

    private static final String UNFIT = "CORE-PARAM-VALUE";
    private static final int LONGEST = 20_000;

    private final EditionDesk desk;

    Proposals(EditionDesk desk) {
        this.desk = desk;
    }

    StoredRevision propose(Caller caller, EditionKey key, Change change) {
        caller.require(key.programmeId(), Right.PARAMETERS_DRAFT);
        return desk.change(key, (handle, row) -> {
            open(row);
            EditionRows.Definition definition = definition(handle, key, change.name());
            List<Violation> found = new ArrayList<>();
            Object value = value(key, definition, change.value(), found);
            if (change.validFrom() == null && row.state() != EditionState.DRAFT) {
                found.add(Violation.of("CORE-PARAM-DAY", "validFrom"));
            }
            String reason = Reasons.optional(change.reason());
            if (reason == null) {
                found.add(Violation.of("CORE-REASON-MISSING", "reason"));
            }
            if (found.isEmpty() && same(handle, row, definition.parameter(), value, change.validFrom())) {
                found.add(Violation.of("CORE-PARAM-SAME", "value", definition.title()));
            }
            if (!found.isEmpty()) {
                throw new RefusedException(found);
            }
            return insert(handle, caller, key, definition, value, change.validFrom(), reason);
        });
    }

    private StoredRevision insert(
            Handle handle,
            Caller caller,
            EditionKey key,
            EditionRows.Definition definition,
            Object value,
            LocalDate from,
            String reason) {
        StoredRevision revision = StoredRevision.proposed(
                key, definition.parameter().name(), value, from, Status.DRAFT, reason, caller, desk.now());
        if (!new RevisionRows(handle).insert(revision)) {
            throw new RefusedException("CORE-PARAM-PENDING", "name", definition.title());
        }
        desk.write(caller, "parameter.propose", key, reason, details(revision));
        return revision;
    }

    StoredRevision publish(Caller caller, UUID id) {
        EditionKey key = desk.editionOf(id);
        caller.require(key.programmeId(), Right.PARAMETERS_PUBLISH);
        return desk.change(key, (handle, row) -> {
            open(row);
            RevisionRows rows = new RevisionRows(handle);
            StoredRevision draft = draft(rows, id);
            if (draft.by().equals(caller.accountId())) {
                throw new RefusedException("CORE-SELF-REVIEW", null);
            }
            // What was copied is settled by what replaces it from the beginning.
            if (draft.validFrom() == null) {
                rows.of(key).stream()
                        .filter(each -> each.name().equals(draft.name()) && each.status() == Status.UNCONFIRMED)
                        .forEach(each -> rows.decide(each.id(), Status.WITHDRAWN, caller, desk.now(), null));
            }
            rows.decide(id, Status.PUBLISHED, caller, desk.now(), null);
            desk.write(caller, "parameter.publish", key, draft.reason(), details(draft));
            return rows.find(id).orElseThrow();
        });
    }

    StoredRevision withdraw(Caller caller, UUID id, String reason) {
        EditionKey key = desk.editionOf(id);
        return desk.change(key, (handle, row) -> {
            RevisionRows rows = new RevisionRows(handle);
            StoredRevision draft = draft(rows, id);
            boolean own = draft.by().equals(caller.accountId());
            if (!own) {
                caller.require(key.programmeId(), Right.PARAMETERS_PUBLISH);
            }
            String why = own ? Reasons.optional(reason) : Reasons.mandatory(reason);
            rows.decide(id, Status.WITHDRAWN, caller, desk.now(), why);
            desk.write(caller, "parameter.withdraw", key, why, details(draft));
            return rows.find(id).orElseThrow();
        });
    }

    private static StoredRevision draft(RevisionRows rows, UUID id) {
        StoredRevision revision = rows.find(id).orElseThrow();
        if (revision.status() != Status.DRAFT) {
            throw new RefusedException("CORE-STATE", null);
        }
        return revision;
    }

    private static void open(EditionRows.Row row) {
        if (row.state() == EditionState.ARCHIVED) {
            throw new RefusedException("CORE-EDITION-STATE", null, row.state());
        }
    }

    private static EditionRows.Definition definition(Handle handle, EditionKey key, String name) {
        return new EditionRows(handle)
                .definitions(key).stream()
                        .filter(each -> each.parameter().name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException("CORE-PARAM-UNKNOWN", "name", String.valueOf(name)));
    }

    private Object value(EditionKey key, EditionRows.Definition definition, Object given, List<Violation> found) {
        EditionParameter parameter = definition.parameter();
        Text title = definition.title();
        if (given == null) {
            if (!parameter.mayBeEmpty()) {
                found.add(Violation.of("CORE-PARAM-REQUIRED", "value", title));
            }
            return null;
        }
        try {
            BigDecimal least = definition.least() == null ? BigDecimal.ZERO : definition.least();
            Object value = ParameterType.of(parameter.type()).plain(given, least);
            String json = PlainJson.write(value);
            if (json.length() > LONGEST) {
                throw ParameterFault.TOO_LARGE.unfit();
            }
            String other = Options.firstOther(parameter, value);
            if (other != null) {
                throw ParameterFault.NOT_OPTION.unfit(other);
            }
            if (!Likeness.alike(parameter.value(), value)) {
                throw ParameterFault.OTHER_SHAPE.unfit();
            }
            List<String> misfits = desk.rules().misfits(key.programmeId(), key.year(), parameter.name(), value);
            if (!misfits.isEmpty()) {
                found.add(Violation.of("CORE-PARAM-RULE", "value", title, String.join(", ", misfits)));
            }
            return value;
        } catch (ParameterFault.Unfit e) {
            found.add(Violation.of(UNFIT, "value", e.fault, title, e.detail));
            return null;
        }
    }

    private static boolean same(
            Handle handle, EditionRows.Row row, EditionParameter declared, Object value, LocalDate from) {
        List<StoredRevision> all = new RevisionRows(handle).of(row.key());
        Decided decided = Decided.of(row.state(), row.stamp(), all, List.of());
        boolean unconfirmed = all.stream()
                .anyMatch(each -> each.name().equals(declared.name()) && each.status() == Status.UNCONFIRMED);
        Object now =
                decided.value(declared, from == null ? LocalDate.of(row.key().year(), 1, 1) : from);
        boolean later = decided.counting().getOrDefault(declared.name(), List.of()).stream()
                .anyMatch(each -> from != null
                        && each.validFrom() != null
                        && each.validFrom().isAfter(from));
        return !unconfirmed && !later && Objects.equals(PlainJson.write(now), PlainJson.write(value));
    }

    private static Map<String, String> details(StoredRevision revision) {
        return Map.of(
                "revision",
                revision.id().toString(),
                "parameter",
                revision.name(),
                "value",
                revision.json() == null ? "" : shortened(revision.json()),
                "validFrom",
                String.valueOf(revision.validFrom()));
    }

    private static String shortened(String json) {
        return json.length() <= 200 ? json : json.substring(0, 200) + "…";
    }
}
