package org.shishi.shell.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.Inbox;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.layout.MainLayout;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** What the platform and its programmes had to tell the signed-in person, newest first. */
@Component(service = NoticesPage.class, scope = ServiceScope.PROTOTYPE)
public final class NoticesPage extends ShellPage implements BeforeEnterObserver {

    private static final String UNREAD = "unread";
    private static final int ROWS = 30;

    private final transient Inbox inbox;
    private final Div content = new Div();
    private final Button readAll;
    private Location location = new Location("notices");

    @Activate
    public NoticesPage(@Reference Inbox inbox) {
        super("notices.title");
        this.inbox = inbox;
        readAll = new Button(ShellTexts.t("notices.read-all"), e -> {
            inbox.markAllRead(CurrentUser.get());
            changed();
        });
        actions(readAll);
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        location = event.getLocation();
        show();
    }

    private void show() {
        content.removeAll();
        boolean unreadOnly = location.getQueryParameters().getParameters().containsKey(UNREAD);
        UUID before = Paging.after(location.getQueryParameters())
                .flatMap(Paging::uuid)
                .orElse(null);
        List<Inbox.Message> found = inbox.list(CurrentUser.get(), unreadOnly, before, ROWS + 1);
        readAll.setEnabled(inbox.unread(CurrentUser.get()) > 0);
        content.add(views(unreadOnly));
        if (found.isEmpty()) {
            content.add(EmptyState.saying(ShellTexts.t(unreadOnly ? "bell.nothing" : "notices.nothing")));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("notices");
        found.stream().limit(ROWS).forEach(message -> list.add(item(message)));
        content.add(list, Paging.links(location, found, ROWS, Inbox.Message::id));
    }

    private static Div views(boolean unreadOnly) {
        Anchor all = Links.to("notices", ShellTexts.t("notices.all"));
        Anchor unread = Links.to("notices?" + UNREAD, ShellTexts.t("notices.unread"));
        (unreadOnly ? unread : all).getElement().setAttribute("aria-current", "page");
        Div views = new Div(all, unread);
        views.addClassName("views");
        return views;
    }

    private ListItem item(Inbox.Message message) {
        Div head = new Div(new H2(message.title().in(getLocale())));
        head.addClassName("notice-head");
        if (!message.read()) {
            head.add(new StatusBadge(Tone.WAITING, "vaadin:circle", ShellTexts.t("notices.new")));
        }
        Span when = new Span(Moments.minute(message.at()));
        when.addClassName("muted");
        head.add(when);
        ListItem item = new ListItem(head, new Paragraph(message.body().in(getLocale())));
        item.addClassName(message.read() ? "read" : "unread");
        item.add(actions(message));
        return item;
    }

    private Div actions(Inbox.Message message) {
        Div actions = new Div();
        actions.addClassName("notice-actions");
        if (message.link() != null) {
            Button open = new Button(ShellTexts.t("notices.open"), e -> {
                inbox.markRead(CurrentUser.get(), message.id());
                UI.getCurrent().navigate(message.link());
            });
            open.addThemeVariants(ButtonVariant.LUMO_SMALL);
            open.setAriaLabel(ShellTexts.t("notices.open.what", message.title()));
            actions.add(open);
        }
        if (!message.read()) {
            Button read = new Button(ShellTexts.t("notices.read"), e -> {
                inbox.markRead(CurrentUser.get(), message.id());
                changed();
            });
            read.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            read.setAriaLabel(ShellTexts.t("notices.read.what", message.title()));
            actions.add(read);
        }
        return actions;
    }

    private void changed() {
        show();
        MainLayout.of(UI.getCurrent()).ifPresent(MainLayout::count);
    }
}
