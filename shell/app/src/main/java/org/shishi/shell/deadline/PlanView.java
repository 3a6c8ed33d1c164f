package org.shishi.shell.deadline;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.api.platform.DeadlineCentre.Planned;
import org.shishi.api.platform.DeadlineCentre.PlannedDay;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.ProgrammeNames;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Which reminders will go out, to whom and when: the days first, then one by one. */
final class PlanView extends Div {

    private static final int ROWS = 50;
    private static final int MOST_DAYS = 12;

    /** Where a page goes on. */
    private record After(LocalDate day, UUID deadline) {

        static Optional<After> of(String key) {
            int dot = key.indexOf('.');
            try {
                return dot < 0
                        ? Optional.empty()
                        : Paging.uuid(key.substring(dot + 1))
                                .map(deadline -> new After(LocalDate.parse(key.substring(0, dot)), deadline));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    private final transient ProgrammeNames names;

    PlanView(DeadlineCentre centre, ProgrammeNames names, Location here, Wanted wanted) {
        this.names = names;
        addClassName("stack");
        List<PlannedDay> days = centre.planDays(CurrentUser.get(), wanted.plan());
        if (days.isEmpty()) {
            add(EmptyState.saying(ShellTexts.t("deadlines.plan.nothing")));
            return;
        }
        Optional<After> after = Paging.after(here.getQueryParameters()).flatMap(After::of);
        List<Planned> found = centre.plan(
                CurrentUser.get(),
                wanted.plan(),
                after.map(After::day).orElse(null),
                after.map(After::deadline).orElse(null),
                ROWS + 1);
        Paragraph lead = new Paragraph(ShellTexts.t("deadlines.plan.lead"));
        lead.addClassName("muted");
        PagedTable<Planned> table = table();
        table.show(found.subList(0, Math.min(ROWS, found.size())));
        add(lead, days(days, wanted), table, Paging.links(here, found, ROWS, PlanView::key));
    }

    private static String key(Planned planned) {
        return planned.day() + "." + planned.deadline();
    }

    private static Nav days(List<PlannedDay> days, Wanted wanted) {
        Nav nav = new Nav();
        nav.addClassName("plan-days");
        nav.setAriaLabel(ShellTexts.t("deadlines.plan.days"));
        days.stream().limit(MOST_DAYS).forEach(day -> {
            Anchor link = Links.to(DeadlinesPage.ROUTE, wanted.on(day.day()).parameters(), words(day));
            if (wanted.on(day.day()).equals(wanted)) {
                link.getElement().setAttribute("aria-current", "date");
            }
            nav.add(link);
        });
        return nav;
    }

    private static String words(PlannedDay day) {
        return day.copies() == 0
                ? ShellTexts.t("deadlines.plan.count", Moments.day(day.day()), day.reminders())
                : ShellTexts.t("deadlines.plan.count.copies", Moments.day(day.day()), day.reminders(), day.copies());
    }

    private PagedTable<Planned> table() {
        PagedTable<Planned> table = new PagedTable<>(
                ShellTexts.t("deadlines.view.PLAN"),
                List.of(
                        column("deadlines.plan.title", PagedTable.Width.TEXT, PlanView::title),
                        column("deadlines.plan.day", PagedTable.Width.SHORT, PlanView::day),
                        column("deadlines.plan.to", PagedTable.Width.TEXT, PlanView::to),
                        column("deadlines.plan.copy", PagedTable.Width.TEXT, PlanView::copy),
                        column(
                                "deadlines.programme",
                                PagedTable.Width.TEXT,
                                planned -> names.of(planned.programmeId(), planned.year())),
                        column("deadlines.due", PagedTable.Width.SHORT, planned -> Moments.day(planned.due()))),
                PlanView::key,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        return table;
    }

    private static PagedTable.Column<Planned> column(
            String key, PagedTable.Width width, Function<Planned, String> text) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, planned -> Cell.text(text.apply(planned)));
    }

    private static String title(Planned planned) {
        return planned.title().in(Messages.locale());
    }

    private static String day(Planned planned) {
        String day = Moments.day(planned.day());
        return planned.missed() ? ShellTexts.t("deadlines.plan.missed", day) : day;
    }

    private static String to(Planned planned) {
        return planned.people() == 0
                ? ShellTexts.t("deadlines.plan.nobody", planned.organisation())
                : ShellTexts.t("deadlines.plan.people", planned.organisation(), planned.people());
    }

    private static String copy(Planned planned) {
        return planned.copyTo() == null ? "" : planned.copyTo();
    }
}
