package org.shishi.shell.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.shishi.api.platform.CalendarAdmin.Moved;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.shell.page.ProgrammeNames;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Which days of open things follow another calendar: before it counts, and when it does. */
final class CalendarMoves {

    private static final int MOST = 100;

    private CalendarMoves() {}

    /** How many due days of to-do items are among them. */
    static int todos(List<Moved> moves) {
        return moves.stream()
                .filter(move -> move.kind() == Moved.Kind.TODO)
                .mapToInt(Moved::count)
                .sum();
    }

    /** Not visible when nothing moves. */
    static Div table(String title, List<Moved> moves, ProgrammeNames names) {
        PagedTable<Moved> table = new PagedTable<>(
                title,
                List.of(
                        column("calendars.moves.what", PagedTable.Width.TEXT, move -> what(move, names)),
                        column("calendars.moves.from", PagedTable.Width.SHORT, move -> day(move.from())),
                        column("calendars.moves.to", PagedTable.Width.SHORT, move -> day(move.to())),
                        column(
                                "calendars.moves.count",
                                PagedTable.Width.NUMBER,
                                move -> Integer.toString(move.count()))),
                move -> move,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        table.show(moves.subList(0, Math.min(MOST, moves.size())));
        Div box = new Div(new H3(title), table);
        if (moves.size() > MOST) {
            box.add(new Paragraph(ShellTexts.t("calendars.moves.more", moves.size() - MOST)));
        }
        box.addClassName("table-box");
        box.setVisible(!moves.isEmpty());
        return box;
    }

    private static PagedTable.Column<Moved> column(String key, PagedTable.Width width, Function<Moved, String> text) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, move -> Cell.text(text.apply(move)));
    }

    private static String what(Moved move, ProgrammeNames names) {
        return ShellTexts.t("calendars.moves." + move.kind(), names.of(move.programmeId(), move.year()));
    }

    private static String day(LocalDate day) {
        return day == null ? ShellTexts.t("calendars.moves.none") : Moments.day(day);
    }
}
