package org.shishi.shell.deadline;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.kit.component.Links;
import org.shishi.shell.text.ShellTexts;

/** What is owed, in three numbers. */
final class DeadlineTiles {

    private DeadlineTiles() {}

    static Div of(DeadlineCentre.Counts counts) {
        Div tiles = new Div(
                tile("deadlines.count.open", counts.open(), VaadinIcon.CALENDAR_CLOCK, "plain", "open"),
                tile("deadlines.count.week", counts.dueThisWeek(), VaadinIcon.HOURGLASS, "waiting", "open"),
                tile("deadlines.count.late", counts.late(), VaadinIcon.EXCLAMATION_CIRCLE_O, "danger", "late"));
        tiles.addClassName("tiles");
        return tiles;
    }

    private static Anchor tile(String key, int count, VaadinIcon icon, String tone, String state) {
        Span number = new Span(Integer.toString(count));
        number.addClassName("tile-number");
        Span word = new Span(ShellTexts.t(key));
        word.addClassName("tile-word");
        Anchor tile = Links.around(DeadlinesPage.ROUTE + "?state=" + state, icon.create(), number, word);
        tile.addClassNames("tile", count == 0 ? "tile-zero" : "tile-" + tone);
        return tile;
    }
}
