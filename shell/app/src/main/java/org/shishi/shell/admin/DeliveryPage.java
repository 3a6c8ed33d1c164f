package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.platform.Outbox;
import org.shishi.api.platform.Outbox.Item;
import org.shishi.api.platform.Outbox.State;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** E-mail and text messages: what failed and why, what waits, what went out. */
@Component(service = DeliveryPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.PLATFORM, cityOnly = true)
public final class DeliveryPage extends ShellPage implements BeforeEnterObserver {

    private static final String ROUTE = "admin/delivery";
    private static final String STATE = "state";
    private static final int ROWS = 50;

    private final transient Outbox outbox;
    private final Div content = new Div();
    private final Button resend;
    private Location here = new Location(ROUTE);

    @Activate
    public DeliveryPage(@Reference Outbox outbox) {
        super("delivery.title");
        this.outbox = outbox;
        resend = new Button(ShellTexts.t("delivery.resend"), e -> {
            int again = outbox.resendFailed(CurrentUser.get());
            Notices.success(ShellTexts.t("delivery.resent", again));
            show();
        });
        actions(resend);
        lead("delivery.lead");
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        here = event.getLocation();
        show();
    }

    private void show() {
        QueryParameters query = here.getQueryParameters();
        State state = query.getSingleParameter(STATE)
                .flatMap(word -> Arrays.stream(State.values())
                        .filter(one -> word(one).equals(word))
                        .findFirst())
                .orElse(State.FAILED);
        Map<State, Integer> counts = outbox.counts(CurrentUser.get());
        resend.setEnabled(counts.get(State.FAILED) > 0);
        content.removeAll();
        content.add(views(state, counts));
        Item before = Paging.after(query).flatMap(DeliveryPage::place).orElse(null);
        List<Item> found = outbox.list(CurrentUser.get(), state, before, ROWS + 1);
        if (found.isEmpty()) {
            content.add(EmptyState.saying(ShellTexts.t("delivery.nothing." + state)));
            return;
        }
        PagedTable<Item> table = table();
        table.show(found.subList(0, Math.min(ROWS, found.size())));
        content.add(table, Paging.links(here, found, ROWS, item -> item.noticeId() + "." + item.channel()));
    }

    /** Where a page begins, as it stands in the address. */
    private static Optional<Item> place(String key) {
        int dot = key.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Paging.uuid(key.substring(0, dot)).flatMap(notice -> Arrays.stream(DeliveryChannel.values())
                        .filter(channel -> channel.name().equals(key.substring(dot + 1)))
                        .findFirst()
                        .map(channel -> new Item(notice, channel, "", 0, "", null, null, 0, null, null, null)));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Div views(State chosen, Map<State, Integer> counts) {
        Div views = new Div();
        views.addClassName("views");
        for (State state : List.of(State.FAILED, State.WAITING, State.SENT)) {
            Anchor link = Links.to(
                    ROUTE + "?" + STATE + "=" + word(state),
                    ShellTexts.t("delivery.state.count", ShellTexts.t("delivery.state." + state), counts.get(state)));
            if (state == chosen) {
                link.getElement().setAttribute("aria-current", "page");
            }
            views.add(link);
        }
        return views;
    }

    private static PagedTable<Item> table() {
        PagedTable<Item> table = new PagedTable<>(
                ShellTexts.t("delivery.title"),
                List.of(
                        column("delivery.what", PagedTable.Width.TEXT, item -> item.title()
                                .in(Messages.locale())),
                        column("delivery.recipient", PagedTable.Width.SHORT, Item::recipient),
                        column(
                                "delivery.channel",
                                PagedTable.Width.SHORT,
                                item -> ShellTexts.t("delivery.channel." + item.channel())),
                        column("delivery.attempts", PagedTable.Width.NUMBER, item -> Integer.toString(item.attempts())),
                        column(
                                "delivery.when",
                                PagedTable.Width.SHORT,
                                item -> Moments.minute(item.sentAt() != null ? item.sentAt() : item.next())),
                        column(
                                "delivery.error",
                                PagedTable.Width.TEXT,
                                item -> item.error() == null ? "" : item.error())),
                item -> item.noticeId() + "." + item.channel(),
                (sort, descending) -> {});
        table.footer().setVisible(false);
        return table;
    }

    private static PagedTable.Column<Item> column(String key, PagedTable.Width width, Function<Item, String> text) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, item -> Cell.text(text.apply(item)));
    }
}
