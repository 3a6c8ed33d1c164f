package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.TodoBatches;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Todo;
import org.shishi.api.platform.Todos.Urgency;
import org.shishi.api.platform.Todos.View;
import org.shishi.api.text.Texts;

/** What waits for the caller, and one step for many of it. Single records are moved on at their own address. */
@Component(service = Resource.class)
public final class TodoResource implements Resource {

    private static final String LIST = "/todos";
    private static final String BATCHES = LIST + "/batches";
    private static final int MOST = 500;

    private final Todos todos;
    private final TodoBatches batches;
    private final Live live;
    private final Refusals refusals;

    @Activate
    public TodoResource(
            @Reference Todos todos,
            @Reference TodoBatches batches,
            @Reference Live live,
            @Reference Refusals refusals) {
        this.todos = todos;
        this.batches = batches;
        this.live = live;
        this.refusals = refusals;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                LIST,
                                "What waits: view=mine|unit|copied, show=all|due|overdue|returned; by key",
                                this::list)
                        .described(d -> d.query("view", "string")
                                .query("show", "string")
                                .query("programme", "string")
                                .query("q", "string")
                                .query("after", "string")
                                .query("limit", "integer")
                                .answers(200, "TodoPage")),
                Route.of("GET", LIST + "/counts", "How much waits; counted to 1000", this::counts)
                        .described(d -> d.answers(200, "TodoCounts")),
                Route.of("POST", BATCHES, "One step for many: ids, or all that a query finds; a job", this::start)
                        .described(d -> d.takes("TodoBatch").answers(202, "Started")),
                Route.of(
                                "GET",
                                BATCHES + "/{id}",
                                "What became of each: only=done|skipped|waiting; by position",
                                this::items)
                        .described(d -> d.query("only", "string")
                                .query("after", "integer")
                                .query("limit", "integer")
                                .answers(200, "TodoBatchItems")));
    }

    private Reply list(Exchange exchange) {
        int limit = exchange.number("limit", 50, 1, MOST);
        UUID after =
                exchange.query("after").map(text -> Target.uuid("after", text)).orElse(null);
        Todos.Query query = new Todos.Query(
                exchange.choice("view", View.MINE, Words.of(View.values())),
                exchange.choice("show", Urgency.ALL, Words.of(Urgency.values())),
                exchange.query("programme").orElse(null),
                exchange.query("q").orElse(null));
        List<Todo> page = todos.list(exchange.caller(), query, after, limit);
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("items", page.stream().map(TodoResource::plain).toList());
        plain.put("next", page.size() < limit ? null : page.getLast().id().toString());
        return Reply.ok(plain);
    }

    private static Map<String, Object> plain(Todo todo) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", todo.id().toString());
        plain.put("kind", todo.kind().name());
        plain.put("programme", todo.programmeId());
        plain.put("year", todo.year());
        plain.put("recordType", todo.recordType());
        plain.put("recordId", todo.recordId().toString());
        plain.put("title", todo.title());
        plain.put("state", todo.state());
        plain.put("holder", todo.holder());
        plain.put("actions", todo.actions());
        plain.put("returned", todo.returned());
        plain.put("since", todo.since().toString());
        plain.put("due", Objects.toString(todo.due(), null));
        plain.put("agreed", todo.agreed());
        plain.put("asked", todo.asked());
        plain.put("live", todo.live());
        return plain;
    }

    private Reply counts(Exchange exchange) {
        Todos.Counts counts = todos.counts(exchange.caller());
        return Reply.ok(Map.of(
                "open", counts.open(),
                "dueThisWeek", counts.dueThisWeek(),
                "overdue", counts.overdue(),
                "returned", counts.returned(),
                "copied", counts.copied()));
    }

    private Reply start(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        String action = Json.text(body, "action");
        if (action == null) {
            throw new Json.BadRequest("'action' is needed");
        }
        String reason = Json.text(body, "reason");
        UUID task;
        if (body.get("ids") instanceof List<?> ids) {
            List<UUID> wanted = ids.stream()
                    .map(id -> Target.uuid("ids", String.valueOf(id)))
                    .toList();
            task = batches.start(exchange.caller(), wanted, action, reason);
        } else {
            Map<String, Object> query = Json.object(body, "query");
            if (query.isEmpty()) {
                throw new Json.BadRequest("'ids' or 'query' is needed");
            }
            task = batches.startAll(exchange.caller(), query(query), action, reason);
        }
        String location = "/api/v1/jobs/" + task;
        return Reply.json(202, Map.of("id", task.toString(), "href", location)).with("Location", location);
    }

    private static Todos.Query query(Map<String, Object> body) {
        String show = Json.text(body, "show");
        Urgency urgency =
                show == null ? Urgency.ALL : Words.of(Urgency.values()).get(show);
        if (urgency == null) {
            throw new Json.BadRequest(
                    "'show' is one of " + Words.of(Urgency.values()).keySet());
        }
        return new Todos.Query(View.MINE, urgency, Json.text(body, "programme"), Json.text(body, "q"));
    }

    private Reply items(Exchange exchange) {
        TodoBatches.State only = exchange.choice("only", null, Words.of(TodoBatches.State.values()));
        int after = exchange.number("after", -1, -1, TodoBatches.MOST);
        int limit = exchange.number("limit", MOST, 1, MOST);
        return Reply.ok(Map.of(
                "items",
                batches.items(exchange.caller(), exchange.id("id"), only, after, limit).stream()
                        .map(this::plain)
                        .toList()));
    }

    private Map<String, Object> plain(TodoBatches.Item item) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("position", item.position());
        plain.put("programme", item.programmeId());
        plain.put("year", item.year());
        plain.put("recordType", item.recordType());
        plain.put("recordId", item.recordId().toString());
        plain.put("title", item.title());
        plain.put("state", item.state().name());
        plain.put("refusals", refusals.plain(item.reasons(), texts(item)));
        return plain;
    }

    /** null while the programme is away. */
    private Texts texts(TodoBatches.Item item) {
        return live.find(item.programmeId(), item.year())
                .map(LiveProgramme::context)
                .map(context -> context.texts())
                .orElse(null);
    }
}
