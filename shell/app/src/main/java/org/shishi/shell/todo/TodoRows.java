package org.shishi.shell.todo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Todo;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.State;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.ProgrammeNames;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** To-do items as rows of a table, in the words of the programmes they belong to. */
public final class TodoRows {

    private final LiveProgrammes programmes;
    private final LocalDate today;

    public TodoRows(LiveProgrammes programmes, Clock clock) {
        this.programmes = programmes;
        today = LocalDate.now(clock.withZone(Moments.ZONE));
    }

    public PagedTable<Todo> table(String label) {
        ProgrammeNames names = new ProgrammeNames(programmes);
        PagedTable<Todo> table = new PagedTable<>(
                label,
                List.of(
                        column("todo.what", PagedTable.Width.TEXT, TodoRows::what),
                        column(
                                "todo.programme",
                                PagedTable.Width.TEXT,
                                todo -> Cell.text(names.of(todo.programmeId(), todo.year()))),
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

    private static Cell what(Todo todo) {
        return todo.live()
                ? Cell.link(
                        todo.title(),
                        todo.year() + "/" + todo.programmeId() + "/" + todo.recordType() + "/" + todo.recordId())
                : Cell.text(todo.title());
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

    /** What is to be done, by one person if it is one's, and how far the signatures are. */
    private Cell next(Todo todo) {
        if (!todo.live()) {
            return Cell.text(ShellTexts.t("todo.away"));
        }
        String what = todo.kind() == Todos.Kind.STEP
                ? todo.actions().stream()
                        .map(action -> action(todo, action))
                        .distinct()
                        .collect(Collectors.joining(ShellTexts.t("list.comma")))
                : ShellTexts.t("todo.kind." + todo.kind().name());
        if (todo.asked() > 0 && todo.kind() == Todos.Kind.STEP) {
            what = ShellTexts.t("todo.signing", what, todo.agreed(), todo.asked());
        }
        return Cell.text(todo.holder() == null ? what : ShellTexts.t("todo.held", what, todo.holder()));
    }

    /** A step in the words of its programme; while that is away its name. */
    String action(Todo todo, String action) {
        return live(todo)
                .map(programme ->
                        programme.context().texts().get("action." + action).in(Messages.locale()))
                .orElse(action);
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

    /** Whether a step wants a reason; asked of many it is asked for once. */
    boolean needsReason(Todo todo, String action) {
        return live(todo)
                .flatMap(programme -> type(programme, todo))
                .flatMap(RecordType::workflow)
                .filter(flow -> flow.from(todo.state()).stream()
                        .anyMatch(step -> step.action().equals(action) && step.reasonRequired()))
                .isPresent();
    }
}
