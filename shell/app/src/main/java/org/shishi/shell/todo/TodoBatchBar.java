package org.shishi.shell.todo;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.platform.TodoBatches;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Todo;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Announcer;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.text.ShellTexts;

/** What can be done with the ticked items at once, or with all that the conditions find. */
final class TodoBatchBar extends Div {

    private final transient TodoBatches batches;
    private final transient TodoRows rows;
    private final transient Refusals refusals;
    private final transient Todos.Query query;
    private final Checkbox all;
    private final boolean more;

    /** @param more whether there are further pages */
    TodoBatchBar(TodoBatches batches, TodoRows rows, Refusals refusals, Todos.Query query, boolean more) {
        this.batches = batches;
        this.rows = rows;
        this.refusals = refusals;
        this.query = query;
        this.more = more;
        all = new Checkbox(ShellTexts.t("todo.batch.all", TodoBatches.MOST));
        addClassName("batch-bar");
        setVisible(false);
    }

    void selected(Set<Todo> ticked) {
        removeAll();
        setVisible(!ticked.isEmpty());
        if (ticked.isEmpty()) {
            return;
        }
        String count = ShellTexts.t("todo.batch.selected", ticked.size());
        Announcer.say(count);
        add(new Span(count));
        Map<String, Todo> offered = new LinkedHashMap<>();
        // What belongs to a programme that is away can be ticked, but nothing can be done with it now.
        ticked.stream().filter(Todo::live).forEach(todo -> todo.actions()
                .forEach(action -> offered.putIfAbsent(action, todo)));
        if (offered.isEmpty()) {
            Span none = new Span(ShellTexts.t("todo.batch.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        offered.forEach((action, todo) -> add(new Button(rows.action(todo, action), e -> ask(action, ticked))));
        if (more) {
            add(all);
        }
    }

    private void ask(String action, Set<Todo> ticked) {
        List<Todo> chosen = List.copyOf(ticked);
        Todo first = chosen.stream()
                .filter(todo -> todo.actions().contains(action))
                .findFirst()
                .orElseThrow();
        String verb = rows.action(first, action);
        boolean everything = all.getValue();
        ActionDialog dialog = new ActionDialog(
                everything
                        ? ShellTexts.t("todo.batch.title.all", verb)
                        : ShellTexts.t("todo.batch.title", verb, chosen.size()),
                ShellTexts.t("todo.batch.effect"),
                verb);
        String label = ShellTexts.t("todo.batch.reason");
        boolean needed = chosen.stream().anyMatch(todo -> rows.needsReason(todo, action));
        (needed ? dialog.reasonRequired(label) : dialog.reason(label))
                .open(
                        answer -> {
                            UUID task = everything
                                    ? batches.startAll(CurrentUser.get(), query, action, answer.reason())
                                    : batches.start(
                                            CurrentUser.get(),
                                            chosen.stream().map(Todo::id).toList(),
                                            action,
                                            answer.reason());
                            UI.getCurrent().navigate(TodoBatchPage.path(task));
                        },
                        refusals.words());
    }
}
