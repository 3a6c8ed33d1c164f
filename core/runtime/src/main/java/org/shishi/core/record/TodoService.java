package org.shishi.core.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Todos;
import org.shishi.core.persistence.CoreDatabase;

/** What waits for the caller's organisation and the caller may do. */
@Component(service = Todos.class)
public final class TodoService implements Todos {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST_COUNTED = 1_000;
    private static final int MOST_LISTED = 500;
    private static final String ORDER = " order by sort_day, since, id limit :limit";

    private final CoreDatabase core;
    private final LiveYears live;
    private final Clock clock;

    @Activate
    public TodoService(@Reference CoreDatabase core, @Reference LiveYears live, @Reference Clock clock) {
        this.core = core;
        this.live = live;
        this.clock = clock;
    }

    /** Items that are meant for the caller, with the values of the condition. */
    private record Mine(String condition, Map<String, Object> values) {

        Query bind(Query query) {
            values.forEach(query::bind);
            return query;
        }
    }

    private record Place(LocalDate sortDay, OffsetDateTime since) {}

    private record Counted(LocalDate due, boolean returned) {}

    @Override
    public List<Todo> list(Caller caller, String programmeId, UUID afterId, int limit) {
        Optional<Mine> mine = mine(caller, programmeId);
        if (mine.isEmpty() || limit <= 0) {
            return List.of();
        }
        return core.read(handle -> {
            Optional<Place> place = afterId == null
                    ? Optional.empty()
                    : handle.createQuery("select sort_day, since from core.todo where id = :id")
                            .bind("id", afterId)
                            .map((rs, ctx) ->
                                    new Place(rs.getObject(1, LocalDate.class), rs.getObject(2, OffsetDateTime.class)))
                            .findOne();
            Query query = handle.createQuery("select id, programme_id, edition_year, type_id, record_id, title, state,"
                    + " actions, returned, since, due from core.todo where "
                    + mine.get().condition()
                    + (place.isPresent() ? " and (sort_day, since, id) > (:day, :since, :after)" : "") + ORDER);
            place.ifPresent(from -> query.bind("day", from.sortDay())
                    .bind("since", from.since())
                    .bind("after", afterId));
            return mine.get()
                    .bind(query)
                    .bind("limit", Math.min(limit, MOST_LISTED))
                    .map((rs, ctx) -> todo(rs))
                    .list();
        });
    }

    private Todo todo(ResultSet rs) throws SQLException {
        String programmeId = rs.getString("programme_id");
        int year = rs.getInt("edition_year");
        return new Todo(
                rs.getObject("id", UUID.class),
                programmeId,
                year,
                rs.getString("type_id"),
                rs.getObject("record_id", UUID.class),
                rs.getString("title"),
                rs.getString("state"),
                List.of(rs.getString("actions").split(",")),
                rs.getBoolean("returned"),
                rs.getObject("since", OffsetDateTime.class).toInstant(),
                rs.getObject("due", LocalDate.class),
                live.has(programmeId, year));
    }

    @Override
    public Counts counts(Caller caller) {
        Optional<Mine> mine = mine(caller, null);
        if (mine.isEmpty()) {
            return new Counts(0, 0, 0, 0);
        }
        List<Counted> open = core.read(handle -> mine.get()
                .bind(handle.createQuery("select due, returned from core.todo where "
                        + mine.get().condition() + ORDER))
                .bind("limit", MOST_COUNTED)
                .map((rs, ctx) -> new Counted(rs.getObject(1, LocalDate.class), rs.getBoolean(2)))
                .list());
        LocalDate today = clock.instant().atZone(SHANGHAI).toLocalDate();
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<LocalDate> dues =
                open.stream().map(Counted::due).filter(due -> due != null).toList();
        return new Counts(
                open.size(),
                (int) dues.stream()
                        .filter(due -> !due.isBefore(today) && !due.isAfter(sunday))
                        .count(),
                (int) dues.stream().filter(due -> due.isBefore(today)).count(),
                (int) open.stream().filter(Counted::returned).count());
    }

    /** Empty: the caller has no role that could have anything to do. */
    private static Optional<Mine> mine(Caller caller, String programmeId) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("organisation", caller.organisation().id());
        List<String> alternatives = new ArrayList<>();
        Set<String> programmes =
                programmeId == null ? new TreeSet<>(caller.roles().keySet()) : Set.of(programmeId);
        for (String programme : programmes) {
            alternative(caller, programme, values).ifPresent(alternatives::add);
        }
        return alternatives.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mine(
                        "organisation_id = :organisation and is_open and (" + String.join(" or ", alternatives) + ")",
                        values));
    }

    private static Optional<String> alternative(Caller caller, String programme, Map<String, Object> values) {
        Set<Right> rights = new TreeSet<>();
        caller.rolesIn(programme).forEach(role -> rights.addAll(caller.rights(role)));
        List<String> any = new ArrayList<>();
        for (Right right : rights) {
            any.add("rights like " + value(values, "%," + right.name() + ",%"));
        }
        if (any.isEmpty()) {
            return Optional.empty();
        }
        String held = "(" + String.join(" or ", any) + ")";
        return Optional.of(
                programme.equals(Caller.EVERY_PROGRAMME)
                        ? held
                        : "(programme_id = " + value(values, programme) + " and " + held + ")");
    }

    private static String value(Map<String, Object> values, Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }
}
