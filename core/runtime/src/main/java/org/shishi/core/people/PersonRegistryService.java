package org.shishi.core.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.people.Document;
import org.shishi.api.people.People.Detail;
import org.shishi.api.people.Person;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.people.Phone;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Normal;
import org.shishi.core.audit.Reasons;
import org.shishi.core.organisation.Within;
import org.shishi.core.people.HoldRows.Held;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.record.LiveYears;

/** The registry for people. Every call asks for right and scope, in the condition of the query itself. */
@Component(service = PersonRegistry.class)
public final class PersonRegistryService implements PersonRegistry {

    /** The state of records without a workflow. */
    private static final String STATELESS = "ACTIVE";

    private final CoreDatabase database;
    private final PersonBook book;
    private final Consents consents;
    private final LiveYears live;
    private final Audit audit;
    private final CoreTexts texts;
    private final PersonCopy copy;

    @Activate
    public PersonRegistryService(
            @Reference CoreDatabase database,
            @Reference PersonBook book,
            @Reference Consents consents,
            @Reference LiveYears live,
            @Reference Audit audit,
            @Reference CoreTexts texts) {
        this.database = database;
        this.book = book;
        this.consents = consents;
        this.live = live;
        this.audit = audit;
        this.texts = texts;
        this.copy = new PersonCopy(book, texts);
    }

    @Override
    public List<Row> list(Caller caller, Query query) {
        PersonScope scope = PersonScope.of(caller, Right.VIEW);
        Document document = null;
        if (!Normal.text(query.number()).isEmpty()) {
            Outcome<Document> typed = Document.parse(query.kind(), query.number(), book.today(), "number");
            if (typed.refused()) {
                return List.of();
            }
            document = typed.result();
        }
        String mobile = Normal.text(query.mobile());
        Query plain = new Query(
                query.kind(),
                null,
                blank(Normal.text(query.name())),
                mobile.isEmpty() ? null : Phone.mobile(mobile).orElse(mobile),
                query.organisation(),
                query.idleIn(),
                query.after(),
                query.limit());
        Document wanted = document;
        return database.read(handle -> new PersonPages(handle, scope)
                .list(plain, book, wanted).stream().map(this::row).toList());
    }

    private static String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    private Row row(PersonPages.Listed listed) {
        PersonRow row = listed.row();
        Person masked = book.masked(row);
        return new Row(
                row.id(),
                masked.maskedName(),
                row.kind(),
                masked.maskedDocument(),
                masked.maskedMobile(),
                listed.organisation(),
                row.gone());
    }

    @Override
    public View get(Caller caller, UUID id) {
        PersonScope scope = PersonScope.of(caller, Right.VIEW);
        return database.read(handle -> {
            PersonPages pages = new PersonPages(handle, scope);
            PersonPages.Listed listed = pages.one(id).orElseThrow(PersonRegistryService::unknown);
            List<Part> parts = pages.parts(id).stream().map(this::live).toList();
            PersonRow row = listed.row();
            return new View(
                    row(listed),
                    row.sex(),
                    row.employment(),
                    row.industry(),
                    row.member(),
                    parts,
                    exclusions(handle, pages, id),
                    Consents.of(handle, scope, id),
                    pages.allParts(id) - parts.size(),
                    mayReveal(handle, caller, id));
        });
    }

    /** With whether it can be opened; records without states of their own are recorded. */
    private Part live(Part part) {
        return new Part(
                part.record(),
                part.programmeId(),
                part.year(),
                part.typeId(),
                part.programme(),
                part.kind(),
                part.from(),
                part.to(),
                part.period(),
                part.organisation(),
                part.state().zh().equals(STATELESS) ? texts.get("participation.recorded") : part.state(),
                part.counted(),
                part.paidFen(),
                part.since(),
                live.has(part.programmeId(), part.year()));
    }

    /** One line for each group and record: of a trip's many days the first. */
    private static List<Exclusion> exclusions(Handle handle, PersonPages pages, UUID person) {
        Map<String, Held> first = new LinkedHashMap<>();
        new HoldRows(handle).of(List.of(person)).forEach(held -> first.putIfAbsent(held.group() + held.record(), held));
        List<Exclusion> all = new ArrayList<>();
        first.values()
                .forEach(held -> all.add(new Exclusion(
                        held.group(),
                        pages.warns(held.group()),
                        held.programme(),
                        held.year(),
                        held.day(),
                        held.organisation(),
                        pages.kinds(held.group(), held.year()))));
        return all;
    }

    private static boolean mayReveal(Handle handle, Caller caller, UUID person) {
        return PersonScope.may(caller, Right.UNMASK)
                && new PersonPages(handle, PersonScope.of(caller, Right.UNMASK))
                        .one(person)
                        .isPresent();
    }

    @Override
    public Row register(Caller caller, PersonDraft draft) {
        PersonScope scope = PersonScope.of(caller, Right.CREATE);
        PersonDraft own = draft.organisation() == null
                ? within(draft, caller.organisation().id())
                : draft;
        ReadyPerson ready = ReadyPerson.of(
                        own, LocalDate.from(book.today()), new ReadyPerson.Names("name", "number", "mobile"))
                .orThrow();
        return database.transact(handle -> {
            reaches(handle, scope, own.organisation());
            UUID id = book.register(caller, List.of(ready)).get(ready.document());
            audit.write(caller, "person.register", "person/" + id, null, Map.of());
            // Somebody registered before may be found under another organisation: nothing of it is told.
            return new PersonPages(handle, PersonScope.of(caller, Right.VIEW))
                    .one(id)
                    .map(this::row)
                    .orElseThrow(PersonRegistryService::unknown);
        });
    }

    private static PersonDraft within(PersonDraft draft, UUID organisation) {
        return new PersonDraft(
                draft.kind(),
                draft.number(),
                draft.name(),
                draft.birthDate(),
                draft.sex(),
                draft.mobile(),
                organisation,
                draft.employment(),
                draft.industry(),
                draft.member());
    }

    private static void reaches(Handle handle, PersonScope scope, UUID organisation) {
        boolean inside = scope.whole()
                || scope.acting().equals(organisation)
                || scope.below()
                        && handle.createQuery("select count(*) from core.organisation o where o.id = :organisation and "
                                                + Within.sql("o.id", ":scope"))
                                        .bind("scope", scope.acting())
                                        .bind("organisation", organisation)
                                        .mapTo(Integer.class)
                                        .one()
                                > 0;
        if (!inside) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    @Override
    public String reveal(Caller caller, UUID id, Detail detail, String reason) {
        PersonScope scope = PersonScope.of(caller, Right.UNMASK);
        return acting(
                caller,
                scope,
                id,
                reason,
                "person.reveal",
                Map.of("detail", detail.name()),
                row -> book.clear(row, detail));
    }

    @Override
    public void copy(Caller caller, UUID id, String reason, OutputStream xlsx) {
        PersonScope scope = PersonScope.of(caller, Right.UNMASK);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        acting(caller, scope, id, reason, "person.copy", Map.of(), row -> {
            copy.write(row, get(caller, id), whole);
            return null;
        });
        try {
            whole.writeTo(xlsx);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void withdraw(Caller caller, UUID person, UUID consent, String reason) {
        PersonScope scope = PersonScope.of(caller, Right.CREATE);
        acting(caller, scope, person, reason, "person.consent.withdraw", Map.of("consent", consent.toString()), row -> {
            if (!consents.withdraw(caller, scope, person, consent)) {
                throw unknown();
            }
            return "";
        });
    }

    private String acting(
            Caller caller,
            PersonScope scope,
            UUID id,
            String reason,
            String action,
            Map<String, String> details,
            Function<PersonRow, String> work) {
        String why = Reasons.mandatory(reason);
        return database.transact(handle -> {
            PersonRow row = new PersonPages(handle, scope)
                    .one(id)
                    .orElseThrow(PersonRegistryService::unknown)
                    .row();
            audit.write(caller, action, "person/" + id, why, details);
            return work.apply(row);
        });
    }

    private static RefusedException unknown() {
        return new RefusedException("CORE-NOT-FOUND", null);
    }
}
