package org.shishi.shell.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.Todos.Todo;
import org.shishi.api.record.RecordType;
import org.shishi.api.text.Texts;
import org.shishi.api.workflow.State;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** To-do items as rows of a table, in the words of the programmes they belong to. */
final class TodoRows {

    private final LiveProgrammes programmes;
    private final LocalDate today;

    TodoRows(LiveProgrammes programmes, Clock clock) {
        this.programmes = programmes;
        today = LocalDate.now(clock.withZone(Moments.ZONE));
    }

    PagedTable<Todo> table(String label) {
        PagedTable<Todo> table = new PagedTable<>(
                label,
                List.of(
                        column("todo.what", PagedTable.Width.TEXT, this::what),
                        column("todo.programme", PagedTable.Width.TEXT, this::programme),
                        column("todo.state", PagedTable.Width.SHORT, this::state),
                        column("todo.next", PagedTable.Width.TEXT, this::next),
                        column("todo.due", PagedTable.Width.SHORT, this::due),
                        column("todo.since", PagedTable.Width.SHORT, todo -> Cell.text(Moments.minute(todo.since())))),
                Todo::id,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        return table;
    }

    private static PagedTable.Column<Todo> column(String key, PagedTable.Width width, Function<Todo, Cell> content) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, content);
    }

    private Cell what(Todo todo) {
        return todo.live()
                ? Cell.link(
                        todo.title(),
                        todo.year() + "/" + todo.programmeId() + "/" + todo.recordType() + "/" + todo.recordId())
                : Cell.text(todo.title());
    }

    private Cell programme(Todo todo) {
        String year = Integer.toString(todo.year());
        return Cell.text(live(todo)
                .map(programme -> ShellTexts.t("todo.programme.year", programme.title(), year))
                .orElseGet(() -> ShellTexts.t("todo.programme.year", away(todo), year)));
    }

    private Object away(Todo todo) {
        return programmes
                .departure(todo.programmeId(), todo.year())
                .<Object>map(departure -> departure.title())
                .orElse(todo.programmeId());
    }

    private Cell state(Todo todo) {
        if (!todo.live()) {
            return new Cell(ShellTexts.t("todo.parked"), null, "vaadin:pause", "status status-neutral");
        }
        Optional<Cell> state = live(todo)
                .flatMap(programme -> type(programme, todo).flatMap(type -> StatusBadge.state(type, todo.state())
                        .map(known -> badge(programme, type, known, todo))));
        return state.orElseGet(() -> Cell.text(todo.state()));
    }

    private static Cell badge(LiveProgramme programme, RecordType<?> type, State state, Todo todo) {
        String word = StatusBadge.word(type, state.name(), programme.context().texts(), Messages.locale());
        return todo.returned()
                ? new Cell(ShellTexts.t("todo.returned", word), null, "vaadin:arrow-backward", "status status-warning")
                : Cell.status(state, word);
    }

    private Cell next(Todo todo) {
        return Cell.text(live(todo)
                .map(programme -> actions(programme.context().texts(), todo))
                .orElse(""));
    }

    private static String actions(Texts texts, Todo todo) {
        return todo.actions().stream()
                .map(action -> texts.get("action." + action).in(Messages.locale()))
                .distinct()
                .collect(Collectors.joining(ShellTexts.t("list.comma")));
    }

    private Cell due(Todo todo) {
        if (todo.due() == null) {
            return Cell.text(ShellTexts.t("due.none"));
        }
        String words = Moments.due(todo.due(), today);
        return todo.due().isBefore(today)
                ? new Cell(words, null, "vaadin:exclamation-circle", "due due-over")
                : Cell.text(words);
    }

    private Optional<LiveProgramme> live(Todo todo) {
        return programmes.find(todo.programmeId(), todo.year());
    }

    private static Optional<RecordType<?>> type(LiveProgramme programme, Todo todo) {
        return programme.descriptor().record(todo.recordType());
    }
}
