package org.shishi.shell.todo;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.TodoBatches;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Todo;
import org.shishi.api.platform.Todos.Urgency;
import org.shishi.api.platform.Todos.View;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.ProgrammeNames;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.text.ShellTexts;

/** What waits for me, for my unit, or is to be read: most urgent first; many at once where they wait for the same step. */
@Component(service = TodoPage.class, scope = ServiceScope.PROTOTYPE)
public final class TodoPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = "todo";
    private static final int ROWS = 50;

    private final transient Todos todos;
    private final transient TodoBatches batches;
    private final transient Refusals refusals;
    private final transient ProgrammeNames names;
    private final transient TodoRows rows;
    private final Select<Urgency> urgency = new Select<>();
    private final Select<String> programme;
    private final TextField text = new TextField(ShellTexts.t("todo.text"));
    private final Div content = new Div();

    @Activate
    public TodoPage(
            @Reference Todos todos,
            @Reference TodoBatches batches,
            @Reference LiveProgrammes programmes,
            @Reference Refusals refusals,
            @Reference Clock clock) {
        super("todo.title");
        this.todos = todos;
        this.batches = batches;
        this.refusals = refusals;
        names = new ProgrammeNames(programmes);
        programme = names.choice();
        rows = new TodoRows(programmes, clock);
        urgency.setLabel(ShellTexts.t("todo.show"));
        urgency.setItems(Urgency.values());
        urgency.setItemLabelGenerator(one -> ShellTexts.t("todo.show." + one.name()));
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Wanted wanted = Wanted.of(event.getLocation().getQueryParameters());
        content.removeAll();
        content.add(TodoTiles.of(todos.counts(CurrentUser.get())), views(wanted), conditions(wanted));
        list(event.getLocation(), wanted);
    }

    private static Div views(Wanted wanted) {
        Div views = new Div();
        views.addClassName("views");
        for (View view : View.values()) {
            Anchor link = Links.to(wanted.show(view).path(), ShellTexts.t("todo.view." + view.name()));
            if (view == wanted.query().view()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            views.add(link);
        }
        return views;
    }

    private QueryBar conditions(Wanted wanted) {
        View view = wanted.query().view();
        urgency.setValue(wanted.query().urgency());
        names.choose(programme, wanted.query().programmeId());
        text.setValue(wanted.query().text() == null ? "" : wanted.query().text());
        QueryBar bar = new QueryBar(() -> go(typed(view)), () -> go(Wanted.of(view, Urgency.ALL)));
        List.of(urgency, programme, text).forEach(bar::condition);
        return bar;
    }

    private Wanted typed(View view) {
        String part = text.getValue().strip();
        return new Wanted(
                new Todos.Query(view, urgency.getValue(), programme.getValue(), part.isEmpty() ? null : part));
    }

    private void list(Location here, Wanted wanted) {
        List<Todo> page = todos.list(
                CurrentUser.get(),
                wanted.query(),
                Paging.after(here.getQueryParameters()).flatMap(Paging::uuid).orElse(null),
                ROWS + 1);
        if (page.isEmpty()) {
            content.add(
                    wanted.narrowed()
                            ? EmptyState.nothingMatches(
                                    () -> go(Wanted.of(wanted.query().view(), Urgency.ALL)))
                            : EmptyState.saying(ShellTexts.t(
                                    "todo.nothing." + wanted.query().view().name())));
            return;
        }
        List<Todo> shown = page.subList(0, Math.min(ROWS, page.size()));
        PagedTable<Todo> table = rows.table(ShellTexts.t("todo.title"));
        if (wanted.query().view() == View.MINE) {
            TodoBatchBar bar = new TodoBatchBar(batches, rows, refusals, wanted.query(), page.size() > ROWS);
            table.selectable(bar::selected);
            content.add(bar);
        }
        table.show(shown);
        content.add(table, Paging.links(here, page, ROWS, Todo::id));
    }

    private static void go(Wanted wanted) {
        UI.getCurrent().navigate(ROUTE, wanted.parameters());
    }
}
