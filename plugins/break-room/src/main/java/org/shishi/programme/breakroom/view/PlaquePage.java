package org.shishi.programme.breakroom.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.ZoneId;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.file.Attachments;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.Links;
import org.shishi.kit.page.Page;
import org.shishi.kit.page.PageView;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.service.Rooms;

/** The plaque of a room as it is printed: the common mark, the room, who gave it and when (annex 2-1 §三(七)). */
@Component(service = PageView.class, scope = ServiceScope.PROTOTYPE)
@Page(path = "rooms/:id/plaque", title = "page.plaque", icon = "vaadin:medal")
public final class PlaquePage extends Div implements PageView, BeforeEnterObserver, HasDynamicTitle {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final transient ProgrammeContext programme;
    private final transient Attachments attachments;
    private final transient Organisations organisations;
    private final transient Caller caller = CurrentUser.get();

    @Activate
    public PlaquePage(
            @Reference ProgrammeContext programme,
            @Reference Attachments attachments,
            @Reference Organisations organisations) {
        this.programme = programme;
        this.attachments = attachments;
        this.organisations = organisations;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BreakRoom room = programme.records(Rooms.TYPE).get(caller, id(event));
        if (room.state() != RoomState.PLAQUED) {
            throw new RefusedException("BR-STATE", null);
        }
        String home = programme.year() + "/" + programme.programmeId();
        Nav crumbs = new Nav(
                Links.to(home, word("programme.title")),
                Links.to(home + "/rooms", word("rooms")),
                Links.to(home + "/rooms/" + room.id(), room.getName()));
        crumbs.addClassNames("crumbs", "no-print");
        crumbs.setAriaLabel(word("page.check.way"));
        Button print = new Button(word("panel.plaque.print"), new Icon("vaadin", "print"), click -> UI.getCurrent()
                .getPage()
                .executeJs("window.print()"));
        print.addClassName("no-print");
        print.getStyle().set("align-self", "start");
        removeAll();
        add(crumbs, print, plaque(room));
    }

    private Section plaque(BreakRoom room) {
        Section plaque = new Section();
        plaque.addClassName("card");
        plaque.getStyle()
                .set("text-align", "center")
                .set("max-width", "44rem")
                .set("margin", "1rem auto")
                .set("padding", "3rem 2rem")
                .set("border", "4px double currentColor");
        Logo.of(programme, attachments, word("plaque.logo")).ifPresent(logo -> {
            logo.getStyle().set("display", "block").set("margin", "0 auto");
            plaque.add(logo);
        });
        H1 title = new H1(word("programme.title"));
        Span name = new Span(room.getName());
        name.getStyle().set("font-size", "1.5rem").set("font-weight", "600");
        plaque.add(
                title,
                new Paragraph(name),
                new Paragraph(room.getDistrict().title().in(Messages.locale()) + " " + room.getStreet() + " "
                        + room.getAddressDetail()),
                new Paragraph(room.getOwnerUnit()),
                new Paragraph(organisations.city().name()),
                new Paragraph(granted(room)));
        return plaque;
    }

    /** The day of the last plaque: a room may have lost it in between. */
    private String granted(BreakRoom room) {
        return programme.records(Rooms.TYPE).history(caller, room.id()).reversed().stream()
                .filter(step -> RoomState.PLAQUED.name().equals(step.to()))
                .findFirst()
                .map(step -> step.at().atZone(SHANGHAI).toLocalDate().toString())
                .orElse(Integer.toString(programme.year()));
    }

    private static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
    }

    private String word(String key) {
        return programme.texts().get(key).in(Messages.locale());
    }

    @Override
    public String getPageTitle() {
        return word("page.plaque");
    }
}
