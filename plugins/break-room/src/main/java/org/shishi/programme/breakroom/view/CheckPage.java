package org.shishi.programme.breakroom.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.Records;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.ProgrammeWords;
import org.shishi.kit.page.Page;
import org.shishi.kit.page.PageView;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.CheckLevel;
import org.shishi.programme.breakroom.model.SixPointCheck;
import org.shishi.programme.breakroom.service.Checks;
import org.shishi.programme.breakroom.service.Rooms;

/** A six-point check of a room, entered where it is made: with a thumb, standing in the room. */
@Component(service = PageView.class, scope = ServiceScope.PROTOTYPE)
@Page(path = "rooms/:id/check", title = "page.check", icon = "vaadin:star")
public final class CheckPage extends Div implements PageView, BeforeEnterObserver, HasDynamicTitle, CheckStar.Listener {

    private static final String INCOMPLETE = "BR-CHECK-INCOMPLETE";
    private static final String POINT_HEADER = "X-Point";
    private static final int REFUSED = 422;

    private final transient ProgrammeContext programme;
    private final transient ProgrammeWords words;
    private final transient Clock clock;
    private final transient Caller caller = CurrentUser.get();
    private final transient CheckStar star;
    private transient BreakRoom room;
    /** The check that was saved; photos go there, on request threads. */
    private transient volatile UUID saved;

    @Activate
    public CheckPage(@Reference ProgrammeContext programme, @Reference ProgrammeWords words, @Reference Clock clock) {
        this.programme = programme;
        this.words = words;
        this.clock = clock;
        star = new CheckStar(programme.texts(), this, new Photos());
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        room = programme.records(Rooms.TYPE).get(caller, id(event));
        Nav crumbs = new Nav(
                Links.to(home(), word("programme.title")),
                Links.to(home() + "/rooms", word("rooms")),
                Links.to(roomPath(), room.getName()));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(word("page.check.way"));
        removeAll();
        add(crumbs, new H1(getPageTitle()), body());
    }

    private Section body() {
        List<CheckLevel> levels = Checks.levels(room.state(), caller);
        Section card = new Section();
        card.addClassName("card");
        if (levels.isEmpty()) {
            String state = word("RoomState." + room.state());
            card.add(new Paragraph(
                    programme.texts().get("page.check.none", state).in(Messages.locale())));
        } else {
            star.start(room.id(), LocalDate.now(clock).toString(), caller.name(), levels);
            card.add(star);
        }
        return card;
    }

    @Override
    public void save(CheckStar.Entry entry) {
        Records<SixPointCheck> checks = programme.records(Checks.TYPE);
        SixPointCheck draft = Checks.TYPE.blank();
        draft.setRoom(room.id());
        List<Violation> violations = new ArrayList<>(PlainValues.into(Checks.TYPE, draft, entry.values()));
        try {
            if (violations.isEmpty()) {
                saved = checks.create(caller, draft).id();
                star.saved(entry.attempt());
                return;
            }
        } catch (RefusedException e) {
            violations.addAll(e.violations());
        }
        star.refused(entry.attempt(), violations.stream().map(this::fault).toList());
    }

    private CheckStar.Fault fault(Violation violation) {
        String field = violation.field();
        boolean open = Checks.POINTS.contains(field) && INCOMPLETE.equals(violation.code());
        return new CheckStar.Fault(
                field,
                Checks.TYPE.field(field).isPresent() ? word("checks." + field) : null,
                open ? word("star.missing") : words(List.of(violation)).getFirst());
    }

    @Override
    public void done() {
        Notices.success(word("star.saved"));
        UI.getCurrent().navigate(roomPath());
    }

    private List<String> words(List<Violation> violations) {
        return words.refusals(Checks.TYPE, programme.texts()).of(violations);
    }

    private static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
    }

    private String home() {
        return programme.year() + "/" + programme.programmeId();
    }

    private String roomPath() {
        return home() + "/rooms/" + room.id();
    }

    private String word(String key) {
        return programme.texts().get(key).in(Messages.locale());
    }

    @Override
    public String getPageTitle() {
        return word("page.check");
    }

    /** Takes one photo at a time; which point it shows stands in a header. */
    private final class Photos implements UploadHandler {

        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            String point = event.getRequest().getHeader(POINT_HEADER);
            try (InputStream content = event.getInputStream()) {
                programme
                        .records(Checks.TYPE)
                        .attach(caller, saved, Checks.photoOf(point), event.getFileName(), content);
            } catch (RefusedException e) {
                event.reject();
                event.getUI().access(() -> Notices.error(words(e.violations())));
            }
        }

        @Override
        public void responseHandled(UploadResult result) {
            result.response().setStatus(result.success() && !result.allRejected() ? 200 : REFUSED);
        }
    }
}
