package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Role;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.TransitionRequest;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Visit;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.Workshops;

/** Several people at the same moment. */
@ParameterizedClass
@EnumSource
class ConcurrencyTest {

    private static final int WRITERS = 8;

    private final World world;

    ConcurrencyTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
    }

    /** All begin together; the answers in the order of the writers. */
    private static List<String> together(java.util.function.IntFunction<String> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                Callable<String> call = () -> {
                    start.await();
                    return work.apply(writer);
                };
                answers.add(threads.submit(call));
            }
            List<String> all = new ArrayList<>();
            for (Future<String> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    @Test
    void oneKeyHasOneWinner() throws Exception {
        for (int round = 0; round < 5; round++) {
            String name = "Room " + round;
            List<String> answers = together(i -> World.refusal(() -> world.created(world.officer(), name)));

            assertEquals(1, Collections.frequency(answers, ""), answers::toString);
            assertEquals(WRITERS - 1, Collections.frequency(answers, "WS-DUP(name)"), answers::toString);
        }
        assertEquals(5, world.workshops.count(world.officer(), RecordQuery.first(1), 100));
    }

    @Test
    void oneVersionHasOneWinner() throws Exception {
        Workshop created = world.created(world.officer(), "Room");
        List<String> answers = together(i -> World.refusal(() -> {
            Workshop copy = world.draft("Room");
            try {
                java.lang.reflect.Field id = Workshop.class.getDeclaredField("id");
                java.lang.reflect.Field version = Workshop.class.getDeclaredField("version");
                id.setAccessible(true);
                version.setAccessible(true);
                id.set(copy, created.id());
                version.set(copy, created.version());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            copy.setPlaces(100 + i);
            world.workshops.update(world.officer(), copy);
        }));

        assertEquals(1, Collections.frequency(answers, ""), answers::toString);
        assertEquals(WRITERS - 1, Collections.frequency(answers, "CORE-STALE"), answers::toString);
        assertEquals(2, world.workshops.history(world.officer(), created.id()).size(), "losers leave no history");
    }

    @Test
    void oneStepIsTakenOnce() throws Exception {
        UUID id = world.created(world.officer(), "Room").id();
        List<String> answers = together(i -> World.refusal(
                () -> world.workshops.transition(world.officer(), id, -1, TransitionRequest.of("submit"))));

        assertEquals(1, Collections.frequency(answers, ""), answers::toString);
        assertEquals(WRITERS - 1, Collections.frequency(answers, "WS-STATE(status)"), answers::toString);
        assertEquals(2, world.workshops.history(world.officer(), id).size());
    }

    @Test
    void partsAddedAtTheSameMomentAreAllCounted() throws Exception {
        UUID id = world.created(world.officer(), "Room").id();
        List<String> answers = together(i -> World.refusal(() -> {
            Visit visit = Workshops.VISITS.blank();
            visit.setWorkshop(id);
            visit.setReport("visit " + i);
            world.visits.create(world.person("inspector " + i, world.tree.city, Role.INSPECTOR), visit);
        }));
        long saved = Collections.frequency(answers, "");

        assertEquals(saved, world.visits.partsOf(world.officer(), id).size());
        assertEquals((int) saved, (int) world.workshops.get(world.officer(), id).getVisits());
        assertTrue(saved >= WRITERS / 2, answers::toString);
    }

    @Test
    void twoImportsOfTheSameFileSaveEachRowOnce() throws Exception {
        BulkRecords<Workshop> bulk = world.engine.bulk(world.programme, Workshops.TYPE);
        List<String> answers = together(writer -> {
            BulkRecords.Session<Workshop> session = bulk.open(world.officer(), "file " + writer);
            List<Workshop> rows = new ArrayList<>(IntStream.range(0, 50)
                    .mapToObj(i -> world.draft("Room " + i))
                    .toList());
            Collections.shuffle(rows, new java.util.Random(writer));
            session.insert(rows)
                    .forEach(v ->
                            assertTrue(!v.refused() || World.codes(v.refusals()).equals("WS-DUP(name)"), v::toString));
            return Long.toString(session.saved());
        });

        assertEquals(50, answers.stream().mapToLong(Long::parseLong).sum(), answers::toString);
        assertEquals(50, world.workshops.count(world.officer(), RecordQuery.first(1), 1_000));
    }
}
