package org.shishi.core.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.TodoBatches;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Todo;
import org.shishi.api.record.Ids;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.batch.BatchRows.Chosen;
import org.shishi.core.identity.ActingAgain;
import org.shishi.core.node.NodeLoss;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.record.LiveYears;
import org.shishi.core.task.TaskRunner;
import org.shishi.core.task.TaskRunner.Known;

/** Keeps what is to be done in the database, so that it goes on where it stopped. */
@Component(
        service = {TodoBatches.class, NodeLoss.class},
        immediate = true)
public final class TodoBatchService implements TodoBatches, NodeLoss {

    private static final String KIND = "todo-batch";
    private static final String BATCH = "batch";
    private static final String ACTION = "action";
    private static final String REASON = "reason";
    private static final String WITHIN = "within";
    private static final int PAGE = 500;

    private final CoreDatabase core;
    private final BatchRows rows;
    private final Todos todos;
    private final TaskRunner tasks;
    private final LiveYears live;
    private final ActingAgain again;
    private final OneByOne oneByOne;

    @Activate
    public TodoBatchService(
            @Reference CoreDatabase core,
            @Reference Todos todos,
            @Reference TaskRunner tasks,
            @Reference LiveYears live,
            @Reference ActingAgain again,
            @Reference CoreTexts texts,
            @Reference Audit audit) {
        this.core = core;
        this.rows = new BatchRows(core);
        this.todos = todos;
        this.tasks = tasks;
        tasks.goesOn(KIND);
        this.live = live;
        this.again = again;
        this.oneByOne = new OneByOne(rows, live, texts, audit);
    }

    /** Goes on with what its absence, or that of this node, had stopped. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindProgramme(LiveProgramme programme) {
        goOn((id, year) -> id.equals(programme.descriptor().id())
                && year == programme.context().year());
    }

    /** Goes on with what a lost node was at, once it is free. */
    @Override
    public void release() {
        core.afterCommit(() -> goOn((id, year) -> live.find(id, year).isPresent()));
    }

    private void goOn(BiPredicate<String, Integer> there) {
        for (Known known : tasks.interrupted(KIND)) {
            UUID batch = batch(known);
            if (rows.list(batch, State.WAITING, -1, 1).stream()
                    .allMatch(next -> there.test(next.programmeId(), next.year()))) {
                resume(known, batch);
            }
        }
    }

    public void unbindProgramme(LiveProgramme programme) {
        // Its door is shut: the step that comes next finds it so, and the batch waits for its return.
    }

    private void resume(Known known, UUID batch) {
        Map<String, String> details = known.details();
        tasks.resume(known.task().id(), progress -> {
            Caller caller = again.caller(known.task().startedBy(), known.organisation(), within(details))
                    .orElseThrow(() -> new RefusedException("CORE-BATCH-ACCOUNT", null));
            oneByOne.run(batch, caller, TransitionRequest.of(details.get(ACTION), details.get(REASON)), progress);
        });
    }

    private static Set<Right> within(Map<String, String> details) {
        return details.containsKey(WITHIN)
                ? Arrays.stream(details.get(WITHIN).split(","))
                        .filter(name -> !name.isEmpty())
                        .map(Right::valueOf)
                        .collect(Collectors.toSet())
                : null;
    }

    @Override
    public UUID start(Caller caller, Collection<UUID> todoIds, String action, String reason) {
        Set<UUID> wanted = new LinkedHashSet<>(todoIds);
        size(wanted.size());
        return start(caller, rows.chosen(caller, wanted), action, reason);
    }

    @Override
    public UUID startAll(Caller caller, Todos.Query query, String action, String reason) {
        List<Chosen> all = new ArrayList<>();
        UUID after = null;
        List<Todo> page;
        do {
            page = todos.list(caller, query, after, PAGE);
            page.forEach(todo -> all.add(Chosen.of(todo)));
            after = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == PAGE && all.size() <= MOST);
        return start(caller, all, action, reason);
    }

    private static void size(int items) {
        if (items == 0 || items > MOST) {
            throw new RefusedException("CORE-BATCH-SIZE", null, MOST);
        }
    }

    private UUID start(Caller caller, List<Chosen> chosen, String action, String reason) {
        List<Item> items = items(chosen, action);
        size(items.size());
        UUID batch = Ids.next();
        rows.insert(batch, items);
        Map<String, String> details = new HashMap<>();
        details.put(BATCH, batch.toString());
        details.put(ACTION, action);
        if (reason != null) {
            details.put(REASON, reason);
        }
        if (caller.within() != null) {
            details.put(WITHIN, caller.within().stream().map(Enum::name).collect(Collectors.joining(",")));
        }
        Chosen first = chosen.getFirst();
        String title = title(first, action);
        TransitionRequest request = TransitionRequest.of(action, reason);
        return tasks.start(
                caller,
                new TaskRunner.Plan(KIND, first.programmeId(), first.year(), title, false, details),
                progress -> {
                    List<Item> out = items.stream()
                            .filter(item -> item.state() == State.SKIPPED)
                            .toList();
                    progress.total(items.size());
                    progress.rows(out.stream()
                            .map(item -> oneByOne.row(item, item.reasons()))
                            .toList());
                    oneByOne.run(batch, caller, request, progress);
                });
    }

    private String title(Chosen first, String action) {
        return live.find(first.programmeId(), first.year())
                .map(programme ->
                        programme.context().texts().get("action." + action).zh())
                .orElse(action);
    }

    /** What does not wait for the step is left out from the start. */
    private static List<Item> items(List<Chosen> chosen, String action) {
        List<Item> items = new ArrayList<>();
        for (Chosen todo : chosen) {
            boolean offered = todo.actions().contains(action);
            items.add(new Item(
                    items.size(),
                    todo.programmeId(),
                    todo.year(),
                    todo.recordType(),
                    todo.recordId(),
                    todo.title(),
                    offered ? State.WAITING : State.SKIPPED,
                    offered ? List.of() : List.of(Violation.of("CORE-BATCH-ACTION", null))));
        }
        return items;
    }

    @Override
    public List<Item> items(Caller caller, UUID taskId, State only, int afterPosition, int limit) {
        Known known = tasks.find(caller, taskId)
                .filter(task -> task.task().kind().equals(KIND))
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        return rows.list(batch(known), only, afterPosition, Math.clamp(limit, 1, PAGE));
    }

    private static UUID batch(Known known) {
        return UUID.fromString(known.details().get(BATCH));
    }
}
