package org.shishi.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.form.Forms;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.Tasks;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Texts;

/** Long work: imports and batches, by the id that starting them gave. */
@Component(service = Resource.class)
public final class JobResource implements Resource {

    private static final String ONE = "/jobs/{id}";
    private static final int ROWS = 1000;

    private final Tasks tasks;
    private final Forms forms;
    private final ListSheets lists;
    private final Live live;
    private final Refusals refusals;

    @Activate
    public JobResource(
            @Reference Tasks tasks,
            @Reference Forms forms,
            @Reference ListSheets lists,
            @Reference Live live,
            @Reference Refusals refusals) {
        this.tasks = tasks;
        this.forms = forms;
        this.lists = lists;
        this.live = live;
        this.refusals = refusals;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                ONE,
                                "State, progress, rejected rows, and those with a warning (afterRow pages on)",
                                this::get)
                        .described(d -> d.query("afterRow", "integer").answers(200, "Job")),
                Route.of("POST", ONE + "/commit", "Save what a dry run checked", this::commit)
                        .described(d -> d.query("mode", "string").answers(202, "Started")),
                Route.of(
                                "POST",
                                ONE + "/again",
                                "Begin an interrupted or cancelled import of a form anew, with the file that is kept",
                                this::again)
                        .described(d -> d.answers(202, "Started")),
                Route.of("POST", ONE + "/cancel", "Cancel", this::cancel).described(d -> d.answers(204, null)),
                Route.of("POST", ONE + "/undo", "Take a whole import back", this::undo)
                        .described(d -> d.answers(200, "Undone")),
                Route.of("GET", ONE + "/errors", "The error workbook", this::errors)
                        .described(d -> d.answersFile(Reply.XLSX)),
                Route.of(
                                "GET",
                                ONE + "/results",
                                "What came of an import, for whoever began it: one-time passwords of accounts; audited",
                                this::results)
                        .described(d -> d.answersFile(Reply.XLSX)));
    }

    private Tasks.Task task(Exchange exchange) {
        return tasks.get(exchange.caller(), exchange.id("id"))
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    private Reply get(Exchange exchange) {
        Tasks.Task task = task(exchange);
        int afterRow = exchange.number("afterRow", -1, -1, Integer.MAX_VALUE);
        Texts owner = owner(task);
        List<Map<String, Object>> rows = tasks.rejectedRows(exchange.caller(), task.id(), afterRow, ROWS).stream()
                .map(row -> plain(row, owner))
                .toList();
        List<Map<String, Object>> noted = tasks.warnedRows(exchange.caller(), task.id(), afterRow, ROWS).stream()
                .map(row -> plain(row, owner))
                .toList();
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", task.id().toString());
        plain.put("kind", task.kind());
        plain.put("title", task.title());
        plain.put("state", task.state().name());
        plain.put("dryRun", task.dryRun());
        plain.put("done", task.done());
        plain.put("total", task.total());
        plain.put("accepted", task.accepted());
        plain.put("rejected", task.rejected());
        plain.put("warned", task.warned());
        plain.put("startedAt", Objects.toString(task.startedAt(), null));
        plain.put("endedAt", Objects.toString(task.endedAt(), null));
        plain.put("error", error(task));
        plain.put("rows", rows);
        plain.put("noted", noted);
        plain.put("results", results(exchange, task) ? "/api/v1/jobs/" + task.id() + "/results" : null);
        plain.put("errors", task.rejected() > 0 ? "/api/v1/jobs/" + task.id() + "/errors" : null);
        return Reply.ok(plain);
    }

    private boolean results(Exchange exchange, Tasks.Task task) {
        return ofList(task)
                && task.startedBy().equals(exchange.caller().accountId())
                && lists.hasResults(exchange.caller(), task.id());
    }

    private Map<String, Object> plain(Tasks.Row row, Texts owner) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("sheet", row.sheet());
        plain.put("row", row.row());
        plain.put("refusals", refusals.plain(row.refusals(), owner));
        plain.put("warnings", refusals.plain(row.warnings(), owner));
        return plain;
    }

    private static Map<String, Object> error(Tasks.Task task) {
        if (task.errorCode() == null) {
            return null;
        }
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", task.errorCode());
        error.put("field", null);
        error.put("message", ProgrammeResource.text(task.error()));
        return error;
    }

    /** Texts for the programme's own codes; null while it is away. */
    private Texts owner(Tasks.Task task) {
        return live.all().stream()
                .filter(p -> p.descriptor().id().equals(task.programmeId())
                        && p.context().year() == task.year())
                .map(LiveProgramme::context)
                .map(context -> context.texts())
                .findFirst()
                .orElse(null);
    }

    private Reply commit(Exchange exchange) {
        Tasks.Task task = task(exchange);
        UUID committed = ofList(task)
                ? lists.commit(exchange.caller(), task.id(), FormResource.mode(exchange))
                : forms.commit(exchange.caller(), task.id(), FormResource.mode(exchange));
        return started(committed);
    }

    private Reply again(Exchange exchange) {
        return started(forms.again(exchange.caller(), task(exchange).id()));
    }

    private static Reply started(UUID task) {
        String location = "/api/v1/jobs/" + task;
        return Reply.json(202, Map.of("id", task.toString(), "href", location)).with("Location", location);
    }

    private Reply cancel(Exchange exchange) {
        tasks.cancel(exchange.caller(), task(exchange).id());
        return Reply.noContent();
    }

    private Reply undo(Exchange exchange) {
        return Reply.ok(
                Map.of("removed", forms.undo(exchange.caller(), task(exchange).id())));
    }

    private Reply errors(Exchange exchange) {
        Tasks.Task task = task(exchange);
        return Reply.file(Reply.XLSX, "导入错误.xlsx", out -> {
            if (ofList(task)) {
                lists.writeErrors(exchange.caller(), task.id(), out);
            } else {
                forms.writeErrors(exchange.caller(), task.id(), out);
            }
        });
    }

    private Reply results(Exchange exchange) {
        Tasks.Task task = task(exchange);
        if (!ofList(task)) {
            throw new RefusedException("CORE-IMP-GONE", null);
        }
        return Reply.file(Reply.XLSX, "导入结果.xlsx", out -> lists.writeResults(exchange.caller(), task.id(), out));
    }

    /** Of the platform's own lists, not of a programme's forms. */
    private static boolean ofList(Tasks.Task task) {
        return Arrays.stream(ListSheets.Kind.values())
                .anyMatch(kind -> kind.task().equals(task.kind()));
    }
}
