package org.shishi.shell.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import org.shishi.api.platform.Inbox;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** The notices bell: how many are unread, and the newest of them. */
final class Bell extends Div {

    private static final int SHOWN = 6;

    private final transient Inbox inbox;
    private final transient Runnable changed;
    private final Button button = new Button(VaadinIcon.BELL_O.create());
    private final Span badge = new Span();
    private final Div content = new Div();
    private final Popover popover = new Popover();

    Bell(Inbox inbox, Runnable changed) {
        this.inbox = inbox;
        this.changed = changed;
        addClassName("bell");
        badge.addClassName("bell-badge");
        badge.getElement().setAttribute("aria-hidden", "true");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        content.addClassName("bell-content");
        popover.setTarget(button);
        popover.setModal(true);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(ShellTexts.t("notices.title"));
        popover.add(content);
        popover.addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                fill();
            }
        });
        add(button, badge, popover);
        count(0);
    }

    void count(int unread) {
        badge.setText(Counts.shown(unread));
        badge.setVisible(unread > 0);
        button.setAriaLabel(unread == 0 ? ShellTexts.t("bell.none") : ShellTexts.t("bell.some", Counts.shown(unread)));
    }

    private void fill() {
        content.removeAll();
        List<Inbox.Message> unread = inbox.list(CurrentUser.get(), true, null, SHOWN);
        content.add(new H2(ShellTexts.t("bell.title")));
        if (unread.isEmpty()) {
            content.add(new Paragraph(ShellTexts.t("bell.nothing")));
        } else {
            UnorderedList list = new UnorderedList();
            unread.forEach(message -> list.add(line(message)));
            content.add(list);
        }
        content.add(actions(!unread.isEmpty()));
    }

    private ListItem line(Inbox.Message message) {
        Button open = new Button(message.title().in(getLocale()), e -> open(message));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        Span when = new Span(Moments.minute(message.at()));
        when.addClassName("secondary");
        return new ListItem(open, when);
    }

    private void open(Inbox.Message message) {
        inbox.markRead(CurrentUser.get(), message.id());
        popover.close();
        changed.run();
        UI.getCurrent().navigate(message.link() == null ? "notices" : message.link());
    }

    private Div actions(boolean some) {
        Anchor all = new Anchor("notices", ShellTexts.t("bell.all"));
        all.setRouterIgnore(false);
        all.getElement().addEventListener("click", e -> popover.close());
        Div actions = new Div(all);
        actions.addClassName("bell-actions");
        if (some) {
            Button read = new Button(ShellTexts.t("notices.read-all"), e -> {
                inbox.markAllRead(CurrentUser.get());
                changed.run();
                fill();
            });
            read.addThemeVariants(ButtonVariant.LUMO_SMALL);
            actions.add(read);
        }
        return actions;
    }
}
