package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Todo;
import org.shishi.api.record.TransitionRequest;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.WorkshopProgramme;

@ParameterizedClass
@EnumSource
class TodosTest {

    private static final TransitionRequest SUBMIT = TransitionRequest.of("submit");
    private static final TransitionRequest REVIEW = TransitionRequest.of("review");

    private final World world;
    private final Todos todos;

    TodosTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        todos = new TodoService(world.db.core(), new LiveYears(), world.clock());
    }

    private List<Todo> of(Caller caller) {
        return todos.list(caller, Todos.Query.ALL_MINE, null, 100);
    }

    private Workshop go(Caller caller, UUID id, TransitionRequest request) {
        return world.workshops.transition(caller, id, -1, request);
    }

    @Test
    void followARecordFromHandToHand() {
        UUID id = world.created(world.officer(), "Room").id();
        Todo first = of(world.officer()).getFirst();
        assertEquals("Room", first.title());
        assertEquals("DRAFT", first.state());
        assertEquals(List.of("submit"), first.actions());
        assertEquals(WorkshopProgramme.ID, first.programmeId());
        assertEquals(2026, first.year());
        assertEquals("workshops", first.recordType());
        assertEquals(id, first.recordId());
        assertNull(first.due());
        assertFalse(first.returned());
        assertFalse(first.live(), "no programme is open in this test");

        go(world.officer(), id, SUBMIT);
        assertEquals(List.of(), of(world.officer()));
        Todo review = of(world.reviewer()).getFirst();
        assertEquals(List.of("review"), review.actions());
        assertEquals(LocalDate.of(2026, 7, 8), review.due(), "five working days after a Wednesday");
        assertEquals(world.clock().instant(), review.since());
        assertEquals(List.of(), of(world.eastOfficer()), "same organisation, other right");
        assertEquals(
                List.of(), of(world.person("west", world.tree.west, Role.SECOND_LEVEL_APPROVER)), "other organisation");
        assertEquals(List.of(), of(world.approver()), "not yet");

        go(world.reviewer(), id, REVIEW);
        assertEquals(List.of("approve"), of(world.approver()).getFirst().actions());
        go(world.approver(), id, TransitionRequest.of("approve"));
        assertEquals(List.of(), of(world.approver()));
    }

    @Test
    void aReturnSaysThatItIsOne() {
        UUID id = world.created(world.officer(), "Room").id();
        go(world.officer(), id, SUBMIT);
        Workshop returned = go(world.reviewer(), id, new TransitionRequest("return", "why", Map.of()));

        assertEquals(true, of(world.officer()).getFirst().returned());
        assertEquals(1, todos.counts(world.officer()).returned());
        returned.setName("New name");
        world.workshops.update(world.officer(), returned);
        assertEquals("New name", of(world.officer()).getFirst().title());
    }

    @Test
    void comeInTheOrderOfTheirDaysAndPageByKey() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID id = world.created(world.officer(), "r" + i).id();
            go(world.officer(), id, SUBMIT);
            ids.add(id);
            world.pass(Duration.ofDays(i == 2 ? 0 : 1));
        }
        List<Todo> all = of(world.reviewer());
        assertEquals(ids, all.stream().map(Todo::recordId).toList());
        List<UUID> paged = new ArrayList<>();
        UUID after = null;
        List<Todo> page;
        do {
            page = todos.list(world.reviewer(), Todos.Query.mineIn(WorkshopProgramme.ID), after, 2);
            page.forEach(todo -> paged.add(todo.recordId()));
            if (!page.isEmpty()) {
                after = page.getLast().id();
                // The one the page ends with is done before the next page is asked for.
                go(world.reviewer(), page.getLast().recordId(), REVIEW);
            }
        } while (!page.isEmpty());
        assertEquals(ids, paged);
        assertEquals(List.of(), todos.list(world.reviewer(), Todos.Query.mineIn("other"), null, 10));
        assertEquals(List.of(), todos.list(world.reviewer(), Todos.Query.ALL_MINE, null, 0));
    }

    @Test
    void countBothSidesOfTodayAndOfSunday() {
        UUID id = world.created(world.officer(), "Room").id();
        go(world.officer(), id, SUBMIT);
        // Due on Wednesday the 8th of July; today is the 1st.
        assertEquals(new Todos.Counts(1, 0, 0, 0, 0), todos.counts(world.reviewer()));
        world.pass(Duration.ofDays(4));
        assertEquals(new Todos.Counts(1, 0, 0, 0, 0), todos.counts(world.reviewer()), "the Sunday before");
        world.pass(Duration.ofDays(1));
        assertEquals(new Todos.Counts(1, 1, 0, 0, 0), todos.counts(world.reviewer()), "its Monday");
        world.pass(Duration.ofDays(2));
        assertEquals(new Todos.Counts(1, 1, 0, 0, 0), todos.counts(world.reviewer()), "its day");
        world.pass(Duration.ofDays(1));
        assertEquals(new Todos.Counts(1, 0, 1, 0, 0), todos.counts(world.reviewer()), "the day after");
        assertEquals(
                new Todos.Counts(0, 0, 0, 0, 0),
                todos.counts(world.person("admin", world.tree.city, Role.PLATFORM_ADMIN)));
        assertEquals(
                new Todos.Counts(0, 0, 0, 0, 0),
                todos.counts(new Caller(
                        UUID.randomUUID(), "none", world.tree.east, Map.of(), Locale.SIMPLIFIED_CHINESE, null)));
    }

    @Test
    void aMissingCalendarYearLeavesTheDayOpenUntilItIsThere() {
        world.calendarUntil(2025);
        UUID id = world.created(world.officer(), "Room").id();
        go(world.officer(), id, SUBMIT);
        assertNull(of(world.reviewer()).getFirst().due());

        TodoDueDays dueDays = new TodoDueDaysService(world.db.core(), world.calendar());
        assertEquals(0, dueDays.recalculate());
        world.calendarUntil(2026);
        assertEquals(1, dueDays.recalculate());
        assertEquals(LocalDate.of(2026, 7, 8), of(world.reviewer()).getFirst().due());
        assertEquals(0, dueDays.recalculate());
    }

    @Test
    void aRoleInEveryProgrammeSeesThemToo() {
        UUID id = world.created(world.officer(), "Room").id();
        go(world.officer(), id, SUBMIT);
        Caller everywhere = new Caller(
                UUID.randomUUID(),
                "everywhere",
                world.tree.east,
                Map.of(Caller.EVERY_PROGRAMME, Set.of(Role.SECOND_LEVEL_APPROVER)),
                Locale.ENGLISH,
                null);

        assertEquals(1, of(everywhere).size());
        assertEquals(
                1,
                todos.list(everywhere, Todos.Query.mineIn(WorkshopProgramme.ID), null, 10)
                        .size());
        assertEquals(
                0, todos.list(everywhere, Todos.Query.mineIn("other"), null, 10).size());
    }

    private List<String> holding(Caller caller, String text) {
        return todos.list(caller, new Todos.Query(Todos.View.MINE, Todos.Urgency.ALL, null, text), null, 100).stream()
                .map(Todo::title)
                .toList();
    }

    @Test
    void areFoundByAPartOfTheTitleTheyHaveNow() {
        assertEquals(List.of(), holding(world.officer(), "oom"));
        Workshop room = world.created(world.officer(), "Reading Room");
        world.created(world.officer(), "100% cotton");
        assertEquals(List.of("Reading Room"), holding(world.officer(), " ING r"));
        assertEquals(List.of("100% cotton"), holding(world.officer(), "0%"));
        assertEquals(List.of(), holding(world.officer(), "0_"), "no pattern");

        Workshop stored = world.workshops.get(world.officer(), room.id());
        stored.setName("Tea Kitchen");
        world.workshops.update(world.officer(), stored);
        assertEquals(List.of(), holding(world.officer(), "reading"));
        assertEquals(List.of("Tea Kitchen"), holding(world.officer(), "kitch"));

        go(world.officer(), room.id(), SUBMIT);
        assertEquals(List.of(), holding(world.officer(), "kitch"));
        assertEquals(List.of("Tea Kitchen"), holding(world.reviewer(), "kitch"), "in the next hands, too");
        assertEquals(List.of(), holding(world.reviewer(), "Tea\tKitchen"));
    }
}
