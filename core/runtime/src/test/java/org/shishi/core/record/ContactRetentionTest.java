package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.platform.Retention;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Visit;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.Workshops;

/** Contacts in records, who are no persons of the registry, have an end, too. The programme is asked for nothing. */
@ParameterizedClass
@EnumSource
class ContactRetentionTest {

    private static final String HELPER = "示例丁戊";

    private final World world;
    private RetentionAtWork work;
    private Retention retention;

    @TempDir
    Path home;

    ContactRetentionTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
    }

    @BeforeEach
    void begin() {
        work = new RetentionAtWork(world, home);
        retention = work.retention;
    }

    @AfterEach
    void end() {
        work.end();
    }

    private Workshop workshop(ProgrammeContext programme) {
        return world.engine.create(programme, Workshops.TYPE).create(world.officer(), world.draft("示例工坊"));
    }

    private Visit visit(ProgrammeContext programme, Workshop workshop, String helper) {
        Visit visit = Workshops.VISITS.blank();
        visit.setWorkshop(workshop.id());
        visit.setReport("示例");
        visit.setHelper(helper);
        return world.engine.create(programme, Workshops.VISITS).create(world.officer(), visit);
    }

    private Visit now(ProgrammeContext programme, Visit visit) {
        return world.engine.create(programme, Workshops.VISITS).get(world.officer(), visit.id());
    }

    @Test
    void goByTheRuleOfTheirKindWithStampedCopiesAndSealsAndNothingElse() throws IOException {
        Workshop whole = workshop(world.last);
        Visit old = visit(world.last, whole, HELPER);
        Visit unnamed = visit(world.last, whole, null);
        Visit current = visit(world.programme, workshop(world.programme), HELPER);
        String object = world.last.objectName(Workshops.VISITS, old.id());
        for (String kind : List.of("STAMPED", "photo")) {
            work.attachments.add(world.officer(), object, kind, "示例.png", new ByteArrayInputStream(RetentionTest.PNG));
        }
        work.seals.seal(world.officer(), world.last, "1", RetentionAtWork.basis(object));
        work.keptRow(2025);
        Retention.Preview preview = retention.preview(work.approver);
        assertEquals(
                "0 1 1 1 1",
                RetentionAtWork.counted(
                        preview.persons(),
                        preview.contacts(),
                        preview.attachments(),
                        preview.seals(),
                        preview.importRows()));
        Retention.Rule rule = preview.rules().stream()
                .filter(each -> each.contacts() && each.year() == 2025)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "visits 3 true 1",
                String.join(" ", rule.kind().zh(), rule.years() + "", rule.over() + "", rule.persons() + ""));
        assertEquals("CORE-RETENTION-CHANGED", World.refusal(() -> retention.order(work.approver, 0, 0, "保存期满")));

        retention.order(work.approver, 0, 1, "保存期满");
        assertEquals(
                Map.of("pseudonymised", 0L, "skipped", 0L, "contacts", 1L),
                work.run().counts());

        Retention.Run done = retention.runs(work.approver).getFirst();
        assertEquals(
                "1 1 1 1 1",
                RetentionAtWork.counted(
                        done.contacts(), done.hidden(), done.attachments(), done.seals(), done.importRows()));
        assertEquals("***", now(world.last, old).getHelper());
        assertEquals(old.version() + 1, now(world.last, old).version(), "who has it open cannot write it back");
        assertNull(now(world.last, unnamed).getHelper());
        assertEquals(HELPER, now(world.programme, current).getHelper());
        assertEquals(
                List.of("STAMPED ***", "photo 示例.png"),
                work.attachments.list(object).stream()
                        .map(file -> file.kind() + " " + file.name())
                        .sorted()
                        .toList());
        assertEquals(
                Collections.singletonMap("payee", null),
                work.seals.of(object).getFirst().basis().persons());
        assertEquals("CORE-RETENTION-NONE", World.refusal(() -> retention.order(work.approver, 0, 0, "再次")));
        assertFalse(world.audit.toString().contains(HELPER));
    }

    @Test
    void anOrderThatWasInterruptedGoesOnWhereItStopped() {
        Workshop whole = workshop(world.last);
        for (int i = 0; i < 205; i++) {
            visit(world.last, whole, HELPER);
        }
        retention.order(work.approver, 0, 205, "保存期满");
        work.stopAfter = 3;
        assertEquals(200L, work.run().counts().get("contacts"));
        assertEquals(
                Retention.State.OPEN, retention.runs(work.approver).getFirst().state());

        work.stopAfter = Integer.MAX_VALUE;
        assertEquals(5L, work.run().counts().get("contacts"));
        Retention.Run done = retention.runs(work.approver).getFirst();
        assertEquals("205 205 DONE", done.contacts() + " " + done.hidden() + " " + done.state());
        assertEquals(
                1,
                world.audit.stream()
                        .filter(line -> line.action().equals("retention.done"))
                        .count());
        assertEquals(0L, work.run().counts().getOrDefault("contacts", 0L));
    }
}
