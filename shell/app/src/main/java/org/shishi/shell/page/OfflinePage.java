package org.shishi.shell.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.text.Text;
import org.shishi.kit.component.Links;
import org.shishi.shell.live.Departure;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.ProgrammePlace;
import org.shishi.shell.live.StandIn;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/**
 * Shown at every address of a programme that is away: which one, since when, that its data is safe, the way home. The
 * address stays, so that its visitor is back where they were when the programme returns.
 */
@Component(service = OfflinePage.class, scope = ServiceScope.PROTOTYPE)
public final class OfflinePage extends ShellPage implements BeforeEnterObserver, StandIn {

    private record Known(Text title, Instant since, boolean removed) {}

    private final transient LiveProgrammes programmes;
    private final transient ProgrammeAdmin admin;
    private final Div content = new Div();

    @Activate
    public OfflinePage(@Reference LiveProgrammes programmes, @Reference ProgrammeAdmin admin) {
        super("offline.title");
        this.programmes = programmes;
        this.admin = admin;
        content.addClassName("stand-in");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ProgrammePlace place = ProgrammePlace.in(event.getLocation()).orElse(null);
        if (place == null) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        boolean asked = event.getLocation().getFirstSegment().equals("offline");
        if (programmes.find(place.id(), place.year()).isPresent()) {
            // It came back meanwhile; or this is one of its addresses that lead nowhere.
            if (asked) {
                event.forwardTo(place.year() + "/" + place.id());
            } else {
                event.rerouteToError(NotFoundException.class);
            }
            return;
        }
        Optional<Known> known = known(place);
        if (known.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(place, known.get());
    }

    private void show(ProgrammePlace place, Known known) {
        String title = ShellTexts.t("offline.programme", known.title(), Integer.toString(place.year()));
        heading(ShellTexts.t("offline.heading", title));
        content.removeAll();
        Paragraph since = new Paragraph(
                known.since() == null
                        ? ShellTexts.t("offline.since.unknown")
                        : ShellTexts.t("offline.since", Moments.minute(known.since())));
        since.addClassName("lead");
        Paragraph safe = new Paragraph(new Icon("vaadin:shield"), new Span(ShellTexts.t("offline.safe")));
        safe.addClassName("offline-safe");
        content.add(
                since,
                safe,
                new Paragraph(ShellTexts.t(known.removed() ? "offline.removed" : "offline.back")),
                Links.primary("", "vaadin:home-o", ShellTexts.t("offline.home")));
    }

    private Optional<Known> known(ProgrammePlace place) {
        Optional<Departure> departure = programmes.departure(place.id(), place.year());
        Optional<ProgrammeStatus> status = admin.programmes().stream()
                .filter(s -> place.id().equals(s.id()) && s.year() == place.year())
                .findFirst();
        if (departure.isEmpty() && status.isEmpty()) {
            return Optional.empty();
        }
        Text title = departure
                .map(Departure::title)
                .or(() -> status.map(ProgrammeStatus::title))
                .orElseGet(() -> Text.same(place.id()));
        Instant since = departure
                .map(Departure::since)
                .or(() -> status.map(ProgrammeStatus::since))
                .orElse(null);
        boolean removed =
                status.filter(s -> s.state() == ProgrammeStatus.State.REMOVED).isPresent();
        return Optional.of(new Known(title, since, removed));
    }
}
