package org.shishi.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.Mask;
import org.shishi.api.people.People.Detail;
import org.shishi.api.people.Person;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.people.ResidentId;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.text.Normal;
import org.shishi.core.list.ListWords;
import org.shishi.core.list.SheetList;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.sheet.TableRows.Cells;

/** The registry as a sheet. What is kept of a sheet for its preview is masked; only the file itself knows more, for a day. */
@Component(service = PersonSheet.class)
public final class PersonSheet implements SheetList {

    private static final int PAGE = 1_000;
    private static final int RESIDENT_ID = 18;

    private final CoreDatabase database;
    private final PersonBook book;
    private final Organisations organisations;
    private final CoreTexts texts;

    @Activate
    public PersonSheet(
            @Reference CoreDatabase database,
            @Reference PersonBook book,
            @Reference Organisations organisations,
            @Reference CoreTexts texts) {
        this.database = database;
        this.book = book;
        this.organisations = organisations;
        this.texts = texts;
    }

    @Override
    public ListSheets.Kind kind() {
        return ListSheets.Kind.PERSONS;
    }

    @Override
    public String title() {
        return "人员";
    }

    @Override
    public List<ListSheets.Column> columns() {
        return PersonColumn.all();
    }

    @Override
    public List<String> choices(ListSheets.Column column) {
        return switch (column.field()) {
            case "documentKind" -> ListWords.words(DocumentKind.class, texts);
            case "sex" -> ListWords.words(ResidentId.Sex.class, texts);
            case "employment" -> ListWords.words(PersonDraft.Employment.class, texts);
            case "member" -> ListWords.yesOrNo();
            default -> List.of();
        };
    }

    @Override
    public void require(Caller caller) {
        PersonScope.of(caller, Right.CREATE);
    }

    @Override
    public void requireExport(Caller caller) {
        PersonScope.of(caller, Right.VIEW);
    }

    @Override
    public void requireClear(Caller caller) {
        PersonScope.of(caller, Right.UNMASK);
    }

    @Override
    public String shown(Cells row, int column) {
        String text = row.at(column);
        return switch (PersonColumn.values()[column]) {
            case NUMBER -> Normal.id(text).length() == RESIDENT_ID ? Mask.residentId(text) : Mask.otherDocument(text);
            case NAME -> Mask.name(text);
            case MOBILE -> Mask.mobile(text);
            case BIRTH_DATE -> "*".repeat(text.length());
            default -> text;
        };
    }

    @Override
    public Pass open(Caller caller, Handle handle, boolean saving) {
        return new PersonPass(caller, handle, book, organisations, texts);
    }

    @Override
    public void export(Caller caller, Consumer<List<String>> rows) {
        export(caller, null, rows);
    }

    /** @param idleIn only who takes part in nothing in this year; null: all */
    public void export(Caller caller, Integer idleIn, Consumer<List<String>> rows) {
        PersonScope scope = PersonScope.of(caller, Right.VIEW);
        each(scope, idleIn, listed -> {
            Person masked = book.masked(listed.row());
            rows.accept(cells(
                    listed, new Shown(masked.maskedDocument(), masked.maskedName(), masked.maskedMobile(), null)));
        });
    }

    @Override
    public void exportClear(Caller caller, Consumer<List<String>> rows) {
        exportClear(caller, null, rows);
    }

    /** See {@link #export(Caller, Integer, Consumer)}. */
    public void exportClear(Caller caller, Integer idleIn, Consumer<List<String>> rows) {
        PersonScope scope = PersonScope.of(caller, Right.UNMASK);
        each(scope, idleIn, listed -> {
            PersonRow row = listed.row();
            rows.accept(cells(
                    listed,
                    new Shown(
                            book.clear(row, Detail.RESIDENT_ID),
                            book.clear(row, Detail.NAME),
                            book.clear(row, Detail.MOBILE),
                            book.birthDate(row))));
        });
    }

    private void each(PersonScope scope, Integer idleIn, Consumer<PersonPages.Listed> work) {
        UUID[] after = new UUID[1];
        List<PersonPages.Listed> page;
        do {
            page = database.read(handle -> new PersonPages(handle, scope).page(idleIn, after[0], PAGE));
            page.forEach(work);
            after[0] = page.isEmpty() ? null : page.getLast().row().id();
        } while (page.size() == PAGE);
    }

    /** What stands of the person itself. */
    private record Shown(String number, String name, String mobile, String birthDate) {

        /** May be in clear. */
        @Override
        public String toString() {
            return "Shown[" + Mask.name(name) + "]";
        }
    }

    private List<String> cells(PersonPages.Listed listed, Shown shown) {
        PersonRow row = listed.row();
        List<String> cells = new ArrayList<>(List.of(
                texts.get("DocumentKind." + row.kind()).zh(),
                shown.number(),
                shown.name(),
                text(shown.mobile()),
                text(listed.organisation()),
                text(shown.birthDate()),
                row.sex() == null ? "" : texts.get("Sex." + row.sex()).zh(),
                row.employment() == null
                        ? ""
                        : texts.get("Employment." + row.employment()).zh(),
                text(row.industry()),
                row.member() == null ? "" : ListWords.yes(row.member())));
        return cells;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
