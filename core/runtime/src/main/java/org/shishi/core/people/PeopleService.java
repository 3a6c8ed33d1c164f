package org.shishi.core.people;

import java.time.Clock;
import java.time.LocalDate;
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
import org.shishi.api.identity.Right;
import org.shishi.api.people.Mask;
import org.shishi.api.people.People;
import org.shishi.api.people.Person;
import org.shishi.api.people.Phone;
import org.shishi.api.people.ResidentId;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.core.crypto.BlindIndex;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/** The person registry: nothing in clear in the database, found by the blind index of the document alone. */
@Component(service = People.class)
public final class PeopleService implements People {

    private static final int LONGEST_NAME = 100;
    private static final String DOCUMENT = "RESIDENT_ID";

    private final CoreDatabase database;
    private final Audit audit;
    private final Clock clock;
    private final FieldCipher cipher;
    private final BlindIndex index;

    @Activate
    public PeopleService(
            @Reference CoreDatabase database, @Reference Keys keys, @Reference Audit audit, @Reference Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.cipher = new FieldCipher(keys);
        this.index = new BlindIndex(keys);
    }

    @Override
    public Person register(Caller caller, String name, String residentId, String mobile) {
        String number = check(name, residentId, mobile);
        String found = index.of(DOCUMENT, number);
        UUID id = UUID.randomUUID();
        PersonRow row = new PersonRow(
                id,
                cipher.seal(place("document", id), number),
                cipher.seal(place("name", id), Normal.text(name)),
                blank(mobile) ? null : cipher.seal(place("mobile", id), normalMobile(mobile)));
        return database.transact(handle -> {
            PersonRows rows = new PersonRows(handle);
            Optional<PersonRow> known = rows.byIndex(found);
            if (known.isEmpty()
                    && Inserts.unlessTaken(
                            handle, () -> rows.insert(row, found, index.keyId(), caller.accountId(), now()))) {
                return masked(row);
            }
            PersonRow person = known.or(() -> rows.byIndex(found)).orElseThrow();
            if (person.mobile() == null && !blank(mobile)) {
                String sealed = cipher.seal(place("mobile", person.id()), normalMobile(mobile));
                rows.addMobile(person.id(), sealed, caller.accountId(), now());
            }
            return masked(rows.byId(person.id()).orElseThrow());
        });
    }

    /** Everything that is wrong, in the order of the parameters; else the normalised number. */
    private String check(String name, String residentId, String mobile) {
        List<Violation> wrong = new ArrayList<>();
        if (Normal.text(name).isEmpty()) {
            wrong.add(Violation.of(Violation.CORE_INPUT, "name"));
        } else if (Normal.length(name) > LONGEST_NAME) {
            wrong.add(Violation.of("CORE-LENGTH", "name", LONGEST_NAME));
        }
        Outcome<ResidentId.Facts> number = ResidentId.residentId(residentId, LocalDate.now(clock));
        wrong.addAll(number.refusals());
        if (!blank(mobile) && Phone.mobile(mobile).isEmpty()) {
            wrong.add(Violation.of("CORE-PHONE", "mobile"));
        }
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
        return number.result().residentId();
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return database.read(handle -> new PersonRows(handle).byId(id)).map(this::masked);
    }

    @Override
    public Optional<Person> byResidentId(String residentId) {
        Outcome<ResidentId.Facts> number = ResidentId.residentId(residentId, LocalDate.now(clock));
        if (number.refused()) {
            return Optional.empty();
        }
        String wanted = index.of(DOCUMENT, number.result().residentId());
        return database.read(handle -> new PersonRows(handle).byIndex(wanted)).map(this::masked);
    }

    @Override
    public String reveal(Caller caller, String programmeId, UUID personId, Detail detail, String reason) {
        caller.require(programmeId, Right.UNMASK);
        if (Normal.text(reason).isEmpty()) {
            throw new RefusedException("CORE-REASON-MISSING", "reason");
        }
        return database.transact(handle -> {
            PersonRow person = new PersonRows(handle)
                    .byId(personId)
                    .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
            audit.write(
                    caller,
                    "person.reveal",
                    "person/" + personId,
                    Normal.text(reason),
                    Map.of("detail", detail.name(), "programme", programmeId));
            return clear(person, detail);
        });
    }

    private String clear(PersonRow person, Detail detail) {
        return switch (detail) {
            case NAME -> cipher.open(place("name", person.id()), person.name());
            case RESIDENT_ID -> cipher.open(place("document", person.id()), person.document());
            case MOBILE -> cipher.open(place("mobile", person.id()), person.mobile());
        };
    }

    private Person masked(PersonRow person) {
        return new Person(
                person.id(),
                Mask.name(clear(person, Detail.NAME)),
                Mask.residentId(clear(person, Detail.RESIDENT_ID)),
                Mask.mobile(clear(person, Detail.MOBILE)));
    }

    private static String place(String column, UUID id) {
        return "person/" + column + "/" + id;
    }

    private static String normalMobile(String typed) {
        return Phone.mobile(typed).orElseThrow();
    }

    private static boolean blank(String text) {
        return Normal.text(text).isEmpty();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
