package org.shishi.shell.delivery;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.platform.Outbox;
import org.shishi.api.platform.Outbox.Item;
import org.shishi.api.platform.Outbox.State;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** E-mail and text messages: what failed and why, what waits, what went out; what failed is sent again, ticked or as found. */
@org.osgi.service.component.annotations.Component(service = DeliveryPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.PLATFORM, cityOnly = true)
public final class DeliveryPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = "admin/delivery";
    private static final int ROWS = 50;

    private final transient Outbox outbox;
    private final Select<DeliveryChannel> channel = new Select<>();
    private final TextField text = new TextField(ShellTexts.t("delivery.text"));
    private final Div content = new Div();
    private final Button resend;
    private transient Location here = new Location(ROUTE);

    @Activate
    public DeliveryPage(@Reference Outbox outbox) {
        super("delivery.title");
        this.outbox = outbox;
        resend = new Button("", e -> {
            int again = outbox.resendFailed(CurrentUser.get(), wanted().query());
            show(Resending.said(ShellTexts.t("delivery.resent", again)));
        });
        actions(resend);
        lead("delivery.lead");
        channel.setLabel(ShellTexts.t("delivery.channel"));
        channel.setItems(DeliveryChannel.values());
        channel.setEmptySelectionAllowed(true);
        channel.setEmptySelectionCaption(ShellTexts.t("delivery.channel.any"));
        channel.setItemLabelGenerator(
                one -> one == null ? ShellTexts.t("delivery.channel.any") : LetterRows.channel(one));
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        here = event.getLocation();
        show(null);
    }

    private Wanted wanted() {
        return Wanted.of(here.getQueryParameters());
    }

    /** @param said about what was just done; null: nothing */
    private void show(Component said) {
        Wanted wanted = wanted();
        Map<State, Integer> counts = outbox.counts(CurrentUser.get());
        resend.setText(ShellTexts.t(wanted.narrowed() ? "delivery.resend.found" : "delivery.resend"));
        resend.setEnabled(counts.get(State.FAILED) > 0 && wanted.query().state() == State.FAILED);
        content.removeAll();
        content.add(views(wanted, counts), conditions(wanted));
        if (said != null) {
            content.add(said);
        }
        list(wanted);
    }

    private static Div views(Wanted wanted, Map<State, Integer> counts) {
        Div views = new Div();
        views.addClassName("views");
        for (State state : List.of(State.FAILED, State.WAITING, State.SENT)) {
            Anchor link = Links.to(
                    wanted.in(state).path(),
                    ShellTexts.t("delivery.state.count", ShellTexts.t("delivery.state." + state), counts.get(state)));
            if (state == wanted.query().state()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            views.add(link);
        }
        return views;
    }

    private QueryBar conditions(Wanted wanted) {
        State state = wanted.query().state();
        channel.setValue(wanted.query().channel());
        text.setValue(wanted.query().text() == null ? "" : wanted.query().text());
        QueryBar bar = new QueryBar(() -> go(typed(state)), () -> go(Wanted.of(state)));
        bar.condition(channel);
        bar.condition(text);
        return bar;
    }

    private Wanted typed(State state) {
        String part = text.getValue().strip();
        return new Wanted(new Outbox.Query(state, channel.getValue(), part.isEmpty() ? null : part));
    }

    private void list(Wanted wanted) {
        List<Item> found =
                outbox.list(CurrentUser.get(), wanted.query(), Wanted.place(here.getQueryParameters()), ROWS + 1);
        if (found.isEmpty()) {
            content.add(
                    wanted.narrowed()
                            ? EmptyState.nothingMatches(
                                    () -> go(Wanted.of(wanted.query().state())))
                            : EmptyState.saying(ShellTexts.t(
                                    "delivery.nothing." + wanted.query().state())));
            return;
        }
        PagedTable<Item> table = LetterRows.table(wanted.query().state());
        if (wanted.query().state() == State.FAILED) {
            Resending bar = new Resending(outbox, this::show);
            table.selectable(bar::selected);
            content.add(bar);
        }
        table.show(found.subList(0, Math.min(ROWS, found.size())));
        content.add(table, Paging.links(here, found, ROWS, Wanted::key));
    }

    private static void go(Wanted wanted) {
        UI.getCurrent().navigate(ROUTE, wanted.parameters());
    }
}
