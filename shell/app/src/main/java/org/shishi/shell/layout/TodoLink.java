package org.shishi.shell.layout;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import org.shishi.shell.text.ShellTexts;

/** How much waits for the signed-in person, in the header. */
final class TodoLink extends Anchor {

    private final Span word = new Span(ShellTexts.t("nav.todo"));
    private final Span count = new Span();

    TodoLink() {
        addClassName("todo-link");
        word.addClassName("todo-word");
        count.addClassName("count");
        add(VaadinIcon.TASKS.create(), word, count);
    }

    void count(int open, QueryParameters query) {
        String where = query.getQueryString();
        setHref(where.isEmpty() ? "todo" : "todo?" + where);
        count.setText(Counts.shown(open));
        count.setVisible(open > 0);
        getElement()
                .setAttribute(
                        "aria-label",
                        open == 0 ? ShellTexts.t("todo.none") : ShellTexts.t("todo.some", Counts.shown(open)));
    }
}
