package org.shishi.shell.admin;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Nodes;
import org.shishi.api.platform.Nodes.Node;
import org.shishi.api.platform.Nodes.State;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.Ticker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.FollowingPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** The processes on this database: which runs, which is lost, whose clock is wrong. */
@Component(service = NodesPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.PLATFORM, cityOnly = true)
public final class NodesPage extends FollowingPage {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final transient Nodes nodes;
    private transient PagedTable<Node> table;
    private transient List<Node> shown = List.of();

    @Activate
    public NodesPage(@Reference Nodes nodes, @Reference Ticker ticker) {
        super("nodes", ticker, PERIOD);
        this.nodes = nodes;
    }

    /** Who looks at it waits for a node to come or to be missed. */
    @Override
    protected void follow() {
        List<Node> now = nodes.list(CurrentUser.get());
        if (!still(now).equals(still(shown))) {
            shown = now;
            table.show(now);
        }
    }

    /** What can be read in it; that a node which runs was heard of just now moves on all the time. */
    private static List<List<Object>> still(List<Node> nodes) {
        return nodes.stream()
                .map(node -> List.<Object>of(
                        node.name(), node.state(), seen(node), clock(node), node.startedAt(), node.version()))
                .toList();
    }

    private static String seen(Node node) {
        return node.state() == State.RUNNING ? ShellTexts.t("nodes.seen.now") : Moments.second(node.seenAt());
    }

    @Override
    protected void show() {
        table = new PagedTable<>(
                ShellTexts.t("nodes.title"),
                List.of(
                        column("nodes.name", PagedTable.Width.TEXT, node -> new Cell(name(node), null, null, "code")),
                        column("nodes.state", PagedTable.Width.SHORT, NodesPage::state),
                        column("nodes.clock", PagedTable.Width.TEXT, NodesPage::clock),
                        column("nodes.seen", PagedTable.Width.SHORT, node -> Cell.text(seen(node))),
                        column(
                                "nodes.started",
                                PagedTable.Width.SHORT,
                                node -> Cell.text(Moments.minute(node.startedAt()))),
                        column("nodes.version", PagedTable.Width.SHORT, node -> Cell.text(node.version()))),
                Node::name,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        shown = nodes.list(CurrentUser.get());
        table.show(shown);
        content.removeAll();
        content.add(table);
    }

    private static String name(Node node) {
        return node.here() ? ShellTexts.t("nodes.here", node.name()) : node.name();
    }

    private static Cell state(Node node) {
        String words = ShellTexts.t("nodes.state." + node.state());
        return switch (node.state()) {
            case RUNNING -> Cell.status(Tone.SUCCESS, "vaadin:check-circle", words);
            case STOPPED -> Cell.status(Tone.NEUTRAL, "vaadin:pause", words);
            case LOST -> Cell.status(Tone.DANGER, "vaadin:close-circle", words);
        };
    }

    private static Cell clock(Node node) {
        long seconds = Math.abs(node.clockAhead().toSeconds());
        String words = seconds == 0
                ? ShellTexts.t("nodes.clock.right")
                : ShellTexts.t(node.clockAhead().isNegative() ? "nodes.clock.behind" : "nodes.clock.ahead", seconds);
        return node.clockWrong()
                ? Cell.status(Tone.DANGER, "vaadin:clock", ShellTexts.t("nodes.clock.wrong", words))
                : Cell.text(words);
    }

    private static PagedTable.Column<Node> column(String key, PagedTable.Width width, Function<Node, Cell> cell) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, cell);
    }
}
