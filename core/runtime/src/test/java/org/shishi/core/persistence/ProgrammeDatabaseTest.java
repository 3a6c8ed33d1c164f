package org.shishi.core.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.organisation.District;
import org.shishi.api.persistence.Database;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.TestKeys;
import org.shishi.core.persistence.ProgrammeDatabases.Opened;
import org.shishi.core.persistence.ProgrammeDatabases.Unit;
import org.shishi.core.persistence.sample.Household;
import org.shishi.core.persistence.sample.Member;
import org.shishi.core.persistence.sample.SampleLoader;

@ParameterizedClass
@EnumSource
@Timeout(60)
class ProgrammeDatabaseTest {

    private static final Instant NOON = Instant.parse("2026-07-01T04:00:00.123456Z");
    private static final UUID WHO = UUID.randomUUID();

    private final TestDatabase db;
    private final Opened opened;
    private final Database database;

    ProgrammeDatabaseTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        opened = open(2026);
        database = opened.database();
    }

    private Opened open(int year) {
        Unit unit = new Unit(
                "sample-programme",
                year,
                new SampleLoader(),
                List.of(Household.class.getName(), Member.class.getName()));
        db.programmes().migrate(unit);
        return db.programmes().open(unit, new FieldCipher(new TestKeys()));
    }

    @AfterEach
    void close() {
        opened.close();
        db.close();
    }

    @Test
    void theSampleIsWoven() {
        assertTrue(PersistenceWeaved.class.isAssignableFrom(Household.class));
    }

    @Test
    void namesTheSchemaByProgrammeAndYear() {
        assertEquals("sample_programme_2026", database.schema());
        assertEquals(0L, db.core().<Long>read(handle -> handle.createQuery(
                        "select count(*) from sample_programme_2026.household")
                .mapTo(Long.class)
                .one()));
    }

    @Test
    void keepsARecordWithItsHead() {
        UUID id = create("Tan Invented");

        Household found = database.read(entities -> entities.find(Household.class, id));

        assertEquals("Tan Invented", found.name());
        assertEquals(LocalDate.of(2026, 1, 31), found.since());
        assertEquals(NOON, found.seenAt());
        assertEquals(NOON, found.head().createdAt());
        assertEquals("DRAFT", found.head().status());
        assertEquals(WHO, found.head().ownerOrg());
        assertNull(found.parent());
        assertEquals(1, found.version());
    }

    @Test
    void keepsEveryKindOfValueAndItsAbsence() {
        List<Object> values = List.of(
                true, 1_234_567L, new BigDecimal("20.50"), LocalDateTime.of(2026, 1, 31, 8, 30), District.values()[0]);
        UUID full = create("Full");
        database.transact(entities -> {
            entities.find(Household.class, full)
                    .numbers(
                            true,
                            1_234_567L,
                            new BigDecimal("20.50"),
                            LocalDateTime.of(2026, 1, 31, 8, 30),
                            District.values()[0]);
            return null;
        });
        assertEquals(
                values,
                database.<Household>read(entities -> entities.find(Household.class, full))
                        .numbers());

        database.transact(entities -> {
            Household emptied = entities.find(Household.class, full);
            emptied.numbers(null, null, null, null, null);
            emptied.since(null);
            emptied.seenAt(null);
            return null;
        });
        Household found = database.read(entities -> entities.find(Household.class, full));
        assertEquals(Arrays.asList(null, null, null, null, null), found.numbers());
        assertNull(found.since());
        assertNull(found.seenAt());
    }

    @Test
    void whatIsMoreThanColumnsIsLeftToTheProvider() {
        UUID id = create("Has tags");
        Household known = database.read(entities -> entities.find(Household.class, id));

        assertFalse(((NewRows) database).insert(List.of(known)));
        assertTrue(((NewRows) database).insert(List.of()));
    }

    @Test
    void aChangeInsideTheHeadIsSeen() {
        UUID id = create("Tan Invented");

        database.transact(entities -> {
            entities.find(Household.class, id).head().status("SUBMITTED");
            return null;
        });

        Household found = database.read(entities -> entities.find(Household.class, id));
        assertEquals("SUBMITTED", found.head().status());
        assertEquals(NOON, found.head().createdAt());
        assertEquals(2, found.version());
    }

    @Test
    void keepsPartsAndTagsAndFollowsThemLazily() {
        UUID id = create("Tan Invented");
        database.transact(entities -> {
            Household household = entities.find(Household.class, id);
            household.members().add(new Member(household, "One Invented"));
            household.tags().addAll(List.of("A", "B"));
            return null;
        });

        database.read(entities -> {
            Household household = entities.createQuery(
                            "select h from Household h where 'B' member of h.tags", Household.class)
                    .getSingleResult();
            assertEquals(2, household.tags().size());
            assertEquals("One Invented", household.members().getFirst().name());
            assertEquals(
                    id,
                    entities.createQuery("select m from Member m where m.household.name = 'Tan Invented'", Member.class)
                            .getSingleResult()
                            .household()
                            .id());
            return null;
        });
    }

    @Test
    void bulkUpdatesAndNativeSqlHitTheSchema() {
        create("Tan Invented");

        database.transact(entities -> entities.createQuery(
                        "update Household h set h.name = 'Other' where h.head.status = 'DRAFT'")
                .executeUpdate());

        assertEquals("Other", database.read(entities -> entities.createNativeQuery(
                        "select name from " + database.schema() + ".household")
                .getSingleResult()));
    }

    @Test
    void twoYearsStandSideBySide() {
        create("Of 2026");
        try (Opened next = open(2027)) {
            assertTrue(next.empty());
            assertFalse(opened.empty());
            UUID id = create(next.database(), "Of 2027");

            assertNull(database.<Household>read(entities -> entities.find(Household.class, id)));
            assertNotNull(next.database().<Household>read(entities -> entities.find(Household.class, id)));
        }
    }

    @Test
    void aStaleCopyIsRefusedAsWhatItIs() {
        UUID id = create("Tan Invented");
        Household stale = database.read(entities -> entities.find(Household.class, id));
        database.transact(entities -> {
            entities.find(Household.class, id).name("Faster");
            return null;
        });
        stale.name("Slower");

        assertThrows(OptimisticLockException.class, () -> database.transact(entities -> entities.merge(stale)));
    }

    @Test
    void theCoresRowsGoTogetherWithTheProgrammes() {
        assertThrows(
                IllegalStateException.class,
                () -> database.transact(entities -> {
                    entities.persist(household("Tan Invented"));
                    note();
                    throw new IllegalStateException("wanted");
                }));
        assertEquals(0, notes());
        assertTrue(opened.empty());

        database.transact(entities -> {
            entities.persist(household("Tan Invented"));
            return note();
        });
        assertEquals(1, notes());
        assertFalse(opened.empty());
    }

    @Test
    void theCoreSeesWhatTheProgrammeHasFlushed() {
        long seen = db.core().transact(handle -> {
            database.transact(entities -> {
                entities.persist(household("Tan Invented"));
                entities.flush();
                return null;
            });
            return handle.createQuery("select count(*) from sample_programme_2026.household")
                    .mapTo(Long.class)
                    .one();
        });

        assertEquals(1, seen);
    }

    @Test
    void aBrokenConstraintTakesTheCoresRowsAlong() {
        create("Tan Invented");

        assertThrows(
                RuntimeException.class,
                () -> database.transact(entities -> {
                    note();
                    entities.persist(household("Tan Invented"));
                    return null;
                }));

        assertEquals(0, notes());
    }

    @Test
    void nestedWorkSharesOneEntityManager() {
        database.transact(outer -> {
            outer.persist(household("Tan Invented"));
            database.transact(inner -> {
                assertEquals(System.identityHashCode(outer), System.identityHashCode(inner));
                return null;
            });
            return null;
        });
        assertFalse(opened.empty());
    }

    @Test
    void closingWaitsForCallsUnderWayAndRefusesNewOnes() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<UUID> call = CompletableFuture.supplyAsync(() -> database.transact(entities -> {
            inside.countDown();
            await(goOn);
            return create("Tan Invented");
        }));
        inside.await();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(opened::close, Thread::startVirtualThread);
        while (!refuses()) {
            Thread.onSpinWait();
        }
        assertFalse(closing.isDone());
        goOn.countDown();

        assertNotNull(call.get());
        closing.get();
        assertTrue(refuses());
        assertEquals(1L, db.core().<Long>read(handle -> handle.createQuery(
                        "select count(*) from sample_programme_2026.household")
                .mapTo(Long.class)
                .one()));
    }

    @Test
    void writesManyRowsInBatches() {
        database.transact(entities -> {
            for (int i = 0; i < 2_500; i++) {
                entities.persist(household("Invented " + i));
            }
            return null;
        });
        assertEquals(2_500L, database.<Long>read(entities -> entities.createQuery(
                        "select count(h) from Household h", Long.class)
                .getSingleResult()));
    }

    private boolean refuses() {
        try {
            database.read(EntityManager::isOpen);
            return false;
        } catch (ProgrammeOfflineException e) {
            assertInstanceOf(ProgrammeOfflineException.class, e);
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID create(String name) {
        return create(database, name);
    }

    private static UUID create(Database where, String name) {
        return where.transact(entities -> {
            Household household = household(name);
            entities.persist(household);
            return household.id();
        });
    }

    private static Household household(String name) {
        Household household = new Household();
        household.name(name);
        household.since(LocalDate.of(2026, 1, 31));
        household.seenAt(NOON);
        household.head().ownerOrg(WHO);
        household.head().status("DRAFT");
        household.head().created(WHO, NOON);
        return household;
    }

    private int note() {
        return db.core()
                .transact(handle -> handle.execute("insert into core.programme"
                        + " (id, edition_year, version, title_zh, title_en, stopped, changed_at)"
                        + " values ('sample', 2026, '2026.1.0', '样', 'Sample', false, current_timestamp)"));
    }

    private long notes() {
        return db.core().read(handle -> handle.createQuery("select count(*) from core.programme")
                .mapTo(Long.class)
                .one());
    }
}
