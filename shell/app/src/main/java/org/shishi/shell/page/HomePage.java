package org.shishi.shell.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.Todos;
import org.shishi.api.report.Reports;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.layout.Years;
import org.shishi.shell.live.FollowsProgrammes;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.OpenUis;
import org.shishi.shell.session.Background;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;
import org.shishi.shell.todo.TodoRows;
import org.shishi.shell.todo.TodoTiles;

/** The first page: what waits for me, and how far the year's programmes are. */
@Component(service = HomePage.class, scope = ServiceScope.PROTOTYPE)
public final class HomePage extends ShellPage implements BeforeEnterObserver, FollowsProgrammes {

    private static final int FIRST_TODOS = 6;
    private static final int NOON = 12;
    private static final int EVENING = 18;

    private final transient Todos todos;
    private final transient TodoRows rows;
    private final transient Years years;
    private final transient ProgrammeProgress progress;
    private final Div content = new Div();

    @Activate
    public HomePage(
            @Reference Todos todos,
            @Reference Reports reports,
            @Reference LiveProgrammes programmes,
            @Reference ProgrammeAdmin admin,
            @Reference Background background,
            @Reference Clock clock) {
        super("nav.home");
        this.todos = todos;
        rows = new TodoRows(programmes, clock);
        years = new Years(programmes, clock);
        progress = new ProgrammeProgress(programmes, admin, reports, background);
        Caller caller = CurrentUser.get();
        heading(ShellTexts.t(greeting(LocalTime.now(clock.withZone(Moments.ZONE))), caller.name()));
        lead("home.lead", caller.organisation().name());
        content.addClassName("home");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getUI(), event.getLocation());
    }

    @Override
    public void programmesChanged() {
        getUI().ifPresent(ui -> show(ui, OpenUis.location(ui)));
    }

    private void show(UI ui, Location location) {
        content.removeAll();
        Caller caller = CurrentUser.get();
        content.add(TodoTiles.of(todos.counts(caller)), myTodos(caller));
        progress.show(years.of(location), caller, ui).ifPresent(content::add);
    }

    private Section myTodos(Caller caller) {
        Section section = new Section(new H2(ShellTexts.t("home.todo")));
        List<Todos.Todo> first = todos.list(caller, Todos.Query.ALL_MINE, null, FIRST_TODOS);
        if (first.isEmpty()) {
            section.add(EmptyState.saying(ShellTexts.t("todo.nothing.MINE")));
            return section;
        }
        PagedTable<Todos.Todo> table = rows.table(ShellTexts.t("home.todo"));
        table.show(first);
        section.add(table, Links.button("todo", "vaadin:arrow-right", ShellTexts.t("home.todo.all")));
        return section;
    }

    static String greeting(LocalTime now) {
        if (now.getHour() < NOON) {
            return "home.morning";
        }
        return now.getHour() < EVENING ? "home.afternoon" : "home.evening";
    }

    @Override
    public String getPageTitle() {
        return ShellTexts.t("page.title", ShellTexts.t("nav.home"));
    }
}
