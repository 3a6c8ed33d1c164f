package org.shishi.shell.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.shishi.api.platform.OpenSessions;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Where one is signed in, and the way out of it all. */
final class SessionsPanel extends Section {

    private final transient OpenSessions open;
    private final transient Sessions sessions;

    SessionsPanel(OpenSessions open, Sessions sessions) {
        this.open = open;
        this.sessions = sessions;
        addClassName("card");
        show();
    }

    private void show() {
        removeAll();
        List<OpenSessions.Session> all = open.list(CurrentUser.get());
        UnorderedList list = new UnorderedList();
        list.addClassName("own-things");
        all.forEach(session -> list.add(line(session)));
        add(new H2(ShellTexts.t("sessions.title")), list);
        Button everywhere = new Button(ShellTexts.t("sessions.end-others"), e -> {
            sessions.endOthers();
            show();
            Notices.success(ShellTexts.t("sessions.ended"));
        });
        everywhere.setEnabled(all.size() > 1);
        add(new Div(everywhere));
    }

    private ListItem line(OpenSessions.Session session) {
        boolean here = session.id().equals(sessions.current());
        Span name = new Span(Browsers.name(session.agent()));
        name.addClassName("own-name");
        Span details = new Span(ShellTexts.t(
                "sessions.details",
                session.address() == null ? "–" : session.address(),
                Moments.minute(session.startedAt()),
                Moments.minute(session.seenAt())));
        details.addClassName("muted");
        ListItem line = new ListItem(new Div(name, details));
        if (here) {
            Span mark = new Span(ShellTexts.t("sessions.here"));
            mark.addClassName("muted");
            line.add(mark);
            return line;
        }
        Button end = new Button(ShellTexts.t("sessions.end"), e -> {
            open.end(CurrentUser.get(), session.id());
            show();
            Notices.success(ShellTexts.t("sessions.ended"));
        });
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        end.setAriaLabel(
                ShellTexts.t("sessions.end.what", Browsers.name(session.agent()), Moments.minute(session.startedAt())));
        line.add(end);
        return line;
    }
}
