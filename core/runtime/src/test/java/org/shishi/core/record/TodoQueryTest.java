package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Todos;
import org.shishi.core.persistence.TestDatabases;

/** However many items wait, the database goes along the index and stops: its own plan says so. */
@ParameterizedClass
@EnumSource
class TodoQueryTest {

    private static final int ITEMS = 20_000;

    private final World world;
    private final TodoDesks desks;

    TodoQueryTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        desks = new TodoDesks(world.db.core());
    }

    private void fill(Caller reviewer) {
        int desk = desks.id("workshop", Todos.Kind.STEP, Set.of(Right.REVIEW), false);
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

    private String plan(Caller caller, Todos.Query query, boolean counts) {
        return world.db.core().read(handle -> {
            TodoQuery sql = TodoQuery.of(caller, query, TodoDesks.all(handle), List.of(UUID.randomUUID()), World.TODAY);
            assertFalse(sql.empty());
            String text = counts ? sql.count() : sql.rows("id, sort_day, since", "");
            return String.join(
                            "\n",
                            sql.bind(handle.createQuery("explain " + text))
                                    .bind("limit", 51)
                                    .mapTo(String.class)
                                    .list())
                    .toLowerCase(Locale.ROOT);
        });
    }

    @Test
    void goesAlongTheIndexForEveryList() {
        Caller reviewer = world.reviewer();
        fill(reviewer);
        for (Todos.View view : Todos.View.values()) {
            for (Todos.Urgency urgency : List.of(Todos.Urgency.ALL, Todos.Urgency.OVERDUE)) {
                for (boolean counts : List.of(true, false)) {
                    if (view != Todos.View.COPIED) {
                        String plan = plan(reviewer, new Todos.Query(view, urgency, null, null), counts);
                        assertTrue(plan.contains("todo_list"), plan);
                        assertFalse(plan.contains("seq scan on todo"), plan);
                        assertFalse(plan.contains("tablescan"), plan);
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
}
