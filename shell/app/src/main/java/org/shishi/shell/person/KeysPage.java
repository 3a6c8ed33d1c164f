package org.shishi.shell.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.KeyAdmin;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.component.Ticker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.FollowingPage;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** The keys, never themselves: which one writes, what older ones still seal, the change to a new one and how far it is. */
@org.osgi.service.component.annotations.Component(service = KeysPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.PLATFORM, cityOnly = true)
public final class KeysPage extends FollowingPage {

    private static final Duration PERIOD = Duration.ofSeconds(3);

    private final transient KeyAdmin keys;
    private final transient Refusals refusals;
    private transient List<KeyAdmin.Ring> shown = List.of();

    @Activate
    public KeysPage(@Reference KeyAdmin keys, @Reference Refusals refusals, @Reference Ticker ticker) {
        super("keys", ticker, PERIOD);
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    protected void show() {
        show(keys.rings(CurrentUser.get()));
    }

    /** Counting what keys seal costs: only while something is under way. */
    @Override
    protected void follow() {
        if (shown.stream().anyMatch(KeysPage::open)) {
            List<KeyAdmin.Ring> now = keys.rings(CurrentUser.get());
            if (!now.equals(shown)) {
                show(now);
            }
        }
    }

    private static boolean open(KeyAdmin.Ring ring) {
        return ring.rotation() != null && ring.rotation().endedAt() == null;
    }

    private void show(List<KeyAdmin.Ring> rings) {
        shown = rings;
        content.removeAll();
        rings.forEach(ring -> content.add(section(ring)));
    }

    private Section section(KeyAdmin.Ring ring) {
        UnorderedList list = new UnorderedList();
        list.addClassName("own-things");
        ring.keys().forEach(key -> list.add(item(ring, key)));
        Section section = new Section(
                new H2(ShellTexts.t("keys.purpose." + ring.purpose())),
                ring.file() == null ? new Paragraph(ShellTexts.t("keys.given")) : file(ring.file()),
                list);
        section.addClassName("card");
        if (ring.rotation() != null) {
            section.add(progress(ring.rotation()));
        }
        section.add(buttons(ring));
        return section;
    }

    private static Paragraph file(String path) {
        return new Paragraph(new Span(ShellTexts.t("keys.file")), code(path));
    }

    private static Span code(String text) {
        Span code = new Span(text);
        code.addClassName("code");
        return code;
    }

    private ListItem item(KeyAdmin.Ring ring, KeyAdmin.Key key) {
        ListItem item = new ListItem(code(key.id()));
        item.addClassName("key");
        if (key.retired()) {
            item.add(
                    new StatusBadge(Tone.NEUTRAL, "vaadin:archive", ShellTexts.t("keys.retired")),
                    new Span(ShellTexts.t("keys.retired.next")));
            return item;
        }
        item.add(
                key.writes()
                        ? new StatusBadge(Tone.SUCCESS, "vaadin:pencil", ShellTexts.t("keys.writes"))
                        : new StatusBadge(Tone.NEUTRAL, "vaadin:eye", ShellTexts.t("keys.reads")));
        if (key.left() >= 0) {
            item.add(new Span(ShellTexts.t("keys.seals", key.left())));
        }
        if (!key.lacking().isEmpty()) {
            item.add(new StatusBadge(
                    Tone.DANGER,
                    "vaadin:warning",
                    ShellTexts.t("keys.lacking", String.join(ShellTexts.t("list.semicolon"), key.lacking()))));
        }
        if (ring.resealed() && !key.writes() && key.left() == 0 && !newest(ring, key)) {
            item.add(new Button(ShellTexts.t("keys.retire", key.id()), e -> new ActionDialog(
                            ShellTexts.t("keys.retire.title", key.id()),
                            ShellTexts.t("keys.retire.effect"),
                            ShellTexts.t("keys.retire", key.id()))
                    .dangerous()
                    .open(
                            answer -> done(() -> keys.retire(CurrentUser.get(), ring.purpose(), key.id())),
                            refusals.words())));
        }
        return item;
    }

    private static boolean newest(KeyAdmin.Ring ring, KeyAdmin.Key key) {
        return ring.keys().getLast().id().equals(key.id());
    }

    private static Component progress(KeyAdmin.Rotation rotation) {
        if (rotation.endedAt() != null) {
            return new Paragraph(ShellTexts.t(
                    "keys.rotated", rotation.key(), Moments.minute(rotation.endedAt()), rotation.begunBy()));
        }
        ProgressBar bar = new ProgressBar(0, Math.max(1, rotation.total()), rotation.done());
        bar.getElement().setAttribute("aria-label", ShellTexts.t("keys.progress"));
        Div progress = new Div(
                new Paragraph(ShellTexts.t(
                        rotation.running() ? "keys.progress.of" : "keys.progress.interrupted",
                        rotation.done(),
                        rotation.total())),
                bar);
        progress.addClassName("stack");
        return progress;
    }

    private Div buttons(KeyAdmin.Ring ring) {
        Div buttons = new Div();
        buttons.addClassName("programme-actions");
        if (ring.file() != null && newestWrites(ring)) {
            buttons.add(new Button(ShellTexts.t("keys.add"), e -> new ActionDialog(
                            ShellTexts.t("keys.add.title", ShellTexts.t("keys.purpose." + ring.purpose())),
                            ShellTexts.t("keys.add.effect"),
                            ShellTexts.t("keys.add"))
                    .open(answer -> done(() -> keys.add(CurrentUser.get(), ring.purpose())), refusals.words())));
        }
        boolean left = ring.keys().stream().anyMatch(key -> !key.writes() && key.left() > 0);
        if (ring.keys().size() > 1 && (!newestWrites(ring) || left)) {
            boolean running = open(ring) && ring.rotation().running();
            buttons.add(
                    running
                            ? new Button(
                                    ShellTexts.t("keys.cancel"),
                                    e -> done(() -> keys.cancel(CurrentUser.get(), ring.purpose())))
                            : new Button(
                                    ShellTexts.t(open(ring) ? "keys.continue" : "keys.rotate"), e -> new ActionDialog(
                                                    ShellTexts.t(
                                                            "keys.rotate.title",
                                                            ring.keys()
                                                                    .getLast()
                                                                    .id()),
                                                    ShellTexts.t("keys.rotate.effect"),
                                                    ShellTexts.t(open(ring) ? "keys.continue" : "keys.rotate"))
                                            .open(
                                                    answer ->
                                                            done(() -> keys.rotate(CurrentUser.get(), ring.purpose())),
                                                    refusals.words())));
        }
        return buttons;
    }

    private static boolean newestWrites(KeyAdmin.Ring ring) {
        return ring.keys().getLast().writes();
    }

    private void done(Runnable change) {
        change.run();
        Notices.success(ShellTexts.t("keys.done"));
        show();
    }
}
