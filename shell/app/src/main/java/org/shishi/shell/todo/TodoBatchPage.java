package org.shishi.shell.todo;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.Tasks;
import org.shishi.api.platform.TodoBatches;
import org.shishi.api.platform.TodoBatches.Item;
import org.shishi.api.platform.TodoBatches.State;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.component.TaskProgress;
import org.shishi.kit.component.Ticker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** One step for many items: how far it is, and what became of each. */
@Component(service = TodoBatchPage.class, scope = ServiceScope.PROTOTYPE)
public final class TodoBatchPage extends ShellPage implements BeforeEnterObserver {

    public static final String ROUTE = TodoPage.ROUTE + "/batches/:task";
    private static final int ROWS = 50;

    /** It goes on by itself when its node or programme is back. */
    private static final Set<String> WAITING = Set.of("CORE-TASK-STOPPED", "CORE-TASK-OFFLINE");

    private final transient Tasks tasks;
    private final transient TodoBatches batches;
    private final transient Refusals refusals;
    private final transient Ticker ticker;
    private final Div content = new Div();

    @Activate
    public TodoBatchPage(
            @Reference Tasks tasks,
            @Reference TodoBatches batches,
            @Reference Refusals refusals,
            @Reference Ticker ticker) {
        super("todo.batch.page");
        this.tasks = tasks;
        this.batches = batches;
        this.refusals = refusals;
        this.ticker = ticker;
        actions(Links.button(TodoPage.ROUTE, "vaadin:arrow-left", ShellTexts.t("todo.batch.back")));
        content.addClassName("stack");
        add(content);
    }

    static String path(UUID task) {
        return TodoPage.ROUTE + "/batches/" + task;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID task = event.getRouteParameters()
                .get("task")
                .flatMap(Paging::uuid)
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        show(task, event.getLocation());
    }

    private void show(UUID id, Location here) {
        Tasks.Task task =
                tasks.get(CurrentUser.get(), id).orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        content.removeAll();
        Section card = new Section(new H2(task.title()));
        card.addClassNames("card", "stack");
        content.add(card);
        if (task.state() == Tasks.State.RUNNING) {
            card.add(
                    new Paragraph(ShellTexts.t("todo.batch.running")),
                    new TaskProgress(tasks, CurrentUser.get(), id, ticker, ended -> {
                        Notices.success(ShellTexts.t("todo.batch.ended", ended.accepted(), ended.rejected()));
                        show(id, here);
                    }));
            return;
        }
        card.add(
                state(task),
                new Paragraph(ShellTexts.t(
                        "todo.batch.sum",
                        task.accepted(),
                        task.rejected(),
                        Math.max(0, task.total() - task.done()),
                        Moments.minute(task.startedAt()))));
        if (task.error() != null) {
            card.add(new Paragraph(task.error().in(Messages.locale())));
        }
        if (WAITING.contains(Objects.toString(task.errorCode(), ""))
                && task.startedBy().equals(CurrentUser.get().accountId())) {
            card.add(new Button(ShellTexts.t("todo.batch.give-up"), e -> {
                tasks.cancel(CurrentUser.get(), id);
                show(id, here);
            }));
        }
        int after = Paging.after(here.getQueryParameters())
                .flatMap(TodoBatchPage::number)
                .orElse(-1);
        skipped(id, here, after);
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static StatusBadge state(Tasks.Task task) {
        String word = ShellTexts.t("todo.batch.state." + task.state().name());
        return switch (task.state()) {
            case DONE -> new StatusBadge(Tone.SUCCESS, "vaadin:check-circle", word);
            case FAILED -> new StatusBadge(Tone.DANGER, "vaadin:close-circle", word);
            case RUNNING, CANCELLED, UNDONE -> new StatusBadge(Tone.NEUTRAL, "vaadin:ban", word);
        };
    }

    private void skipped(UUID id, Location here, int after) {
        List<Item> skipped = batches.items(CurrentUser.get(), id, State.SKIPPED, after, ROWS + 1);
        if (skipped.isEmpty()) {
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("batch-skipped");
        skipped.stream().limit(ROWS).forEach(item -> list.add(line(item)));
        Section card = new Section(new H2(ShellTexts.t("todo.batch.skipped")), list);
        card.addClassNames("card", "stack");
        content.add(card, Paging.links(here, skipped, ROWS, Item::position));
    }

    private ListItem line(Item item) {
        String place = item.year() + "/" + item.programmeId();
        ListItem line = new ListItem(Links.to(place + "/" + item.recordType() + "/" + item.recordId(), item.title()));
        refusals.words(new Location(place)).of(item.reasons()).forEach(reason -> line.add(new Span(reason)));
        return line;
    }
}
