package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.record.RecordPage;
import org.shishi.api.record.RecordQuery;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.Workshops;

/** The search finds by its index exactly what it would find by looking at every record. */
@ParameterizedClass
@EnumSource
class SearchTest {

    private final World world;
    private final BulkRecords<Workshop> bulk;

    SearchTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        bulk = world.engine.bulk(world.programme, Workshops.TYPE);
    }

    private static RecordQuery query(String search, String sort, int limit) {
        return new RecordQuery(Map.of(), search, sort, false, null, false, limit);
    }

    private List<String> pages(RecordQuery query) {
        List<String> names = new ArrayList<>();
        RecordPage<Workshop> page = world.workshops.list(world.officer(), query);
        page.items().forEach(item -> names.add(item.getName()));
        while (page.next() != null) {
            page = world.workshops.list(world.officer(), query.page(page.next(), false));
            page.items().forEach(item -> names.add(item.getName()));
        }
        return names;
    }

    /** Inside a transaction the index is not asked. */
    private List<String> withoutIndex(RecordQuery query) {
        return world.programme.database().transact(em -> pages(query));
    }

    private List<String> found(String search) {
        RecordQuery query = query(search, null, 40);
        List<String> found = pages(query);
        assertEquals(withoutIndex(query), found, search);
        assertEquals(withoutIndex(query(search, "name", 50)), pages(query(search, "name", 50)), search);
        assertEquals(found.size(), world.workshops.count(world.officer(), query, 10_000), search);
        List<String> back = new ArrayList<>();
        RecordPage<Workshop> page = world.workshops.list(world.officer(), query);
        while (page.next() != null) {
            page = world.workshops.list(world.officer(), query.page(page.next(), false));
        }
        page.items().reversed().forEach(item -> back.add(item.getName()));
        while (page.previous() != null) {
            page = world.workshops.list(world.officer(), query.page(page.previous(), true));
            page.items().reversed().forEach(item -> back.add(item.getName()));
        }
        assertEquals(found.reversed(), back, search + " backwards");
        return found;
    }

    private int blocks() {
        return scalar("select count(*) from core.search_block where type_id <> 'todo'");
    }

    private int blocksWith(String text) {
        return scalar("select count(*) from core.search_block where type_id <> 'todo' and texts like '%" + text + "%'");
    }

    private int scalar(String sql) {
        return world.db
                .core()
                .read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private void insert(int from, int to, String contact) {
        BulkRecords.Session<Workshop> session = bulk.open(world.officer(), "many.xlsx");
        List<Workshop> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Workshop row = world.draft("Row " + i);
            row.setContact(contact + (i % 7 == 0 ? "七" : ""));
            rows.add(row);
        }
        session.insert(rows);
        assertEquals(to - from, session.saved());
    }

    @Test
    void findsRareAndCommonWordsInManyBlocks() {
        for (int i = 0; i < 4; i++) {
            insert(i * 700, (i + 1) * 700, "联系人甲");
        }
        assertEquals(4, blocks(), "one for each chunk");
        Workshop mobile = world.draft("Phone");
        mobile.setMobile("13800001234");
        world.workshops.create(world.officer(), mobile);

        assertEquals(List.of("Row 1234"), found("ROW 1234"));
        assertEquals(List.of("Phone"), found("13800001234"));
        assertEquals(List.of(), found("联系人乙"));
        assertEquals(2_800, found("甲").size());
        assertEquals(400, found("七").size());
        assertEquals(
                List.of("Row 2799", "Row 2798"), pages(query("row", null, 2)).subList(0, 2));
        assertEquals(
                111, found("ow 1").stream().filter(name -> name.length() < 8).count());
    }

    @Test
    void everyWriterIsHeardOf() {
        Workshop one = world.created(world.officer(), "Before");
        one.setName("Later");
        world.workshops.update(world.officer(), one);
        assertEquals(List.of(), found("before"));
        assertEquals(List.of("Later"), found("later"));
        // Past every door, as the effect of a step may do.
        world.programme.database().transact(em -> {
            em.find(Workshop.class, one.id()).setName("By the way");
            return null;
        });
        assertEquals(List.of("By the way"), found("way"));
        world.programme.database().transact(em -> {
            em.remove(em.find(Workshop.class, one.id()));
            return null;
        });
        assertEquals(List.of(), found("way"));
        assertEquals(0, blocksWith("way"), "nothing stays of what is gone");
    }

    @Test
    void whatIsRolledBackLeavesNothing() {
        try {
            world.programme.database().transact(em -> {
                Workshop draft = world.draft("Never");
                world.workshops.create(world.officer(), draft);
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException e) {
            assertEquals("on purpose", e.getMessage());
        }
        assertEquals(0, blocksWith("never"));
    }

    @Test
    void smallBlocksAreMergedAndOlderTextsGo() {
        insert(0, 600, "人");
        Workshop changed = world.workshops
                .list(world.officer(), query("Row 300", null, 1))
                .items()
                .getFirst();
        changed.setContact("新人");
        world.workshops.update(world.officer(), changed);
        for (int i = 0; i < 150; i++) {
            world.created(world.officer(), "Single " + i);
        }

        assertTrue(blocks() < 70, "merged: " + blocks());
        assertEquals(List.of("Row 300"), found("新人"));
        assertEquals(150, found("single").size());
        assertEquals(
                1,
                scalar("select count(*) from core.search_block where type_id <> 'todo' and texts like '%row 300%'"),
                "its older text is gone");
        assertEquals(751, found("").size() + 1);
    }

    @Test
    void anImportTakenBackTakesItsBlocksAlong() {
        insert(0, 10, "留下");
        BulkRecords.Session<Workshop> session = bulk.open(world.officer(), "gone.xlsx");
        List<Workshop> rows = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            rows.add(world.draft("Gone " + i));
        }
        session.insert(rows);
        assertEquals(1_200, found("gone").size());

        bulk.undo(world.officer(), session.importId());

        assertEquals(0, blocksWith("gone"));
        assertEquals(10, found("留下").size());
    }

    @Test
    void theIndexIsMadeAnewWhereItIsMissing() {
        insert(0, 30, "人");
        world.db.core().transact(handle -> {
            handle.execute("delete from core.search_block");
            handle.execute("delete from core.search_list");
            return null;
        });
        World.reopen(world);

        assertEquals(List.of("Row 12"), found("row 12"));
        assertEquals(1, blocks());
    }

    @Test
    void agreesWithLookingAtEveryRecordWhateverHappens() {
        Random random = new Random(20_240_501);
        String letters = "甲乙丙丁ab%_!";
        List<UUID> ids = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            StringBuilder name = new StringBuilder("n" + step);
            for (int i = 0; i < 6; i++) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            if (ids.isEmpty() || random.nextInt(3) > 0) {
                ids.add(world.created(world.officer(), name.toString()).id());
            } else {
                Workshop old = world.workshops.get(world.officer(), ids.get(random.nextInt(ids.size())));
                old.setName(name.toString());
                world.workshops.update(world.officer(), old);
            }
        }
        for (int i = 0; i < 40; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = random.nextInt(3); n >= 0; n--) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            found(word.toString());
        }
    }
}
