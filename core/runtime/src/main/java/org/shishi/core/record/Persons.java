package org.shishi.core.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shishi.api.identity.Caller;
import org.shishi.api.people.Document;
import org.shishi.api.people.Mask;
import org.shishi.api.people.People.Detail;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.people.PersonFields;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.core.people.Claim;
import org.shishi.core.people.ReadyPerson;

/**
 * The person a record is about: found while it is looked at, registered when it is saved, masked in its fields from then
 * on; and the record's parts in the ledger. Does nothing for types that are not about persons.
 */
final class Persons<T extends ProgrammeRecord> {

    private final Kind<T> kind;
    private final Services services;
    private final PersonFields<T> fields;

    Persons(Kind<T> kind, Services services) {
        this.kind = kind;
        this.services = services;
        this.fields = kind.type().person().orElse(null);
    }

    UUID find(Document document) {
        return services.persons().find(List.of(document)).get(document);
    }

    /** Whoever is known of all that were typed. */
    Map<Document, UUID> findAll(List<T> records) {
        if (fields == null) {
            return Map.of();
        }
        List<Document> documents = new ArrayList<>();
        for (T record : records) {
            if (typed(record)) {
                Outcome<Document> document = Document.parse(
                        documentKind(record),
                        fields.number().get(record),
                        today(),
                        fields.number().name());
                if (!document.refused()) {
                    documents.add(document.result());
                }
            }
        }
        return services.persons().find(documents);
    }

    /** Sets the person's id, a passing one for somebody unknown; says what is wrong with what was typed. */
    List<Violation> resolve(T record, Function<Document, UUID> known) {
        List<Violation> wrong = new ArrayList<>();
        if (fields == null) {
            return wrong;
        }
        if (fields.consent() != null && !Boolean.TRUE.equals(fields.consent().get(record))) {
            wrong.add(Violation.of("CORE-CONSENT", fields.consent().name()));
        }
        if (!typed(record)) {
            return wrong;
        }
        Outcome<ReadyPerson> ready = ready(record);
        if (ready.refused()) {
            // Who it is, and what that excludes, is told by the document alone; one that is none is nobody's.
            Outcome<Document> document = Document.parse(
                    documentKind(record),
                    fields.number().get(record),
                    today(),
                    fields.number().name());
            fields.reference().set(record, document.refused() ? null : person(document.result(), known));
            wrong.addAll(ready.refusals().stream()
                    // An empty name is told by the field itself.
                    .filter(v -> !v.code().equals(Violation.CORE_INPUT))
                    .toList());
            return wrong;
        }
        fields.reference().set(record, person(ready.result().document(), known));
        return wrong;
    }

    private UUID person(Document document, Function<Document, UUID> known) {
        UUID id = known.apply(document);
        return id == null ? services.persons().provisional(document) : id;
    }

    /** Registers whoever is new, sets the ids, masks what was typed. In the transaction that saves the records. */
    void register(Caller caller, List<T> records) {
        if (fields == null) {
            return;
        }
        Map<T, ReadyPerson> typed = new LinkedHashMap<>();
        for (T record : records) {
            if (typed(record)) {
                typed.put(record, ready(record).orThrow());
            } else {
                mask(record);
            }
        }
        if (typed.isEmpty()) {
            return;
        }
        Map<Document, UUID> ids = services.persons().register(caller, typed.values());
        typed.forEach((record, person) -> {
            fields.reference().set(record, ids.get(person.document()));
            mask(record);
        });
    }

    private void mask(T record) {
        fields.name().set(record, Mask.name(fields.name().get(record)));
        String number = fields.number().get(record);
        if (number != null && number.indexOf('*') < 0) {
            fields.number().set(record, document(record).masked());
        }
        if (fields.mobile() != null) {
            fields.mobile().set(record, Mask.mobile(fields.mobile().get(record)));
        }
    }

    private Document document(T record) {
        return Document.parse(
                        documentKind(record),
                        fields.number().get(record),
                        today(),
                        fields.number().name())
                .orThrow();
    }

    private Outcome<ReadyPerson> ready(T record) {
        PersonDraft draft = new PersonDraft(
                documentKind(record),
                fields.number().get(record),
                fields.name().get(record),
                null,
                null,
                fields.mobile() == null ? null : fields.mobile().get(record),
                record.head().ownerOrg(),
                null,
                null,
                null);
        return ReadyPerson.of(
                draft,
                today(),
                new ReadyPerson.Names(
                        fields.name().name(),
                        fields.number().name(),
                        fields.mobile() == null ? null : fields.mobile().name()));
    }

    private org.shishi.api.people.DocumentKind documentKind(T record) {
        return fields.kind() == null ? null : fields.kind().get(record);
    }

    /** Whether a number stands there that is not the mask of the person who is known already. */
    private boolean typed(T record) {
        String number = fields.number().get(record);
        boolean masked = fields.reference().get(record) != null && number != null && number.indexOf('*') >= 0;
        return !Normal.text(number).isEmpty() && !masked;
    }

    /** Brings the ledger to what the record says now. */
    void part(T record) {
        if (!kind.type().participations().isEmpty()) {
            services.ledger().write(kind.programme(), record.id(), Claim.of(kind.type(), record));
        }
    }

    void consent(Caller caller, T record) {
        if (fields != null && fields.consent() != null) {
            services.consents()
                    .give(
                            caller,
                            fields.reference().get(record),
                            fields.purpose(),
                            kind.programme(),
                            kind.object(record.id()));
        }
    }

    /** Another person than before has agreed, too. */
    void consentAnew(Caller caller, T before, T after) {
        if (fields != null
                && !Objects.equals(
                        fields.reference().get(before), fields.reference().get(after))) {
            consent(caller, after);
        }
    }

    /** A person's value in clear; empty: the field is none of a person's. */
    Optional<String> clear(Field<T, ?> field, T record) {
        if (fields == null || fields.reference().get(record) == null) {
            return Optional.empty();
        }
        Detail detail = detail(field);
        UUID person = fields.reference().get(record);
        return detail == null
                ? Optional.empty()
                : Optional.ofNullable(services.persons()
                        .clear(List.of(person))
                        .getOrDefault(person, Map.of())
                        .get(detail));
    }

    /** The registry's values in place of the masks; what it no longer knows stays masked. */
    void unmask(List<T> records) {
        if (fields == null) {
            return;
        }
        Map<UUID, Map<Detail, String>> known = services.persons()
                .clear(records.stream()
                        .map(fields.reference()::get)
                        .filter(Objects::nonNull)
                        .toList());
        for (T record : records) {
            Map<Detail, String> values = known.getOrDefault(fields.reference().get(record), Map.of());
            put(record, fields.name(), values.get(Detail.NAME));
            put(record, fields.number(), values.get(Detail.RESIDENT_ID));
            if (fields.mobile() != null) {
                put(record, fields.mobile(), values.get(Detail.MOBILE));
            }
        }
    }

    private static <T> void put(T record, Field<T, String> field, String value) {
        if (value != null) {
            field.set(record, value);
        }
    }

    private Detail detail(Field<T, ?> field) {
        if (field.name().equals(fields.name().name())) {
            return Detail.NAME;
        }
        if (field.name().equals(fields.number().name())) {
            return Detail.RESIDENT_ID;
        }
        return fields.mobile() != null && field.name().equals(fields.mobile().name()) ? Detail.MOBILE : null;
    }

    private LocalDate today() {
        return LocalDate.now(services.clock());
    }
}
