package org.shishi.programme.breakroom.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.file.Attachments;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.Links;
import org.shishi.kit.page.DetailPanel;
import org.shishi.kit.text.Messages;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.service.Rooms;

/** The plaque of a room that has one: the common mark, and the way to the page that is printed. */
@org.osgi.service.component.annotations.Component(service = DetailPanel.class, scope = ServiceScope.PROTOTYPE)
public final class PlaquePanel implements DetailPanel<BreakRoom> {

    private final ProgrammeContext programme;
    private final Attachments attachments;

    @Activate
    public PlaquePanel(@Reference ProgrammeContext programme, @Reference Attachments attachments) {
        this.programme = programme;
        this.attachments = attachments;
    }

    @Override
    public RecordType<BreakRoom> type() {
        return Rooms.TYPE;
    }

    @Override
    public String title() {
        return "panel.plaque";
    }

    @Override
    public Component show(BreakRoom room, Runnable refresh) {
        Div panel = new Div();
        panel.addClassName("stack");
        if (room.state() != RoomState.PLAQUED) {
            panel.add(new Paragraph(word("panel.plaque.later")));
            return panel;
        }
        Logo.of(programme, attachments, word("plaque.logo")).ifPresent(logo -> panel.add(new Div(logo)));
        Anchor print = Links.button(
                programme.year() + "/" + programme.programmeId() + "/rooms/" + room.id() + "/plaque",
                "vaadin:print",
                word("panel.plaque.print"));
        print.addClassName("no-print");
        panel.add(new Div(print));
        return panel;
    }

    private String word(String key) {
        return programme.texts().get(key).in(Messages.locale());
    }
}
