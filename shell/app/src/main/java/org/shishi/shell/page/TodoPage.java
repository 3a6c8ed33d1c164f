package org.shishi.shell.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.Todos;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.text.ShellTexts;

/** Everything that waits for the signed-in person, most urgent first. */
@Component(service = TodoPage.class, scope = ServiceScope.PROTOTYPE)
public final class TodoPage extends ShellPage implements BeforeEnterObserver {

    private static final String PROGRAMME = "programme";
    private static final int ROWS = 50;

    private final transient Todos todos;
    private final transient LiveProgrammes programmes;
    private final transient TodoRows rows;
    private final Div content = new Div();

    @Activate
    public TodoPage(@Reference Todos todos, @Reference LiveProgrammes programmes, @Reference Clock clock) {
        super("todo.title");
        this.todos = todos;
        this.programmes = programmes;
        rows = new TodoRows(programmes, clock);
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String programme = query.getSingleParameter(PROGRAMME).orElse(null);
        content.removeAll();
        content.add(new CountTiles(todos.counts(CurrentUser.get())), filter(programme));
        List<Todos.Todo> page = todos.list(
                CurrentUser.get(),
                programme,
                Paging.after(query).flatMap(Paging::uuid).orElse(null),
                ROWS + 1);
        if (page.isEmpty()) {
            content.add(
                    programme == null
                            ? EmptyState.saying(ShellTexts.t("todo.nothing"))
                            : EmptyState.nothingMatches(() -> UI.getCurrent().navigate("todo")));
            return;
        }
        PagedTable<Todos.Todo> table = rows.table(ShellTexts.t("todo.title"));
        table.show(page.subList(0, Math.min(ROWS, page.size())));
        content.add(table, Paging.links(event.getLocation(), page, ROWS, Todos.Todo::id));
    }

    private Select<String> filter(String chosen) {
        Map<String, String> titles = new TreeMap<>();
        programmes.years().stream()
                .flatMap(year -> programmes.ofYear(year).stream())
                .forEach(live -> titles.putIfAbsent(live.descriptor().id(), title(live)));
        if (chosen != null) {
            titles.putIfAbsent(chosen, chosen);
        }
        Select<String> filter = new Select<>();
        filter.setLabel(ShellTexts.t("todo.programme"));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(ShellTexts.t("all"));
        filter.setItems(titles.keySet());
        filter.setItemLabelGenerator(id -> id == null ? ShellTexts.t("all") : titles.get(id));
        filter.setValue(chosen);
        filter.addValueChangeListener(e -> {
            QueryParameters query =
                    e.getValue() == null ? QueryParameters.empty() : QueryParameters.of(PROGRAMME, e.getValue());
            UI.getCurrent().navigate("todo", query);
        });
        filter.addClassName("page-filter");
        return filter;
    }

    private static String title(LiveProgramme live) {
        return live.title().in(Messages.locale());
    }
}
