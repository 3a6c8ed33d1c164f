package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.programme.EditionState;
import org.shishi.api.record.HistoryEntry;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.TransitionRequest;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.BulkRecords.Session;
import org.shishi.core.record.workshop.Size;
import org.shishi.core.record.workshop.Visit;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.Workshops;
import org.shishi.core.rule.Verdict;

@ParameterizedClass
@EnumSource
class BulkTest {

    private final World world;
    private final BulkRecords<Workshop> bulk;

    BulkTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        bulk = world.engine.bulk(world.programme, Workshops.TYPE);
    }

    private List<Workshop> rows(String... names) {
        List<Workshop> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(world.draft(name));
        }
        return rows;
    }

    private static List<String> codes(List<Verdict> verdicts) {
        return verdicts.stream().map(verdict -> World.codes(verdict.refusals())).toList();
    }

    private long count() {
        return world.workshops.count(world.officer(), RecordQuery.first(1), 10_000);
    }

    @Test
    void savesTheGoodRowsAndSaysWhatIsWrongWithTheOthers() {
        world.created(world.officer(), "Taken");
        world.engine.create(world.last, Workshops.TYPE).create(world.officer(), world.draft("Old"));
        List<Workshop> rows = rows("Good", "Taken", " ", "Good", "Old", "Old 2", "Elsewhere", "Large");
        rows.get(4).setSize(Size.LARGE);
        rows.get(5).setPlaces(0);
        rows.get(6).head().ownerOrg(world.tree.west.id());
        rows.get(7).setSize(Size.LARGE);
        List<String> expected = List.of(
                "",
                "WS-DUP(name)",
                "WS-MISSING(name)",
                "WS-DUP(name)",
                "WS-BEFORE(size)",
                "WS-PLACES(places)",
                "CORE-FORBIDDEN",
                "");

        Session<Workshop> dry = bulk.open(world.officer(), "dry.xlsx");
        assertEquals(expected, codes(dry.check(rows)));
        assertEquals(1, count(), "a dry run saves nothing");
        Session<Workshop> session = bulk.open(world.officer(), "real.xlsx");
        assertEquals(expected, codes(session.insert(rows)));
        assertEquals(2, session.saved());
        assertEquals(3, count());
        RecordQuery imported = new RecordQuery(
                Map.of("importId", List.of(session.importId().toString())), null, "name", false, null, false, 10);
        List<Workshop> saved = world.workshops.list(world.officer(), imported).items();
        assertEquals(
                List.of("Good", "Large"), saved.stream().map(Workshop::getName).toList());
        assertEquals("DRAFT", saved.getFirst().head().status());
        assertEquals(world.officer().accountId(), saved.getFirst().head().createdBy());
        List<HistoryEntry> history =
                world.workshops.history(world.officer(), saved.getFirst().id());
        assertEquals(
                List.of("import"), history.stream().map(HistoryEntry::action).toList());
        assertEquals("DRAFT", history.getFirst().to());
        assertEquals("officer", history.getFirst().byName());
        World.Line line = world.audit.getLast();
        assertEquals("record.import", line.action());
        assertEquals(Map.of("source", "real.xlsx", "rows", "2"), line.details());
        assertEquals(
                4,
                new TodoService(world.db.core(), new LiveYears(), world.clock())
                        .counts(world.officer())
                        .open(),
                "the last year's, too");
    }

    @Test
    void aKeyIsRememberedOverAllChunksOfAFile() {
        Session<Workshop> dry = bulk.open(world.officer(), "dry.xlsx");
        assertEquals(List.of("", ""), codes(dry.check(rows("A", "B"))));
        assertEquals(List.of("", "WS-DUP(name)"), codes(dry.check(rows("C", "A"))));
        Session<Workshop> session = bulk.open(world.officer(), "real.xlsx");
        assertEquals(List.of("", ""), codes(session.insert(rows("A", "B"))));
        assertEquals(List.of("", "WS-DUP(name)"), codes(session.insert(rows("C", "A"))));
        assertEquals(List.of("WS-DUP(name)"), codes(session.check(rows("A"))));
        assertEquals(List.of(), codes(session.insert(List.of())));
        assertEquals(3, session.saved());
    }

    @Test
    void aBadRowTakesNoKey() {
        List<Workshop> rows = rows("A", "A");
        rows.getFirst().setPlaces(0);
        assertEquals(
                List.of("WS-PLACES(places)", ""),
                codes(bulk.open(world.officer(), "f").insert(rows)));
    }

    @Test
    void anImportGoesWhole() {
        Session<Workshop> session = bulk.open(world.officer(), "f");
        session.insert(rows("A", "B"));
        session.insert(rows("C"));
        world.created(world.officer(), "Mine");
        Caller elsewhere = world.westOfficer();
        assertTrue(bulk.undoable(world.officer(), session.importId()));
        assertTrue(bulk.undoable(world.eastOfficer(), session.importId()));
        assertFalse(bulk.undoable(elsewhere, session.importId()));
        assertFalse(bulk.undoable(world.officer(), UUID.randomUUID()));
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> bulk.undo(elsewhere, session.importId())));
        assertEquals("CORE-NOT-FOUND", World.refusal(() -> bulk.undo(world.officer(), UUID.randomUUID())));

        assertEquals(3, bulk.undo(world.officer(), session.importId()));
        assertEquals(1, count());
        assertEquals("CORE-IMP-ACTED", World.refusal(() -> bulk.undo(world.officer(), session.importId())));
        assertEquals(
                1,
                new TodoService(world.db.core(), new LiveYears(), world.clock())
                        .counts(world.officer())
                        .open());
        world.created(world.officer(), "A");
    }

    @Test
    void onceSomebodyHasActedItStays() {
        List<Runnable> acts = new ArrayList<>();
        List<Workshop> rows = rows("A", "B", "C", "D");
        List<UUID> imports = new ArrayList<>();
        for (Workshop row : rows) {
            Session<Workshop> session = bulk.open(world.officer(), "f");
            session.insert(List.of(row));
            imports.add(session.importId());
        }
        acts.add(() -> {
            Workshop changed = world.workshops.get(world.officer(), rows.get(0).id());
            changed.setPlaces(11);
            world.workshops.update(world.officer(), changed);
        });
        acts.add(() ->
                world.workshops.transition(world.officer(), rows.get(1).id(), -1, TransitionRequest.of("submit")));
        acts.add(() -> world.workshops.attach(world.officer(), rows.get(2).id(), "plan", "p.pdf", World.bytes("%PDF")));
        acts.add(() -> {
            Visit visit = Workshops.VISITS.blank();
            visit.setWorkshop(rows.get(3).id());
            visit.setReport("r");
            world.visits.create(world.person("inspector", world.tree.city, Role.INSPECTOR), visit);
        });
        for (int i = 0; i < acts.size(); i++) {
            assertTrue(bulk.undoable(world.officer(), imports.get(i)));
            acts.get(i).run();
            assertFalse(bulk.undoable(world.officer(), imports.get(i)));
            UUID acted = imports.get(i);
            assertEquals("CORE-IMP-ACTED", World.refusal(() -> bulk.undo(world.officer(), acted)));
        }
        assertEquals(4, count());
        assertEquals(
                List.of("import", "submit"),
                world.workshops.history(world.officer(), rows.get(1).id()).stream()
                        .map(HistoryEntry::action)
                        .toList());
    }

    @Test
    void theSameDoorSaysWhoMayAndWhen() {
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> bulk.open(world.reviewer(), "f")));
        world.programme.state(EditionState.CLOSED);
        assertEquals("CORE-EDITION-CLOSED", World.refusal(() -> bulk.open(world.officer(), "f")));
    }

    @Test
    void aScanHandsOutEverythingInOrderWhateverTheNumber() {
        Session<Workshop> session = bulk.open(world.officer(), "f");
        List<Workshop> rows = new ArrayList<>();
        for (int i = 0; i < 2_001; i++) {
            rows.add(world.draft("r%04d".formatted(i)));
        }
        assertTrue(codes(session.insert(rows)).stream().allMatch(String::isEmpty));
        List<String> names = new ArrayList<>();
        List<Integer> chunks = new ArrayList<>();
        bulk.scan(world.officer(), new RecordQuery(Map.of(), null, "name", false, null, false, 1), chunk -> {
            chunks.add(chunk.size());
            chunk.forEach(w -> names.add(w.getName()));
        });

        assertEquals(List.of(1_000, 1_000, 1), chunks);
        assertEquals(rows.stream().map(Workshop::getName).toList(), names);
        assertEquals(2_001, bulk.undo(world.officer(), session.importId()));
    }
}
