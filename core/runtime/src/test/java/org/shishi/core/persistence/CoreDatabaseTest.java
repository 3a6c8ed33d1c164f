package org.shishi.core.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class CoreDatabaseTest {

    private static final Instant NOON = Instant.parse("2026-07-01T04:00:00.123456Z");

    private final TestDatabase db;
    private final CoreDatabase core;

    CoreDatabaseTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        core = db.core();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void knowsItsKind() {
        assertEquals(db.postgres(), core.postgres());
    }

    @Test
    void keepsWhatIsCommittedToTheMicrosecond() {
        core.transact(handle -> insert(handle, "basket"));

        assertEquals(NOON, core.read(handle -> handle.createQuery(
                        "select changed_at from core.programme where id = 'basket'")
                .mapTo(Instant.class)
                .one()));
    }

    @Test
    void keepsNothingOfWhatFails() {
        assertThrows(
                IllegalStateException.class,
                () -> core.transact(handle -> {
                    insert(handle, "basket");
                    throw new IllegalStateException("wanted");
                }));

        assertEquals(0, count());
    }

    @Test
    void aJoinedPieceGoesWithTheWhole() {
        assertThrows(
                IllegalStateException.class,
                () -> core.transact(outer -> {
                    core.transact(inner -> insert(inner, "basket"));
                    assertEquals(1, count(), "seen inside");
                    throw new IllegalStateException("wanted");
                }));

        assertEquals(0, count());
    }

    @Test
    void aFailureInsideSpoilsTheWholeEvenWhenSomebodyCatchesIt() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> core.transact(outer -> {
                    insert(outer, "basket");
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> core.transact(inner -> {
                                throw new IllegalArgumentException("swallowed");
                            }));
                    return null;
                }));

        assertEquals("swallowed", refused.getCause().getMessage());
        assertEquals(0, count());
    }

    @Test
    void workAfterCommitWaitsForIt() {
        List<Long> seen = new ArrayList<>();
        core.transact(handle -> {
            insert(handle, "basket");
            core.afterCommit(() -> seen.add(count()));
            assertTrue(seen.isEmpty());
            return null;
        });
        core.afterCommit(() -> seen.add(count() + 1));
        assertThrows(
                IllegalStateException.class,
                () -> core.transact(handle -> {
                    core.afterCommit(() -> seen.add(-1L));
                    throw new IllegalStateException("wanted");
                }));

        assertEquals(List.of(1L, 2L), seen);
    }

    @Test
    void givesEveryConnectionBack() {
        for (int i = 0; i < 50; i++) {
            core.transact(handle -> handle.execute("select 1"));
            core.read(handle -> core.transact(inner -> inner.execute("select 1")));
        }
        assertEquals(0, count());
    }

    @Test
    @Timeout(60)
    void readingThatTurnsIntoWritingNeedsOneConnectionOnly() {
        int all = 20;
        CyclicBarrier everybodyReads = new CyclicBarrier(all);
        List<CompletableFuture<Integer>> work = IntStream.range(0, all)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> core.read(handle -> {
                            handle.execute("select 1");
                            await(everybodyReads);
                            int written = core.transact(inner -> insert(inner, "sample-" + i));
                            handle.execute("select 1");
                            return written;
                        }),
                        Thread::startVirtualThread))
                .toList();
        work.forEach(each -> assertEquals(1, each.join()));
        assertEquals(all, count());
    }

    @Test
    void writingInsideReadingThatFailsLeavesTheReadingAsItWas() {
        core.read(handle -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> core.transact(inner -> {
                        insert(inner, "basket");
                        throw new IllegalStateException("wanted");
                    }));
            assertEquals(0, count());
            return core.transact(inner -> insert(inner, "basket"));
        });
        assertEquals(1, count());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count() {
        return core.read(handle -> handle.createQuery("select count(*) from core.programme")
                .mapTo(Long.class)
                .one());
    }

    private static int insert(Handle handle, String id) {
        return handle.createUpdate(
                        "insert into core.programme (id, edition_year, version, title_zh, title_en, stopped, changed_at)"
                                + " values (:id, 2026, '2026.1.0', '菜篮子', 'Basket', false, :at)")
                .bind("id", id)
                .bind("at", NOON)
                .execute();
    }
}
