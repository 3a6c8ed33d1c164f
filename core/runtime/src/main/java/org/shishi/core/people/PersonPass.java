package org.shishi.core.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.people.Document;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.People.Detail;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.people.ResidentId;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.core.list.ListWords;
import org.shishi.core.list.SheetList;
import org.shishi.core.rule.Verdict;
import org.shishi.core.sheet.TableRows.Cells;

/** One file of persons. Who is known already is found, not entered twice: what differs is told, and stays as it was. */
final class PersonPass implements SheetList.Pass {

    private static final int AT_ONCE = 1_000;
    private static final int LONGEST_INDUSTRY = 20;
    private static final ReadyPerson.Names NAMES = new ReadyPerson.Names("name", "number", "mobile");

    /** A row on its way. */
    private static final class Row {
        private final int number;
        private final List<Violation> faults = new ArrayList<>();
        private final List<Violation> notes = new ArrayList<>();
        /** Null: refused. */
        private ReadyPerson person;

        private Row(int number) {
            this.number = number;
        }
    }

    private final Caller caller;
    private final Handle handle;
    private final PersonBook book;
    private final Organisations organisations;
    private final CoreTexts texts;
    private final PersonScope creates;
    private final PersonScope sees;
    private final Map<String, Optional<Organisation>> places = new HashMap<>();
    private List<Row> read = List.of();

    PersonPass(Caller caller, Handle handle, PersonBook book, Organisations organisations, CoreTexts texts) {
        this.caller = caller;
        this.handle = handle;
        this.book = book;
        this.organisations = organisations;
        this.texts = texts;
        this.creates = PersonScope.of(caller, Right.CREATE);
        this.sees = PersonScope.of(caller, Right.VIEW);
    }

    @Override
    public List<Verdict> check(List<Cells> rows) {
        Map<Document, Row> met = new HashMap<>();
        read = rows.stream().map(cells -> row(cells, met)).toList();
        for (int from = 0; from < read.size(); from += AT_ONCE) {
            compare(read.subList(from, Math.min(read.size(), from + AT_ONCE)));
        }
        return read.stream().map(row -> new Verdict(row.faults, row.notes)).toList();
    }

    private Row row(Cells cells, Map<Document, Row> met) {
        Row row = new Row(cells.number());
        PersonDraft draft = draft(cells, row.faults);
        Outcome<ReadyPerson> ready = ReadyPerson.of(draft, book.today(), NAMES);
        row.faults.addAll(ready.refusals());
        if (row.faults.isEmpty()) {
            Row before = met.putIfAbsent(ready.result().document(), row);
            if (before == null) {
                row.person = ready.result();
            } else {
                row.faults.add(Violation.of("CORE-PERSON-ROW", PersonColumn.NUMBER.field, before.number));
            }
        }
        return row;
    }

    private PersonDraft draft(Cells row, List<Violation> faults) {
        return new PersonDraft(
                PersonColumn.KIND.of(row).isEmpty() ? null : choice(DocumentKind.class, PersonColumn.KIND, row, faults),
                PersonColumn.NUMBER.of(row),
                PersonColumn.NAME.of(row),
                ListWords.day(PersonColumn.BIRTH_DATE.of(row), PersonColumn.BIRTH_DATE.field, faults),
                choice(ResidentId.Sex.class, PersonColumn.SEX, row, faults),
                PersonColumn.MOBILE.of(row),
                place(PersonColumn.ORGANISATION.of(row), faults),
                choice(PersonDraft.Employment.class, PersonColumn.EMPLOYMENT, row, faults),
                industry(row, faults),
                PersonColumn.MEMBER.of(row).isEmpty()
                        ? null
                        : ListWords.yes(PersonColumn.MEMBER.of(row), PersonColumn.MEMBER.field, faults));
    }

    /** Null for an empty cell. */
    private <E extends Enum<E>> E choice(Class<E> type, PersonColumn column, Cells row, List<Violation> faults) {
        String cell = column.of(row);
        return cell.isEmpty() ? null : ListWords.choice(type, cell, column.field, texts, faults);
    }

    private static String industry(Cells row, List<Violation> faults) {
        String code = PersonColumn.INDUSTRY.of(row);
        if (code.length() > LONGEST_INDUSTRY) {
            faults.add(Violation.of("CORE-LENGTH", PersonColumn.INDUSTRY.field, LONGEST_INDUSTRY));
        }
        return code.isEmpty() ? null : code;
    }

    /** The acting organisation for an empty cell. */
    private UUID place(String cell, List<Violation> faults) {
        if (cell.isEmpty()) {
            return caller.organisation().id();
        }
        Optional<Organisation> found =
                places.computeIfAbsent(cell, key -> organisations.byCode(key).or(() -> organisations.byName(key)));
        if (found.filter(this::reached).isEmpty()) {
            faults.add(Violation.of("CORE-ORG-UNKNOWN", PersonColumn.ORGANISATION.field));
            return null;
        }
        return found.get().id();
    }

    private boolean reached(Organisation place) {
        return creates.whole()
                || place.id().equals(creates.acting())
                || creates.below() && place.path().contains(creates.acting() + "/");
    }

    /** With those who are known. */
    private void compare(List<Row> rows) {
        List<Row> good = rows.stream().filter(row -> row.person != null).toList();
        Map<Document, UUID> known =
                book.find(good.stream().map(row -> row.person.document()).toList());
        Map<UUID, PersonRow> stored = new PersonRows(handle).byIds(known.values());
        Set<UUID> seen = new PersonPages(handle, sees).seen(known.values());
        for (Row row : good) {
            UUID id = known.get(row.person.document());
            if (id != null && !seen.contains(id)) {
                row.person = null;
                row.faults.add(Violation.of("CORE-PERSON-ELSEWHERE", PersonColumn.NUMBER.field));
            } else if (id != null) {
                differences(row, stored.get(id));
            }
        }
    }

    private void differences(Row row, PersonRow stored) {
        String mobile = book.clear(stored, Detail.MOBILE);
        row.notes.add(Violation.of("CORE-PERSON-KNOWN", PersonColumn.NUMBER.field));
        if (!Objects.equals(book.clear(stored, Detail.NAME), row.person.name())) {
            row.notes.add(Violation.of("CORE-PERSON-NAME", PersonColumn.NAME.field));
        }
        if (mobile != null && row.person.mobile() != null && !mobile.equals(row.person.mobile())) {
            row.notes.add(Violation.of("CORE-PERSON-MOBILE", PersonColumn.MOBILE.field));
        }
    }

    @Override
    public void save() {
        List<ReadyPerson> good =
                read.stream().map(row -> row.person).filter(Objects::nonNull).toList();
        for (int from = 0; from < good.size(); from += AT_ONCE) {
            book.register(caller, good.subList(from, Math.min(good.size(), from + AT_ONCE)));
        }
    }
}
