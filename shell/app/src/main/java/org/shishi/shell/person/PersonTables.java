package org.shishi.shell.person;

import java.util.List;
import java.util.stream.Collectors;
import org.shishi.api.money.Yuan;
import org.shishi.api.platform.PersonRegistry.Exclusion;
import org.shishi.api.platform.PersonRegistry.Part;
import org.shishi.api.platform.PersonRegistry.Row;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Persons and what they take part in, as rows. */
public final class PersonTables {

    private PersonTables() {}

    public static PagedTable<Row> persons(boolean linked) {
        return PlainTable.of(
                ShellTexts.t("persons.title"),
                List.of(
                        PlainTable.column(
                                "persons.name",
                                PagedTable.Width.SHORT,
                                row -> linked
                                        ? Cell.link(name(row), PersonsPage.ROUTE + "/" + row.id())
                                        : Cell.text(name(row))),
                        PlainTable.column("persons.document", PagedTable.Width.SHORT, row -> Cell.text(document(row))),
                        PlainTable.column(
                                "persons.mobile", PagedTable.Width.SHORT, row -> Cell.text(text(row.maskedMobile()))),
                        PlainTable.column(
                                "persons.organisation",
                                PagedTable.Width.TEXT,
                                row -> Cell.text(text(row.organisation())))),
                Row::id);
    }

    static PagedTable<Part> parts() {
        return PlainTable.of(
                ShellTexts.t("person.parts"),
                List.of(
                        PlainTable.column("person.part.programme", PagedTable.Width.TEXT, PersonTables::programme),
                        PlainTable.column(
                                "person.part.kind",
                                PagedTable.Width.TEXT,
                                part -> Cell.text(part.kind().in(Messages.locale()))),
                        PlainTable.column("person.part.when", PagedTable.Width.SHORT, part -> Cell.text(when(part))),
                        PlainTable.column(
                                "persons.organisation",
                                PagedTable.Width.TEXT,
                                part -> Cell.text(text(part.organisation()))),
                        PlainTable.column("person.part.state", PagedTable.Width.SHORT, PersonTables::state),
                        PlainTable.column(
                                "person.part.paid",
                                PagedTable.Width.NUMBER,
                                part -> Cell.text(part.paidFen() == 0 ? "" : Yuan.format(part.paidFen())))),
                part -> part.record() + part.kind().zh());
    }

    static PagedTable<Exclusion> exclusions() {
        return PlainTable.of(
                ShellTexts.t("person.exclusions"),
                List.of(
                        PlainTable.column(
                                "person.exclusion.by",
                                PagedTable.Width.TEXT,
                                exclusion -> Cell.text(ShellTexts.t(
                                        "persons.programme.year",
                                        exclusion.programme().in(Messages.locale()),
                                        Integer.toString(exclusion.year())))),
                        PlainTable.column(
                                "person.exclusion.day",
                                PagedTable.Width.SHORT,
                                exclusion -> Cell.text(exclusion.day() == null ? "" : Moments.day(exclusion.day()))),
                        PlainTable.column(
                                "persons.organisation",
                                PagedTable.Width.TEXT,
                                exclusion -> Cell.text(text(exclusion.organisation()))),
                        PlainTable.column(
                                "person.exclusion.from",
                                PagedTable.Width.TEXT,
                                exclusion -> Cell.text(exclusion.kinds().stream()
                                        .map(kind -> kind.in(Messages.locale()))
                                        .collect(Collectors.joining(ShellTexts.t("list.semicolon"))))),
                        PlainTable.column("person.exclusion.effect", PagedTable.Width.SHORT, PersonTables::effect)),
                exclusion -> exclusion.group() + exclusion.programme().zh() + exclusion.year() + exclusion.day());
    }

    private static Cell programme(Part part) {
        String words = ShellTexts.t(
                "persons.programme.year", part.programme().in(Messages.locale()), Integer.toString(part.year()));
        return part.open()
                ? Cell.link(words, part.year() + "/" + part.programmeId() + "/" + part.typeId() + "/" + part.record())
                : Cell.text(ShellTexts.t("person.part.away", words));
    }

    private static String when(Part part) {
        if (part.from() == null) {
            return part.period() == null ? "" : part.period();
        }
        return part.to() == null || part.to().equals(part.from())
                ? Moments.day(part.from())
                : ShellTexts.t("person.part.days", Moments.day(part.from()), Moments.day(part.to()));
    }

    private static Cell state(Part part) {
        String words = part.state().in(Messages.locale());
        return part.counted()
                ? Cell.status(Tone.SUCCESS, "vaadin:check-circle", words)
                : Cell.status(Tone.NEUTRAL, "vaadin:circle-thin", words);
    }

    private static Cell effect(Exclusion exclusion) {
        return exclusion.warns()
                ? Cell.status(Tone.WAITING, "vaadin:info-circle", ShellTexts.t("person.exclusion.warns"))
                : Cell.status(Tone.DANGER, "vaadin:ban", ShellTexts.t("person.exclusion.refuses"));
    }

    static String name(Row row) {
        return row.gone() ? ShellTexts.t("persons.gone") : text(row.maskedName());
    }

    static String document(Row row) {
        String kind = ShellTexts.t("persons.kind." + row.kind());
        return row.gone() ? kind : ShellTexts.t("persons.document.of", kind, row.maskedDocument());
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
