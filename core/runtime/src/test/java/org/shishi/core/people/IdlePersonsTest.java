package org.shishi.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.World;

/** Who takes part in nothing is found along the index, a page at a time, however many persons there are. */
@ParameterizedClass
@EnumSource
class IdlePersonsTest {

    /** More of them, by the property: the plans are the same at a million. */
    private static final int PERSONS = Integer.getInteger("shishi.idle.persons", 20_000);

    private final World world;

    IdlePersonsTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
    }

    private boolean postgres() {
        return world.db.core().postgres();
    }

    /** One in ten thousand is found under the factory, the others under the west; every second takes part. */
    @BeforeEach
    void fill() {
        String series =
                postgres() ? "generate_series(1, " + PERSONS + ") as s(x)" : "system_range(1, " + PERSONS + ") s";
        String random = postgres() ? "gen_random_uuid()" : "random_uuid()";
        world.db.core().transact(handle -> {
            handle.createUpdate("insert into core.person (id, document_kind, document, document_index, name,"
                            + " index_key_id, organisation_id, version, created_by, created_at, updated_by, updated_at) select "
                            + random
                            + ", 'RESIDENT_ID', '', 'i' || s.x, '', 'k1', case when mod(s.x, 10000) = 0 then :factory"
                            + " else :west end, 0, :west, current_timestamp, :west, current_timestamp from " + series)
                    .bind("factory", world.tree.factory.id())
                    .bind("west", world.tree.west.id())
                    .execute();
            handle.execute("insert into core.participation (id, subject_kind, subject_id, programme_id, edition_year,"
                    + " type_id, record_id, kind, owner_org, state, counted, created_at, updated_at) select " + random
                    + ", 'PERSON', id, 'workshop', 2026, 'guests', id, 'meal', organisation_id, 'INVITED', true,"
                    + " created_at, created_at from core.person where mod(cast(substring(document_index from 2) as"
                    + " integer), 2) = 1");
            handle.execute("analyze" + (postgres() ? " core.person" : ""));
            if (postgres()) {
                handle.execute("analyze core.participation");
            }
            return null;
        });
    }

    @AfterEach
    void empty() {
        world.db.core().transact(handle -> {
            handle.execute("delete from core.participation");
            return handle.execute("delete from core.person");
        });
    }

    private static PersonRegistry.Query idle(UUID after) {
        return new PersonRegistry.Query(null, null, null, null, null, 2026, after, 50);
    }

    private String plan(Caller caller) {
        return world.db.core().read(handle -> {
            PersonPages pages = new PersonPages(handle, PersonScope.of(caller, Right.VIEW));
            String sql = pages.sql(idle(new UUID(0, 0)), false);
            return String.join(
                            "\n",
                            pages.bound(
                                            handle.createQuery("explain " + sql),
                                            sql,
                                            idle(new UUID(0, 0)),
                                            world.persons,
                                            null)
                                    .mapTo(String.class)
                                    .list())
                    .toLowerCase(Locale.ROOT);
        });
    }

    private int page(Caller caller, UUID after) {
        return world.db.core().read(handle -> new PersonPages(handle, PersonScope.of(caller, Right.VIEW))
                .list(idle(after), world.persons, null)
                .size());
    }

    @Test
    void goesAlongIndexesForTheCityAndForABranch() {
        for (Caller caller : List.of(world.approver(), world.westOfficer(), world.officer())) {
            String plan = plan(caller);
            assertFalse(plan.contains("seq scan on person"), plan);
            assertFalse(plan.contains("seq scan on participation"), plan);
            assertFalse(plan.contains("tablescan"), plan);
            assertTrue(plan.contains("participation_subject"), plan);
        }
        assertEquals(50, page(world.approver(), null));
        assertEquals(50, page(world.westOfficer(), new UUID(0, 0)));
        assertEquals(PERSONS / 10_000, page(world.officer(), null), "few among many");
    }
}
