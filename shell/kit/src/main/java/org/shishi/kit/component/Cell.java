package org.shishi.kit.component;

import org.shishi.api.workflow.State;
import org.shishi.api.workflow.Tone;

/**
 * What stands in one cell of a table. Plain data, rendered in the browser: a page of rows costs the server no components.
 *
 * @param text the words
 * @param path where it leads; null: nowhere
 * @param icon Vaadin icon name before the words; null: none
 * @param css class names; null: none
 */
public record Cell(String text, String path, String icon, String css) {

    public static Cell text(String text) {
        return new Cell(text, null, null, null);
    }

    public static Cell link(String text, String path) {
        return new Cell(text, path, null, null);
    }

    /** As {@link StatusBadge}. */
    public static Cell status(State state, String word) {
        return status(state.tone(), state.icon(), word);
    }

    /** The same for what is no state of a workflow. */
    public static Cell status(Tone tone, String icon, String word) {
        return new Cell(word, null, icon, "status " + StatusBadge.css(tone));
    }
}
