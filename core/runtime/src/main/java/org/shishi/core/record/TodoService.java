package org.shishi.core.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Todos;
import org.shishi.core.identity.StandIns;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.search.TitleIndex;

/** What waits for the caller, the caller's organisation, or is to be read. */
@Component(service = Todos.class)
public final class TodoService implements Todos {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST_COUNTED = 1_000;
    private static final int MOST_LISTED = 500;
    private static final int MOST_MEMBERS = 1_000;
    private static final int MOST_MEANT = 10_000;
    private static final String KEYS = "id, sort_day, since";
    private static final String COLUMNS = "id, kind, programme_id, edition_year, type_id, record_id, title, state,"
            + " holder_name, actions, returned, since, due, sort_day";

    private final CoreDatabase core;
    private final LiveYears live;
    private final Clock clock;
    private final StandIns standIns;
    private final TitleIndex titles;

    @Activate
    public TodoService(@Reference CoreDatabase core, @Reference LiveYears live, @Reference Clock clock) {
        this.core = core;
        this.live = live;
        this.clock = clock;
        this.standIns = new StandIns(clock);
        this.titles = new TitleIndex(core);
        titles.prepare(this::everyTitle);
    }

    @Deactivate
    void stop() throws InterruptedException {
        titles.close();
    }

    private void everyTitle(TitleIndex.Sink sink) {
        TodoStore.titles(core, sink);
    }

    private record Place(LocalDate sortDay, OffsetDateTime since) {}

    private record Signed(int agreed, int asked) {}

    @Override
    public List<Todo> list(Caller caller, Todos.Query query, UUID afterId, int limit) {
        return core.read(handle -> {
            TodoQuery sql = sql(handle, caller, query);
            if (sql.empty() || limit <= 0) {
                return List.<Todo>of();
            }
            Optional<Place> place = afterId == null ? Optional.empty() : place(handle, afterId);
            // The first of these is what an index can begin with; H2 does not see it in the second.
            String after =
                    place.isPresent() ? " and sort_day >= :day and (sort_day, since, id) > (:day, :since, :after)" : "";
            var keys = keys(handle, sql, after, meant(query));
            sql.bind(keys).bind("limit", Math.min(limit, MOST_LISTED));
            place.ifPresent(from ->
                    keys.bind("day", from.sortDay()).bind("since", from.since()).bind("after", afterId));
            List<UUID> ids = keys.map((rs, ctx) -> rs.getObject(1, UUID.class)).list();
            List<Todo> page = ids.isEmpty() ? List.of() : rows(handle, ids);
            return signed(handle, page);
        });
    }

    /** Records whose title may hold the text; null: no text, or one that so many hold that they soon fill a page. */
    private Set<UUID> meant(Todos.Query query) {
        return query.text() == null || query.text().isBlank()
                ? null
                : titles.find(query.text(), MOST_MEANT, this::everyTitle);
    }

    /** Keys only: where a list goes along its index they stand there, so no row is fetched that is not shown. */
    private static org.jdbi.v3.core.statement.Query keys(Handle handle, TodoQuery sql, String after, Set<UUID> meant) {
        return meant == null
                ? handle.createQuery(sql.rows(KEYS, after))
                : handle.createQuery(sql.rowsAmong(KEYS, after))
                        .bindArray(TodoQuery.RECORDS, UUID.class, List.copyOf(meant));
    }

    private List<Todo> rows(Handle handle, List<UUID> ids) {
        return handle.createQuery(
                        "select " + COLUMNS + " from core.todo where id in (<ids>)" + " order by sort_day, since, id")
                .bindList("ids", ids)
                .map((rs, ctx) -> todo(rs))
                .list();
    }

    private TodoQuery sql(Handle handle, Caller caller, Todos.Query query) {
        return TodoQuery.of(
                caller,
                query,
                TodoDesks.all(handle),
                new TodoQuery.Others(
                        query.view() == View.UNIT
                                ? members(handle, caller.organisation().id())
                                : List.of(),
                        query.view() == View.MINE ? standIns.of(handle, caller.accountId()) : Set.of()),
                today());
    }

    private static List<UUID> members(Handle handle, UUID organisation) {
        return handle.createQuery("select distinct account_id from core.role_grant"
                        + " where organisation_id = :organisation order by account_id limit :most")
                .bind("organisation", organisation)
                .bind("most", MOST_MEMBERS)
                .mapTo(UUID.class)
                .list();
    }

    private static Optional<Place> place(Handle handle, UUID id) {
        return handle.createQuery("select sort_day, since from core.todo where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new Place(rs.getObject(1, LocalDate.class), rs.getObject(2, OffsetDateTime.class)))
                .findOne();
    }

    private Todo todo(ResultSet rs) throws SQLException {
        String programmeId = rs.getString("programme_id");
        int year = rs.getInt("edition_year");
        return new Todo(
                rs.getObject("id", UUID.class),
                Kind.valueOf(rs.getString("kind")),
                programmeId,
                year,
                rs.getString("type_id"),
                rs.getObject("record_id", UUID.class),
                rs.getString("title"),
                rs.getString("state"),
                rs.getString("holder_name"),
                Stream.of(rs.getString("actions").split(","))
                        .filter(action -> !action.isEmpty())
                        .toList(),
                rs.getBoolean("returned"),
                rs.getObject("since", OffsetDateTime.class).toInstant(),
                rs.getObject("due", LocalDate.class),
                0,
                0,
                live.has(programmeId, year));
    }

    /** How far the signatures are that were asked for. */
    private static List<Todo> signed(Handle handle, List<Todo> page) {
        if (page.isEmpty()) {
            return page;
        }
        Map<UUID, Signed> signed = new HashMap<>();
        handle.createQuery("select r.record_id, sum(case when s.verdict = 'AGREED' then 1 else 0 end), count(*)"
                        + " from core.sign_round r join core.signature s on s.round_id = r.id"
                        + " where r.record_id in (<records>) and r.state = 'OPEN' group by r.record_id")
                .bindList(
                        "records", page.stream().map(Todo::recordId).distinct().toList())
                .map((rs, ctx) -> signed.put(rs.getObject(1, UUID.class), new Signed(rs.getInt(2), rs.getInt(3))))
                .list();
        return page.stream()
                .map(todo -> with(todo, signed.getOrDefault(todo.recordId(), new Signed(0, 0))))
                .toList();
    }

    private static Todo with(Todo t, Signed signed) {
        return new Todo(
                t.id(),
                t.kind(),
                t.programmeId(),
                t.year(),
                t.recordType(),
                t.recordId(),
                t.title(),
                t.state(),
                t.holder(),
                t.actions(),
                t.returned(),
                t.since(),
                t.due(),
                signed.agreed(),
                signed.asked(),
                t.live());
    }

    @Override
    public Counts counts(Caller caller) {
        return core.read(handle -> new Counts(
                count(handle, caller, Todos.Query.ALL_MINE),
                count(handle, caller, Todos.Query.mine(Urgency.DUE)),
                count(handle, caller, Todos.Query.mine(Urgency.OVERDUE)),
                count(handle, caller, Todos.Query.mine(Urgency.RETURNED)),
                count(handle, caller, new Todos.Query(View.COPIED, Urgency.ALL, null, null))));
    }

    private int count(Handle handle, Caller caller, Todos.Query query) {
        TodoQuery sql = sql(handle, caller, query);
        return sql.empty()
                ? 0
                : sql.bind(handle.createQuery(sql.count()))
                        .bind("limit", MOST_COUNTED)
                        .mapTo(Integer.class)
                        .one();
    }

    private LocalDate today() {
        return clock.instant().atZone(SHANGHAI).toLocalDate();
    }
}
