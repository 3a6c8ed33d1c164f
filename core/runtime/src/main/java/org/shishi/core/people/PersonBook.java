package org.shishi.core.people;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.people.Document;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.Mask;
import org.shishi.api.people.People.Detail;
import org.shishi.api.people.Person;
import org.shishi.api.record.Ids;
import org.shishi.core.crypto.BlindIndex;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/**
 * The registry for the rest of the core: finds and registers many at once. Nothing stands in clear in the database; people
 * are found by the blind indexes alone.
 */
@Component(service = PersonBook.class)
public final class PersonBook {

    static final String NAME = "NAME";
    static final String MOBILE = "MOBILE";
    private static final int ATTEMPTS = 5;

    private final CoreDatabase database;
    private final Clock clock;
    private final FieldCipher cipher;
    private final BlindIndex index;

    @Activate
    public PersonBook(@Reference CoreDatabase database, @Reference Keys keys, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
        this.cipher = new FieldCipher(keys);
        this.index = new BlindIndex(keys);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Those who are known. While the keys are changed a person is found under either. */
    public Map<Document, UUID> find(Collection<Document> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> find(handle, documents));
    }

    private Map<Document, UUID> find(Handle handle, Collection<Document> documents) {
        Map<String, Document> wanted = new LinkedHashMap<>();
        documents.forEach(document ->
                index.all(document.kind().name(), document.number()).forEach(hash -> wanted.put(hash, document)));
        Map<Document, UUID> found = new LinkedHashMap<>();
        new PersonRows(handle).ids(wanted.keySet()).forEach((hash, id) -> found.put(wanted.get(hash), id));
        return found;
    }

    /** Stands for somebody who is not registered yet, while a draft is looked at; the same for the same document. */
    public UUID provisional(Document document) {
        ByteBuffer hash =
                ByteBuffer.wrap(HexFormat.of().parseHex(index.of(document.kind().name(), document.number())));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** Ids of all of them; who is not known yet is registered. Takes part in the running transaction. */
    public Map<Document, UUID> register(Caller caller, Collection<ReadyPerson> people) {
        Map<Document, ReadyPerson> byDocument = new LinkedHashMap<>();
        people.forEach(person -> byDocument.putIfAbsent(person.document(), person));
        return database.transact(handle -> {
            for (int attempt = 1; ; attempt++) {
                Map<Document, UUID> known = find(handle, byDocument.keySet());
                List<ReadyPerson> unknown = byDocument.values().stream()
                        .filter(person -> !known.containsKey(person.document()))
                        .toList();
                complete(handle, caller, byDocument.values(), known);
                if (unknown.isEmpty()) {
                    return known;
                }
                Map<Document, UUID> fresh = new LinkedHashMap<>(known);
                if (inserted(handle, caller, unknown, fresh)) {
                    return fresh;
                }
                // Somebody registered one of them at the same moment.
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("people could not be registered after " + attempt + " attempts");
                }
            }
        });
    }

    private boolean inserted(Handle handle, Caller caller, List<ReadyPerson> people, Map<Document, UUID> ids) {
        String writing = index.writingKey(handle, database.postgres());
        List<PersonRows.Fresh> rows = new ArrayList<>(people.size());
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (ReadyPerson person : people) {
            UUID id = Ids.next();
            ids.put(person.document(), id);
            rows.add(new PersonRows.Fresh(seal(id, person, caller), indexes(person, writing), caller.accountId(), now));
        }
        return Inserts.unlessTaken(handle, () -> new PersonRows(handle).insert(rows));
    }

    private PersonRow seal(UUID id, ReadyPerson person, Caller caller) {
        return new PersonRow(
                id,
                person.document().kind(),
                cipher.seal(PersonRow.place("document", id), person.document().number()),
                cipher.seal(PersonRow.place("name", id), person.name()),
                cipher.seal(PersonRow.place("mobile", id), person.mobile()),
                cipher.seal(
                        PersonRow.place("birth_date", id),
                        person.birthDate() == null ? null : person.birthDate().toString()),
                person.sex() == null ? null : person.sex().name(),
                organisation(person, caller),
                person.draft().employment() == null
                        ? null
                        : person.draft().employment().name(),
                person.draft().industry(),
                person.draft().member(),
                false);
    }

    private static UUID organisation(ReadyPerson person, Caller caller) {
        return person.draft().organisation() == null
                ? caller.organisation().id()
                : person.draft().organisation();
    }

    private PersonRows.Indexes indexes(ReadyPerson person, String keyId) {
        return new PersonRows.Indexes(
                new BlindIndex.Found(
                        keyId,
                        index.with(
                                keyId,
                                person.document().kind().name(),
                                person.document().number())),
                index.with(keyId, NAME, person.name()),
                person.mobile() == null ? null : index.with(keyId, MOBILE, person.mobile()));
    }

    /** What was missing is added, what was there stays. */
    private void complete(Handle handle, Caller caller, Collection<ReadyPerson> people, Map<Document, UUID> known) {
        PersonRows rows = new PersonRows(handle);
        Map<UUID, PersonRow> stored = rows.byIds(known.values());
        for (ReadyPerson person : people) {
            PersonRow row = stored.get(known.get(person.document()));
            if (row == null) {
                continue;
            }
            if (row.mobile() == null && person.mobile() != null) {
                rows.addMobile(
                        row.id(),
                        cipher.seal(PersonRow.place("mobile", row.id()), person.mobile()),
                        index.of(MOBILE, person.mobile()),
                        caller.accountId(),
                        OffsetDateTime.now(clock));
            }
            if (row.organisation() == null || tellsMore(person, row)) {
                rows.addFacts(row.id(), person, organisation(person, caller));
            }
        }
    }

    private static boolean tellsMore(ReadyPerson person, PersonRow row) {
        return row.employment() == null && person.draft().employment() != null
                || row.industry() == null && person.draft().industry() != null
                || row.member() == null && person.draft().member() != null;
    }

    public Optional<Person> masked(UUID id) {
        return database.read(handle -> new PersonRows(handle).byId(id)).map(this::masked);
    }

    /** Of those whom the caller may see. */
    public Map<UUID, String> maskedNames(Caller caller, Collection<UUID> ids) {
        if (ids.isEmpty() || !PersonScope.may(caller, Right.VIEW)) {
            return Map.of();
        }
        PersonScope scope = PersonScope.of(caller, Right.VIEW);
        return database.read(handle -> {
            Map<UUID, String> names = new LinkedHashMap<>();
            new PersonPages(handle, scope)
                    .among(ids)
                    .forEach(row -> names.put(row.id(), masked(row).maskedName()));
            return names;
        });
    }

    Person masked(PersonRow row) {
        String number = clear(row, Detail.RESIDENT_ID);
        return new Person(
                row.id(),
                Mask.name(clear(row, Detail.NAME)),
                row.kind() == DocumentKind.RESIDENT_ID ? Mask.residentId(number) : Mask.otherDocument(number),
                Mask.mobile(clear(row, Detail.MOBILE)));
    }

    /** Null where nothing is known, or no longer. */
    String clear(PersonRow row, Detail detail) {
        return switch (detail) {
            case NAME -> cipher.open(PersonRow.place("name", row.id()), row.name());
            case RESIDENT_ID -> cipher.open(PersonRow.place("document", row.id()), row.document());
            case MOBILE -> cipher.open(PersonRow.place("mobile", row.id()), row.mobile());
        };
    }

    /** Null: unknown, or said by the document. */
    String birthDate(PersonRow row) {
        return cipher.open(PersonRow.place("birth_date", row.id()), row.birthDate());
    }

    /** In clear, for those who were asked at their door for right and reason. Ids that nobody has are left out. */
    public Map<UUID, Map<Detail, String>> clear(Collection<UUID> ids) {
        return database.read(handle -> {
            Map<UUID, Map<Detail, String>> all = new LinkedHashMap<>();
            new PersonRows(handle).byIds(ids).values().forEach(row -> {
                Map<Detail, String> values = new LinkedHashMap<>();
                for (Detail detail : Detail.values()) {
                    values.put(detail, clear(row, detail));
                }
                all.put(row.id(), values);
            });
            return all;
        });
    }

    /** Under each key that may have written it. */
    List<String> nameIndexes(String name) {
        return index.all(NAME, name);
    }

    List<String> mobileIndexes(String mobile) {
        return index.all(MOBILE, mobile);
    }

    List<String> documentIndexes(Document document) {
        return index.all(document.kind().name(), document.number());
    }
}
