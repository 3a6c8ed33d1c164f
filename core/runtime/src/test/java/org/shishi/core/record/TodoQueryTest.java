package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Todos;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.sample.Await;

/** However many items wait, the database goes along the index and stops: its own plan says so. */
@ParameterizedClass
@EnumSource
class TodoQueryTest {

    /** More of them, by the property: the plans are the same at a million. */
    private static final int ITEMS = Integer.getInteger("shishi.todo.items", 20_000);

    private static final TodoQuery.Others OTHERS =
            new TodoQuery.Others(Stream.generate(UUID::randomUUID).limit(30).toList(), Set.of(UUID.randomUUID()));

    private final World world;
    private final TodoDesks desks;

    TodoQueryTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        desks = new TodoDesks(world.db.core());
    }

    private void fill(Caller reviewer) {
        int desk = desks.id("workshop", Todos.Kind.STEP, Set.of(Right.REVIEW), false);
        desks.id("workshop", Todos.Kind.STEP, Set.of(Right.REVIEW), true);
        String series = world.db.core().postgres()
                ? "generate_series(1, " + ITEMS + ") as s(x)"
                : "system_range(1, " + ITEMS + ") s";
        String random = world.db.core().postgres() ? "gen_random_uuid()" : "random_uuid()";
        world.db.core().transact(handle -> {
            handle.createUpdate(
                            "insert into core.todo (id, programme_id, edition_year, type_id, record_id, title, state,"
                                    + " actions, rights, organisation_id, returned, since, limit_days, due, sort_day, is_open,"
                                    + " holder_id, desk) select " + random + ", 'workshop', 2026, 'workshops', "
                                    + random
                                    + ", 'Room ' || s.x, 'DECLARED', 'review', ',REVIEW,', :org, false, :since, 5, :due, :due,"
                                    + " true, :org, :desk from " + series)
                    .bind("org", reviewer.organisation().id())
                    .bind("since", world.clock().instant())
                    .bind("due", World.TODAY)
                    .bind("desk", desk)
                    .execute();
            handle.execute("analyze" + (world.db.core().postgres() ? " core.todo" : ""));
            return null;
        });
    }

    private String plan(Caller caller, Todos.Query query, Function<TodoQuery, String> form, List<UUID> records) {
        return world.db.core().read(handle -> {
            TodoQuery sql = TodoQuery.of(caller, query, TodoDesks.all(handle), OTHERS, World.TODAY);
            assertFalse(sql.empty());
            Query explain = sql.bind(handle.createQuery("explain " + form.apply(sql)));
            if (!records.isEmpty()) {
                explain.bindArray(TodoQuery.RECORDS, UUID.class, records);
            }
            return String.join(
                            "\n", explain.bind("limit", 51).mapTo(String.class).list())
                    .toLowerCase(Locale.ROOT);
        });
    }

    private static String keys(TodoQuery sql) {
        return sql.rows("id, sort_day, since", "");
    }

    private void neverLooksAtAll(String plan, String index) {
        assertTrue(plan.contains(index), plan);
        assertFalse(plan.contains("seq scan on todo"), plan);
        assertFalse(plan.contains("tablescan"), plan);
        // H2's way to read everything that is open.
        assertFalse(
                Pattern.compile("todo_list: is_open = true\\s+and holder_id in")
                        .matcher(plan)
                        .find(),
                plan);
    }

    @Test
    void goesAlongTheIndexForEveryList() {
        Caller reviewer = world.reviewer();
        fill(reviewer);
        for (Todos.View view : Todos.View.values()) {
            for (Todos.Urgency urgency : List.of(Todos.Urgency.ALL, Todos.Urgency.OVERDUE)) {
                for (Function<TodoQuery, String> form :
                        List.<Function<TodoQuery, String>>of(TodoQuery::count, TodoQueryTest::keys)) {
                    if (view != Todos.View.COPIED) {
                        String plan = plan(reviewer, new Todos.Query(view, urgency, null, null), form, List.of());
                        neverLooksAtAll(plan, "todo_list");
                        assertTrue(world.db.core().postgres() || plan.contains("index sorted"), plan);
                    }
                }
            }
        }
    }

    @Test
    void paysForAPageNotForTheList() {
        fill(world.reviewer());
        Todos todos = new TodoService(world.db.core(), new LiveYears(), world.clock());
        assertEquals(
                51, todos.list(world.reviewer(), Todos.Query.ALL_MINE, null, 51).size());
        assertEquals(1_000, todos.counts(world.reviewer()).open(), "counted no further");
    }

    private static Todos.Query holding(String text) {
        return new Todos.Query(Todos.View.MINE, Todos.Urgency.ALL, null, text);
    }

    private int found(Todos todos, String text) {
        return todos.list(world.reviewer(), holding(text), null, 500).size();
    }

    private int rowByRow(String text) {
        return world.db.core().read(handle -> handle.createQuery(
                        "select count(*) from (select 1 from core.todo where title like :text limit 500) t")
                .bind("text", "%" + text + "%")
                .mapTo(Integer.class)
                .one());
    }

    private boolean indexed() {
        return world.db.core().read(handle -> handle.createQuery(
                                "select count(*) from core.search_list where type_id = 'todo'")
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    @Test
    void findsAPartOfATitleByTheFewRecordsThatHoldIt() {
        fill(world.reviewer());
        world.db.core().transact(handle -> handle.execute("delete from core.search_list where type_id = 'todo'"));
        TodoService todos = new TodoService(world.db.core(), new LiveYears(), world.clock());
        assertEquals(rowByRow("Room 12345"), found(todos, "Room 12345"), "while the index is made, too");
        Await.until("the index of a database of before is made", () -> indexed());
        assertEquals(rowByRow("Room 12345"), found(todos, "oM 12345"), "whatever the letters");
        assertEquals(0, found(todos, "Room_1"));
        assertEquals(500, found(todos, "room"), "so many that the list is walked until the page is full");
        assertEquals(rowByRow("777"), found(todos, "777"), "both ways find the same");
        assertTrue(
                world.db.core().read(handle -> handle.createQuery(
                                        "select count(*) from core.search_block where type_id = 'todo'")
                                .mapTo(Integer.class)
                                .one())
                        >= ITEMS / 1_000,
                "the index was made without anybody's waiting for it");

        List<UUID> some = world.db.core().read(handle -> handle.createQuery("select record_id from core.todo limit 200")
                .mapTo(UUID.class)
                .list());
        String plan = plan(world.reviewer(), holding("room 1"), sql -> sql.rowsAmong("id, sort_day, since", ""), some);
        neverLooksAtAll(plan, "todo_record");
    }
}
