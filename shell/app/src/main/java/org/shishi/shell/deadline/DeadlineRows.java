package org.shishi.shell.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.shishi.api.platform.DeadlineCentre.Item;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.ProgrammeNames;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Deadlines as rows of a table. */
final class DeadlineRows {

    private final ProgrammeNames names;
    private final LocalDate today;

    DeadlineRows(ProgrammeNames names, LocalDate today) {
        this.names = names;
        this.today = today;
    }

    PagedTable<Item> table() {
        PagedTable<Item> table = new PagedTable<>(
                ShellTexts.t("deadlines.title"),
                List.of(
                        column("deadlines.what", PagedTable.Width.TEXT, DeadlineRows::what),
                        column("deadlines.organisation", PagedTable.Width.TEXT, item -> Cell.text(item.organisation())),
                        column(
                                "deadlines.programme",
                                PagedTable.Width.TEXT,
                                item -> Cell.text(names.of(item.programmeId(), item.year()))),
                        column("deadlines.due", PagedTable.Width.SHORT, this::due),
                        column(
                                "deadlines.kind",
                                PagedTable.Width.SHORT,
                                item -> Cell.text(ShellTexts.t(item.hard() ? "deadlines.hard" : "deadlines.soft"))),
                        column("deadlines.state", PagedTable.Width.SHORT, DeadlineRows::state)),
                Item::id,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        return table;
    }

    private static PagedTable.Column<Item> column(String key, PagedTable.Width width, Function<Item, Cell> content) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, content);
    }

    private static Cell what(Item item) {
        return Cell.link(item.title().in(Messages.locale()), item.year() + "/" + item.programmeId());
    }

    private Cell due(Item item) {
        return Cell.text(item.doneOn() == null ? Moments.due(item.due(), today) : Moments.day(item.due()));
    }

    static Cell state(Item item) {
        String word = ShellTexts.t("deadlines.state." + item.state().name());
        return switch (item.state()) {
            case OPEN -> new Cell(word, null, "vaadin:hourglass", "status status-waiting");
            case LATE -> new Cell(word, null, "vaadin:exclamation-circle", "status status-danger");
            case DONE ->
                item.doneOn().isAfter(item.due())
                        ? new Cell(
                                ShellTexts.t("deadlines.state.DONE.late", Moments.day(item.doneOn())),
                                null,
                                "vaadin:check",
                                "status status-warning")
                        : new Cell(
                                ShellTexts.t("deadlines.state.DONE.on", Moments.day(item.doneOn())),
                                null,
                                "vaadin:check",
                                "status status-success");
        };
    }
}
