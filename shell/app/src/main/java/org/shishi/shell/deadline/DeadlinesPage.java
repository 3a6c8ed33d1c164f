package org.shishi.shell.deadline;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.CountTiles;
import org.shishi.shell.page.CountTiles.Mood;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.ProgrammeNames;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Who owes what by when: as a list, as a month, and how reliably each organisation keeps its days. */
@Component(service = DeadlinesPage.class, scope = ServiceScope.PROTOTYPE)
public final class DeadlinesPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = "deadlines";
    private static final int ROWS = 50;

    private final transient DeadlineCentre centre;
    private final transient WorkingCalendar calendar;
    private final transient Refusals refusals;
    private final transient ProgrammeNames names;
    private final transient LocalDate today;
    private final Select<DeadlineCentre.State> state = new Select<>();
    private final Select<String> programme;
    private final DatePicker from = BuiltIn.speak(new DatePicker(ShellTexts.t("deadlines.from")));
    private final DatePicker to = BuiltIn.speak(new DatePicker(ShellTexts.t("deadlines.to")));
    private final TextField organisation = new TextField(ShellTexts.t("deadlines.organisation"));
    private final Div content = new Div();

    @Activate
    public DeadlinesPage(
            @Reference DeadlineCentre centre,
            @Reference LiveProgrammes programmes,
            @Reference WorkingCalendar calendar,
            @Reference Refusals refusals,
            @Reference Clock clock) {
        super("deadlines.title");
        this.centre = centre;
        this.calendar = calendar;
        this.refusals = refusals;
        names = new ProgrammeNames(programmes);
        today = LocalDate.now(clock.withZone(Moments.ZONE));
        programme = names.choice();
        state.setLabel(ShellTexts.t("deadlines.state"));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(ShellTexts.t("all"));
        state.setItems(DeadlineCentre.State.values());
        state.setItemLabelGenerator(
                one -> one == null ? ShellTexts.t("all") : ShellTexts.t("deadlines.state." + one.name()));
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Wanted wanted = Wanted.of(event.getLocation().getQueryParameters(), today);
        content.removeAll();
        // The same two fields: the days on which something is due, or on which something goes out.
        boolean plan = wanted.view() == Wanted.View.PLAN;
        from.setLabel(ShellTexts.t(plan ? "deadlines.plan.from" : "deadlines.from"));
        to.setLabel(ShellTexts.t(plan ? "deadlines.plan.until" : "deadlines.to"));
        content.add(tiles(centre.counts(CurrentUser.get())), views(wanted));
        switch (wanted.view()) {
            case LIST -> list(event.getLocation(), wanted);
            case MONTH -> month(wanted);
            case RANKING -> ranking(wanted);
            case PLAN -> plan(event.getLocation(), wanted);
        }
    }

    private CountTiles tiles(DeadlineCentre.Counts counts) {
        return new CountTiles()
                .tile(
                        "deadlines.count.open",
                        counts.open(),
                        VaadinIcon.CALENDAR_CLOCK,
                        Mood.PLAIN,
                        ROUTE + "?state=open")
                .tile(
                        "deadlines.count.week",
                        counts.dueThisWeek(),
                        VaadinIcon.HOURGLASS,
                        Mood.WAITING,
                        ROUTE + "?state=open&to=" + today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
                .tile(
                        "deadlines.count.late",
                        counts.late(),
                        VaadinIcon.EXCLAMATION_CIRCLE_O,
                        Mood.DANGER,
                        ROUTE + "?state=late");
    }

    private static Div views(Wanted wanted) {
        Div views = new Div();
        views.addClassName("views");
        for (Wanted.View view : Wanted.View.values()) {
            Anchor link =
                    Links.to(ROUTE, wanted.show(view).parameters(), ShellTexts.t("deadlines.view." + view.name()));
            if (view == wanted.view()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            views.add(link);
        }
        return views;
    }

    private void list(Location here, Wanted wanted) {
        state.setValue(wanted.query().state());
        names.choose(programme, wanted.query().programmeId());
        from.setValue(wanted.query().from());
        to.setValue(wanted.query().to());
        organisation.setValue(
                wanted.query().organisation() == null ? "" : wanted.query().organisation());
        QueryBar bar = new QueryBar(() -> go(typed(wanted)), () -> go(wanted.without()));
        List.of(state, programme, from, to, organisation).forEach(bar::condition);
        if (!organisation.isEmpty()) {
            bar.unfold(organisation);
        }
        content.add(bar);
        List<DeadlineCentre.Item> found = centre.list(
                CurrentUser.get(),
                wanted.query(),
                Paging.after(here.getQueryParameters()).flatMap(Paging::uuid).orElse(null),
                ROWS + 1);
        if (found.isEmpty()) {
            content.add(
                    wanted.narrowed()
                            ? EmptyState.nothingMatches(() -> go(wanted.without()))
                            : EmptyState.saying(ShellTexts.t("deadlines.nothing")));
            return;
        }
        PagedTable<DeadlineCentre.Item> table = new DeadlineRows(names, today).table();
        table.show(found.subList(0, Math.min(ROWS, found.size())));
        content.add(table, Paging.links(here, found, ROWS, DeadlineCentre.Item::id));
    }

    private Wanted typed(Wanted wanted) {
        return wanted.asking(new DeadlineCentre.Query(
                state.getValue(),
                programme.getValue(),
                from.getValue(),
                to.getValue(),
                organisation.getValue().isBlank()
                        ? null
                        : organisation.getValue().strip()));
    }

    private void month(Wanted wanted) {
        YearMonth month = wanted.month();
        List<DeadlineCentre.Item> found = centre.list(
                CurrentUser.get(),
                new DeadlineCentre.Query(null, null, month.atDay(1), month.atEndOfMonth(), null),
                null,
                MonthTable.MOST);
        content.add(MonthTable.head(wanted));
        if (found.isEmpty()) {
            Paragraph nothing = new Paragraph(ShellTexts.t("deadlines.month.nothing"));
            nothing.addClassName("muted");
            content.add(nothing);
        }
        content.add(MonthTable.of(month, today, found, calendar));
    }

    private void ranking(Wanted wanted) {
        names.choose(programme, wanted.query().programmeId());
        from.setValue(wanted.query().from());
        to.setValue(wanted.query().to());
        QueryBar bar = new QueryBar(() -> go(typed(wanted)), () -> go(wanted.without()));
        List.of(programme, from, to).forEach(bar::condition);
        content.add(bar);
        List<DeadlineCentre.Punctuality> kept = centre.punctuality(
                CurrentUser.get(),
                wanted.query().programmeId(),
                wanted.query().from(),
                wanted.query().to(),
                200);
        if (kept.isEmpty()) {
            content.add(EmptyState.saying(ShellTexts.t("deadlines.ranking.nothing")));
            return;
        }
        content.add(PunctualityRows.table(kept, wanted));
    }

    private void plan(Location here, Wanted wanted) {
        names.choose(programme, wanted.query().programmeId());
        from.setValue(wanted.query().from());
        to.setValue(wanted.query().to());
        organisation.setValue(
                wanted.query().organisation() == null ? "" : wanted.query().organisation());
        QueryBar bar = new QueryBar(() -> go(typed(wanted)), () -> go(wanted.without()));
        List.of(programme, from, to, organisation).forEach(bar::condition);
        if (!organisation.isEmpty()) {
            bar.unfold(organisation);
        }
        content.add(bar);
        try {
            content.add(new PlanView(centre, names, here, wanted));
        } catch (RefusedException e) {
            content.add(EmptyState.saying(String.join("", refusals.words().of(e.violations()))));
        }
    }

    private static void go(Wanted wanted) {
        QueryParameters parameters = wanted.parameters();
        UI.getCurrent().navigate(ROUTE, parameters);
    }
}
