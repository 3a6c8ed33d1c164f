package org.shishi.core.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.api.text.Text;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.notice.Post;
import org.shishi.core.organisation.NameKey;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.rule.CoreParameters;
import org.shishi.core.template.Wordings;
import org.shishi.core.time.ShanghaiClock;

/** Reads what {@link DeadlinesService} keeps. */
@Component
public final class DeadlineCentreService implements DeadlineCentre {

    static final int LONGEST_PAGE = 1_000;
    private static final int MOST_COUNTED = 10_000;
    static final String COLUMNS =
            """
            select d.id, d.programme_id, d.edition_year, d.title_zh, d.title_en, o.name, d.due, d.hard, d.done_on
            from core.deadline d join core.organisation o on o.id = d.organisation_id
            """;

    private final CoreDatabase database;
    private final Organisations organisations;
    private final WorkingCalendar calendar;
    private final CoreParameters parameters;
    private final Post post;
    private final Wordings wordings;
    private final Clock clock;
    private final Feeds feeds;

    @Activate
    public DeadlineCentreService(
            @Reference CoreDatabase database,
            @Reference Organisations organisations,
            @Reference WorkingCalendar calendar,
            @Reference CoreParameters parameters,
            @Reference Post post,
            @Reference Wordings wordings,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.organisations = organisations;
        this.calendar = calendar;
        this.parameters = parameters;
        this.post = post;
        this.wordings = wordings;
        this.clock = clock;
        this.feeds = new Feeds(database, audit, clock);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShanghaiClock.ZONE);
    }

    private record Place(LocalDate due, UUID id) {}

    @Override
    public List<Item> list(Caller caller, Query query, UUID afterId, int limit) {
        Optional<Visible> visible = Visible.to(caller);
        if (visible.isEmpty()) {
            return List.of();
        }
        LocalDate today = today();
        StringBuilder where = new StringBuilder(visible.get().condition());
        Map<String, Object> values = new LinkedHashMap<>();
        conditions(query, today, where, values);
        return database.read(handle -> {
            place(handle, afterId).ifPresent(place -> {
                where.append(" and (d.due, d.id) > (:afterDue, :afterId)");
                values.put("afterDue", place.due());
                values.put("afterId", place.id());
            });
            var statement = visible.get()
                    .bind(handle.createQuery(COLUMNS + " where " + where + " order by d.due, d.id limit :limit"))
                    .bind("limit", Math.clamp(limit, 1, LONGEST_PAGE));
            values.forEach(statement::bind);
            return statement.map((row, context) -> item(row, today)).list();
        });
    }

    private static Optional<Place> place(Handle handle, UUID id) {
        return id == null
                ? Optional.empty()
                : handle.createQuery("select due from core.deadline where id = :id")
                        .bind("id", id)
                        .map((row, context) -> new Place(row.getObject(1, LocalDate.class), id))
                        .findOne();
    }

    private static void conditions(Query query, LocalDate today, StringBuilder where, Map<String, Object> values) {
        if (query.state() != null) {
            where.append(
                    switch (query.state()) {
                        case OPEN -> " and d.done_on is null and d.due >= :today";
                        case LATE -> " and d.done_on is null and d.due < :today";
                        case DONE -> " and d.done_on is not null";
                    });
            if (query.state() != State.DONE) {
                values.put("today", today);
            }
        }
        put(query.programmeId(), " and d.programme_id = :programme", "programme", where, values);
        put(query.from(), " and d.due >= :from", "from", where, values);
        put(query.to(), " and d.due <= :to", "to", where, values);
        if (query.organisation() != null && !query.organisation().isBlank()) {
            put(NameKey.part(query.organisation()), " and o.name_key like :name escape '\\'", "name", where, values);
        }
    }

    private static void put(
            Object value, String condition, String name, StringBuilder where, Map<String, Object> values) {
        if (value != null) {
            where.append(condition);
            values.put(name, value);
        }
    }

    static Item item(ResultSet row, LocalDate today) throws SQLException {
        LocalDate due = row.getObject("due", LocalDate.class);
        LocalDate doneOn = row.getObject("done_on", LocalDate.class);
        State open = due.isBefore(today) ? State.LATE : State.OPEN;
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("programme_id"),
                row.getInt("edition_year"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                row.getString("name"),
                due,
                row.getBoolean("hard"),
                doneOn,
                doneOn == null ? open : State.DONE);
    }

    @Override
    public List<PlannedDay> planDays(Caller caller, PlanQuery query) {
        return Visible.to(caller)
                .map(visible -> database.transact(handle -> outlook().days(handle, visible, query)))
                .orElse(List.of());
    }

    @Override
    public List<Planned> plan(Caller caller, PlanQuery query, LocalDate afterDay, UUID afterId, int limit) {
        int most = Math.clamp(limit, 1, LONGEST_PAGE);
        return Visible.to(caller)
                .map(visible ->
                        database.transact(handle -> outlook().list(handle, visible, query, afterDay, afterId, most)))
                .orElse(List.of());
    }

    private Outlook outlook() {
        return new Outlook(organisations, post, wordings, new Plans(parameters, calendar), today());
    }

    @Override
    public Counts counts(Caller caller) {
        LocalDate today = today();
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return Visible.to(caller)
                .map(visible -> database.read(handle -> new Counts(
                        count(handle, visible, today, LocalDate.of(9999, 12, 31)),
                        count(handle, visible, today, sunday),
                        count(handle, visible, LocalDate.of(1, 1, 1), today.minusDays(1)))))
                .orElse(new Counts(0, 0, 0));
    }

    private static int count(Handle handle, Visible visible, LocalDate from, LocalDate to) {
        return visible.bind(handle.createQuery("select count(*) from (select d.id from core.deadline d where "
                        + visible.condition()
                        + " and d.done_on is null and d.due between :from and :to limit :most) found"))
                .bind("from", from)
                .bind("to", to)
                .bind("most", MOST_COUNTED)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<Punctuality> punctuality(Caller caller, String programmeId, LocalDate from, LocalDate to, int limit) {
        LocalDate today = today();
        LocalDate last = to == null || to.isAfter(today) ? today : to;
        return Visible.to(caller)
                .map(visible -> database.read(handle -> {
                    var statement = visible.bind(handle.createQuery(ranking(visible, programmeId)))
                            .bind("from", from == null ? LocalDate.of(1, 1, 1) : from)
                            .bind("to", last)
                            .bind("today", today)
                            .bind("limit", Math.clamp(limit, 1, LONGEST_PAGE));
                    if (programmeId != null) {
                        statement.bind("programme", programmeId);
                    }
                    return statement
                            .map((row, context) -> new Punctuality(
                                    row.getObject("organisation_id", UUID.class),
                                    row.getString("name"),
                                    row.getInt("in_time"),
                                    row.getInt("late"),
                                    row.getInt("missing")))
                            .list();
                }))
                .orElse(List.of());
    }

    /** What is due today and not done is not missing before the day is over. */
    private static String ranking(Visible visible, String programmeId) {
        String narrowed = visible.condition() + (programmeId == null ? "" : " and d.programme_id = :programme");
        return """
                select organisation_id, name, in_time, late, missing from (
                    select d.organisation_id, o.name,
                           sum(case when d.done_on <= d.due then 1 else 0 end) as in_time,
                           sum(case when d.done_on > d.due then 1 else 0 end) as late,
                           sum(case when d.done_on is null and d.due < :today then 1 else 0 end) as missing
                    from core.deadline d join core.organisation o on o.id = d.organisation_id
                    where d.due between :from and :to and %s
                    group by d.organisation_id, o.name) kept
                where in_time + late + missing > 0
                order by in_time * 1.0 / (in_time + late + missing), missing desc, name, organisation_id
                limit :limit
                """
                .formatted(narrowed);
    }

    @Override
    public Optional<Instant> feedSince(Caller caller) {
        return feeds.since(caller);
    }

    @Override
    public String newFeed(Caller caller) {
        return feeds.begin(caller);
    }

    @Override
    public void endFeed(Caller caller) {
        feeds.end(caller);
    }

    @Override
    public Optional<Feed> feed(String secret) {
        return feeds.read(secret, today());
    }
}
