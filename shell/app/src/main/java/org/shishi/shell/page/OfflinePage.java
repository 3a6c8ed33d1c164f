package org.shishi.shell.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.text.Text;
import org.shishi.kit.component.Links;
import org.shishi.kit.session.KeptDraft;
import org.shishi.shell.layout.MainLayout;
import org.shishi.shell.live.Away;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.ProgrammePlace;
import org.shishi.shell.live.StandIn;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/**
 * Shown at every address of a programme that is away: which one, since when, that its data is safe, the way home. The
 * address stays, so that its visitor is back where they were when the programme returns. Also an address of its own,
 * {@code offline/2026/basket}, for pages that find their programme gone.
 */
@Component(service = OfflinePage.class, scope = ServiceScope.PROTOTYPE)
@ParentLayout(MainLayout.class)
public final class OfflinePage extends ShellPage
        implements BeforeEnterObserver, HasErrorParameter<ProgrammeOfflineException>, StandIn {

    private final transient LiveProgrammes programmes;
    private final transient Away away;
    private final Div content = new Div();

    @Activate
    public OfflinePage(@Reference LiveProgrammes programmes, @Reference Away away) {
        super("offline.title");
        this.programmes = programmes;
        this.away = away;
        content.addClassName("stand-in");
        add(content);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<ProgrammeOfflineException> parameter) {
        ProgrammeOfflineException gone = parameter.getException();
        show(gone.programmeId(), gone.year());
        if (KeptDraft.waits(event.getLocation().getPath())) {
            content.add(new Paragraph(ShellTexts.t("offline.draft")));
        }
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ProgrammePlace place = ProgrammePlace.in(event.getLocation()).orElse(null);
        boolean own = event.getLocation().getFirstSegment().equals(ProgrammePlace.OFFLINE);
        if (place == null) {
            event.rerouteToError(NotFoundException.class);
        } else if (programmes.find(place.id(), place.year()).isEmpty()) {
            show(place.id(), place.year());
        } else if (own) {
            event.forwardTo(place.year() + "/" + place.id());
        } else if (event.getNavigationTarget() == OfflinePage.class && !event.isErrorEvent()) {
            // It runs, and knows no such address.
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(String id, int year) {
        Away.Known known = away.find(id, year).orElseGet(() -> new Away.Known(Text.same(id), null, false));
        heading(ShellTexts.t(
                "offline.heading", ShellTexts.t("offline.programme", known.title(), Integer.toString(year))));
        Paragraph since = new Paragraph(
                known.since() == null
                        ? ShellTexts.t("offline.since.unknown")
                        : ShellTexts.t("offline.since", Moments.minute(known.since())));
        since.addClassName("lead");
        Paragraph safe = new Paragraph(new Icon("vaadin:shield"), new Span(ShellTexts.t("offline.safe")));
        safe.addClassName("offline-safe");
        content.removeAll();
        content.add(
                since,
                safe,
                new Paragraph(ShellTexts.t(known.removed() ? "offline.removed" : "offline.back")),
                Links.primary("", "vaadin:home-o", ShellTexts.t("offline.home")));
    }
}
