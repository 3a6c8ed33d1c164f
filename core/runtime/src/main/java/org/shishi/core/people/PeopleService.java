package org.shishi.core.people;

import java.time.Clock;
import java.time.LocalDate;
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
import org.shishi.api.people.Document;
import org.shishi.api.people.People;
import org.shishi.api.people.Person;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.audit.Reasons;
import org.shishi.core.persistence.CoreDatabase;

/** The registry for programmes. */
@Component(service = People.class)
public final class PeopleService implements People {

    private final CoreDatabase database;
    private final PersonBook book;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public PeopleService(
            @Reference CoreDatabase database,
            @Reference PersonBook book,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Person register(Caller caller, String name, String residentId, String mobile) {
        return register(caller, PersonDraft.of(null, residentId, name, mobile));
    }

    @Override
    public Person register(Caller caller, PersonDraft draft) {
        ReadyPerson ready = ReadyPerson.of(draft, LocalDate.now(clock), ReadyPerson.Names.PLAIN)
                .orThrow();
        UUID id = book.register(caller, List.of(ready)).get(ready.document());
        return book.masked(id).orElseThrow();
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return book.masked(id);
    }

    @Override
    public Optional<Person> byResidentId(String residentId) {
        Outcome<Document> number = Document.parse(null, residentId, LocalDate.now(clock), "residentId");
        return number.refused() ? Optional.empty() : byDocument(number.result());
    }

    @Override
    public Optional<Person> byDocument(Document document) {
        return Optional.ofNullable(book.find(List.of(document)).get(document)).flatMap(book::masked);
    }

    @Override
    public String reveal(Caller caller, String programmeId, UUID personId, Detail detail, String reason) {
        caller.require(programmeId, Right.UNMASK);
        PersonScope scope = PersonScope.of(caller, Right.UNMASK);
        String why = Reasons.mandatory(reason);
        return database.transact(handle -> {
            PersonRow person = new PersonPages(handle, scope)
                    .one(personId)
                    .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null))
                    .row();
            audit.write(
                    caller,
                    "person.reveal",
                    "person/" + personId,
                    why,
                    Map.of("detail", detail.name(), "programme", programmeId));
            return book.clear(person, detail);
        });
    }
}
