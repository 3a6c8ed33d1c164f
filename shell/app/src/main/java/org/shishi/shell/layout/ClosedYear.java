package org.shishi.shell.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.shell.text.ShellTexts;

/** The bar over the pages of a year that takes no new input any more. */
final class ClosedYear {

    private ClosedYear() {}

    static Optional<Div> note(LiveProgramme programme) {
        String key =
                switch (programme.context().edition().state()) {
                    case DRAFT -> "edition.draft";
                    case PUBLISHED -> null;
                    case CLOSED -> "edition.closed";
                    case ARCHIVED -> "edition.archived";
                };
        if (key == null) {
            return Optional.empty();
        }
        Div note = new Div(
                VaadinIcon.LOCK.create(),
                new Span(ShellTexts.t(key, Integer.toString(programme.context().year()))));
        note.addClassNames("note", "note-warning");
        note.getElement().setAttribute("role", "note");
        return Optional.of(note);
    }
}
