package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.AuditLog;
import org.shishi.core.audit.AuditTelling;
import org.shishi.core.people.PersonBook;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.programme.KnownProgrammes;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.WorkshopProgramme;
import org.shishi.core.record.workshop.Workshops;
import org.shishi.core.text.CoreMessages;

/** Lines of the log about records say which, to those who may see them, and what happened in the programme's own words. */
@ParameterizedClass
@EnumSource
class ToldRecordsTest {

    private final World world;
    private final LiveYears live = new LiveYears();
    private final AuditTelling telling;

    ToldRecordsTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        live.bindProgramme(new LiveWorkshop(world.programme));
        telling = new AuditTelling(
                world.db.core(),
                new CoreMessages(),
                live,
                new KnownProgrammes(world.db.core(), world.clock()),
                new RecordNames(world.tree),
                new PersonBook(world.db.core(), world.keys, world.clock()));
    }

    @Test
    void aRecordIsNamedToWhoMayViewItAndToNobodyElse() {
        Workshop workshop = world.created(world.officer(), "示例车间甲");
        AuditLog.Entry line =
                line("record.transition", world.programme.objectName(Workshops.TYPE, workshop.id()), Map.of());

        for (Caller reader : List.of(
                world.person("auditor of the city", world.tree.city, Role.AUDITOR),
                world.person("auditor of the branch", world.tree.east, Role.AUDITOR))) {
            AuditLog.Told told = telling.tell(reader, List.of(line)).getFirst();
            assertTrue(told.named(), reader.name());
            assertTrue(told.object().zh().endsWith("：示例车间甲"), told.object().zh());
            assertEquals("办理记录", told.action().zh());
        }
        int refused = world.audit.size();
        for (Caller reader : List.of(
                world.person("auditor elsewhere", world.tree.west, Role.AUDITOR),
                world.person("administrator", world.tree.city, Role.PLATFORM_ADMIN))) {
            AuditLog.Told told = telling.tell(reader, List.of(line)).getFirst();
            assertFalse(told.named(), reader.name());
            assertFalse(told.object().toString().contains("车间甲"), told.object().zh());
            assertTrue(told.object().zh().contains(workshop.id().toString().substring(28)));
        }
        assertEquals(refused, world.audit.size(), "nobody tried to open anything");
    }

    @Test
    void statesAndFieldsAreCalledAsThePagesCallThem() {
        String object = world.programme.objectName(Workshops.TYPE, UUID.randomUUID());
        AuditLog.Told told = telling.tell(
                        world.auditor(),
                        List.of(line("record.transition", object, Map.of("from", "DRAFT", "before", "ab".repeat(32)))))
                .getFirst();

        assertEquals("由：草稿；修改前指纹：abababab…", told.details().zh());
        assertEquals(
                "from: Draft; fingerprint before: abababab…", told.details().en());
        assertTrue(
                told.object().zh().startsWith("workshop（2026年） "), told.object().zh());
    }

    @Test
    void whileTheProgrammeIsAwayItsLinesStandWithoutItsWords() {
        live.unbindProgramme(live.all().getFirst());
        AuditLog.Told told = telling.tell(
                        world.auditor(),
                        List.of(line(
                                "record.update",
                                WorkshopProgramme.ID + "/2026/workshops/" + UUID.randomUUID(),
                                Map.of("from", "DRAFT"))))
                .getFirst();

        assertFalse(told.named());
        assertEquals("由：DRAFT", told.details().zh());
    }

    private static AuditLog.Entry line(String action, String object, Map<String, String> details) {
        return new AuditLog.Entry(1, Instant.EPOCH, "甲", "乙", action, object, null, null, details);
    }
}
