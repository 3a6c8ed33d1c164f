package org.shishi.shell.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.shishi.kit.component.Links;
import org.shishi.shell.layout.Counts;
import org.shishi.shell.text.ShellTexts;

/** How much there is, in a few numbers that lead to the list of what they count. */
public final class CountTiles extends Div {

    /** What a number says about itself; nothing is calm whatever it counts. */
    public enum Mood {
        PLAIN,
        WAITING,
        WARNING,
        DANGER;

        private String css() {
            return "tile-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public CountTiles() {
        addClassName("tiles");
    }

    /** @param key text below the number @param path where the counted stands */
    public CountTiles tile(String key, int count, VaadinIcon icon, Mood mood, String path) {
        Span number = new Span(Counts.shown(count));
        number.addClassName("tile-number");
        Span word = new Span(ShellTexts.t(key));
        word.addClassName("tile-word");
        Anchor tile = Links.around(path, icon.create(), number, word);
        tile.addClassNames("tile", count == 0 ? "tile-zero" : mood.css());
        add(tile);
        return this;
    }
}
