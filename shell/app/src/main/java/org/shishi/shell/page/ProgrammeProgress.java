package org.shishi.shell.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.server.ErrorEvent;
import java.util.List;
import java.util.Optional;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.report.ReportResult.IndicatorValue;
import org.shishi.api.report.Reports;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.IndicatorBar;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.session.Background;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** The year's programmes with their indicators; those that are away say so. Figures come in as they are counted. */
final class ProgrammeProgress {

    private final LiveProgrammes programmes;
    private final ProgrammeAdmin admin;
    private final Reports reports;
    private final Background background;

    ProgrammeProgress(LiveProgrammes programmes, ProgrammeAdmin admin, Reports reports, Background background) {
        this.programmes = programmes;
        this.admin = admin;
        this.reports = reports;
        this.background = background;
    }

    /** Empty for those who have no programmes to see. */
    Optional<Section> show(int year, Caller caller, UI ui) {
        List<LiveProgramme> live = programmes.ofYear(year).stream()
                .filter(p -> caller.may(p.descriptor().id(), Right.VIEW))
                .toList();
        List<ProgrammeStatus> away = admin.programmes().stream()
                .filter(status -> status.year() == year && status.id() != null)
                .filter(status -> isAway(status.state()) && caller.may(status.id(), Right.VIEW))
                .filter(status -> programmes.find(status.id(), year).isEmpty())
                .toList();
        if (live.isEmpty() && away.isEmpty() && !caller.mayAnywhere(Right.VIEW)) {
            return Optional.empty();
        }
        Section section = new Section(new H2(ShellTexts.t("home.programmes", Integer.toString(year))));
        Div cards = new Div();
        cards.addClassName("programme-tiles");
        live.forEach(programme -> cards.add(card(programme, caller, ui)));
        away.forEach(status -> cards.add(away(status, caller, ui)));
        section.add(live.isEmpty() && away.isEmpty() ? EmptyState.saying(ShellTexts.t("nav.programmes.none")) : cards);
        return Optional.of(section);
    }

    private static boolean isAway(ProgrammeStatus.State state) {
        return switch (state) {
            case STOPPED, FAILED, STARTING -> true;
            case RUNNING, REFUSED, REMOVED -> false;
        };
    }

    private Div card(LiveProgramme programme, Caller caller, UI ui) {
        String path = programme.context().year() + "/" + programme.descriptor().id();
        H3 title = new H3(Links.to(path, programme.title().in(Messages.locale())));
        Div figures = new Div(new Paragraph(ShellTexts.t("home.counting")));
        figures.addClassName("tile-figures");
        Div card = new Div(new Icon(programme.descriptor().icon()), title, figures);
        card.addClassName("programme-tile");
        background.run(
                ui,
                () -> reports.indicators(caller, programme.context()),
                values -> fill(figures, values),
                fault -> failed(figures, fault, ui));
        return card;
    }

    private static void fill(Div figures, List<IndicatorValue> values) {
        figures.removeAll();
        if (values.isEmpty()) {
            figures.add(new Paragraph(ShellTexts.t("home.no-indicators")));
        }
        values.forEach(value -> figures.add(new IndicatorBar(value)));
    }

    /** One programme's fault must not take the start page away. */
    private static void failed(Div figures, Exception fault, UI ui) {
        figures.removeAll();
        figures.add(new Paragraph(ShellTexts.t("home.no-figures")));
        if (!(fault instanceof RefusedException) && !(fault instanceof ProgrammeOfflineException)) {
            ui.getSession().getErrorHandler().error(new ErrorEvent(fault));
        }
    }

    /** What was last counted, with its day. */
    private Div away(ProgrammeStatus status, Caller caller, UI ui) {
        Text title = status.title() == null ? Text.same(status.id()) : status.title();
        Div figures = new Div();
        figures.addClassName("tile-figures");
        Div card = new Div(
                new Icon("vaadin:pause"),
                new H3(Links.to(status.year() + "/" + status.id(), title.in(Messages.locale()))),
                new StatusBadge(Tone.NEUTRAL, "vaadin:pause", ShellTexts.t("programme.away")),
                new Paragraph(ShellTexts.t("programme.away.since", Moments.minute(status.since()))),
                figures);
        card.addClassNames("programme-tile", "away");
        background.run(
                ui,
                () -> reports.lastSnapshot(caller, status.id(), status.year()),
                values -> values.forEach(value -> figures.add(new IndicatorBar(value))),
                fault -> failed(figures, fault, ui));
        return card;
    }
}
