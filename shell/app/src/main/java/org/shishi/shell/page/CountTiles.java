package org.shishi.shell.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.shishi.api.platform.Todos;
import org.shishi.kit.component.Links;
import org.shishi.shell.layout.Counts;
import org.shishi.shell.text.ShellTexts;

/** What waits, in four numbers. */
final class CountTiles extends Div {

    CountTiles(Todos.Counts counts) {
        addClassName("tiles");
        add(
                tile("todo.count.open", counts.open(), VaadinIcon.TASKS, "plain"),
                tile("todo.count.week", counts.dueThisWeek(), VaadinIcon.CALENDAR_CLOCK, "waiting"),
                tile("todo.count.overdue", counts.overdue(), VaadinIcon.EXCLAMATION_CIRCLE_O, "danger"),
                tile("todo.count.returned", counts.returned(), VaadinIcon.ARROW_BACKWARD, "warning"));
    }

    private static Anchor tile(String key, int count, VaadinIcon icon, String tone) {
        Span number = new Span(Counts.shown(count));
        number.addClassName("tile-number");
        Span word = new Span(ShellTexts.t(key));
        word.addClassName("tile-word");
        Anchor tile = Links.around("todo", icon.create(), number, word);
        tile.addClassNames("tile", count == 0 ? "tile-zero" : "tile-" + tone);
        return tile;
    }
}
