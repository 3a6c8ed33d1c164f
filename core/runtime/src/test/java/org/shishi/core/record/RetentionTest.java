package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.file.Attachment;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Retention;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.Seals.Seal;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.text.Text;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.edition.SealsService;
import org.shishi.core.file.AttachmentsService;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Guest;
import org.shishi.core.record.workshop.Guests;

/** Editions of 2025 and 2026, kept for three years; 2025 was closed on 30 June 2023, a day more than three years ago. */
@ParameterizedClass
@EnumSource
class RetentionTest {

    @TempDir
    Path home;

    private final World world;
    private RetentionAtWork work;
    private Retention retention;
    private Caller approver;
    private SealsService seals;
    private AttachmentsService attachments;

    RetentionTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
    }

    @BeforeEach
    void begin() {
        work = new RetentionAtWork(world, home);
        retention = work.retention;
        approver = work.approver;
        seals = work.seals;
        attachments = work.attachments;
    }

    @AfterEach
    void end() {
        work.end();
    }

    private Guest invited(ProgrammeContext programme, int person) {
        Guest guest = Guests.TYPE.blank();
        guest.setName("示例甲乙");
        guest.setNumber(GuestIds.of(person));
        guest.setMobile("13900000001");
        guest.setPart("meal");
        Guest saved = world.engine.create(programme, Guests.TYPE).create(world.officer(), guest);
        return world.engine
                .create(programme, Guests.TYPE)
                .transition(world.officer(), saved.id(), -1, TransitionRequest.of("invite"));
    }

    @Test
    void whoIsLongGoneEverywhereIsForgottenAndCountsStay() {
        Guest old = invited(world.last, 1);
        Guest both = invited(world.last, 2);
        invited(world.programme, 2);
        Guest current = invited(world.programme, 3);

        Retention.Preview preview = retention.preview(approver);
        assertEquals(1, preview.persons(), "somebody who still takes part stays");
        assertEquals("示***", preview.first().getFirst().maskedName());
        assertTrue(
                preview.rules().stream().anyMatch(rule -> rule.year() == 2025 && rule.over() && rule.persons() == 2));
        assertTrue(preview.rules().stream().noneMatch(rule -> rule.year() == 2026 && rule.over()));
        retention.order(approver, 1, 0, "保存期满");
        assertEquals(
                Map.of("pseudonymised", 1L, "skipped", 0L, "contacts", 0L),
                work.run().counts());

        assertNull(world.persons.masked(old.getPersonId()).orElseThrow().maskedName());
        assertTrue(world.persons.masked(both.getPersonId()).isPresent());
        Guest left = world.engine.create(world.last, Guests.TYPE).get(world.officer(), old.id());
        assertEquals("***", left.getName());
        assertEquals("***", left.getNumber());
        assertNull(left.getMobile());
        assertEquals("INVITED", left.head().status(), "counts stay");
        assertEquals("示***", world.guests.get(world.officer(), current.id()).getName());
        assertEquals(
                "[0]",
                world.db
                        .core()
                        .read(handle -> handle.createQuery("select cast(count(*) as varchar(9)) from core.person where"
                                        + " id = :id and (name <> '' or document <> '' or mobile is not null"
                                        + " or name_index is not null)")
                                .bind("id", old.getPersonId())
                                .mapTo(String.class)
                                .list())
                        .toString());
        Guest again = invited(world.programme, 1);
        assertFalse(again.getPersonId().equals(old.getPersonId()), "who comes back is somebody new");
        assertEquals(
                List.of("retention.order", "retention.done"),
                world.audit.stream()
                        .map(World.Line::action)
                        .filter(action -> action.startsWith("retention"))
                        .toList());
        assertEquals(Retention.State.DONE, retention.runs(approver).getFirst().state());
    }

    @Test
    void filesSealsAndKeptRowsOfImportsGoWithThePersonAndSealsStayProvable() throws IOException {
        Guest old = invited(world.last, 8);
        Guest current = invited(world.programme, 9);
        String object = world.last.objectName(Guests.TYPE, old.id());
        String other = world.programme.objectName(Guests.TYPE, current.id());
        for (String name : List.of(object, other)) {
            attachments.add(world.officer(), name, "photo", "示例甲乙.png", new ByteArrayInputStream(PNG));
        }
        Seal fresh = seals.seal(world.officer(), world.last, "1", RetentionAtWork.basis(object));
        seals.seal(world.officer(), world.programme, "1", RetentionAtWork.basis(other));
        String former = sealedAsBefore(object);
        work.keptRow(2025);
        work.keptRow(2026);

        Retention.Preview preview = retention.preview(approver);
        assertEquals(
                "1 1 2 1",
                RetentionAtWork.counted(
                        preview.persons(), preview.attachments(), preview.seals(), preview.importRows()));
        retention.order(approver, 1, 0, "保存期满");
        work.run();

        Retention.Run done = retention.runs(approver).getFirst();
        assertEquals(
                "1 1 2 1", RetentionAtWork.counted(done.done(), done.attachments(), done.seals(), done.importRows()));
        Attachment file = attachments.list(object).getFirst();
        assertEquals("***", file.name());
        assertEquals("CORE-ATT-GONE", World.refusal(() -> attachments.open(object, file.id())));
        Attachment same = attachments.list(other).getFirst();
        assertArrayEquals(PNG, attachments.open(other, same.id()).readAllBytes());
        List<Seal> left = seals.of(object);
        assertEquals(
                Set.of(fresh.digest(), former),
                left.stream().map(Seal::digest).collect(Collectors.toSet()),
                "as vouchers name them");
        for (Seal seal : left) {
            assertEquals(Collections.singletonMap("payee", null), seal.basis().persons());
            assertEquals(Map.of("fen", 5L), seal.basis().sums());
            assertEquals(List.of(), seals.differences(seal, world.last, "1", Map.of("payee", "示**")));
        }
        assertEquals("示例甲乙", seals.of(other).getFirst().basis().persons().get("payee"));
        assertEquals(
                List.of(former),
                world.audit.stream()
                        .filter(line -> line.action().equals("seal.redact"))
                        .map(line -> line.details().get("digest"))
                        .toList(),
                "the log ties what is left to what was");
        world.db
                .core()
                .transact(handle ->
                        handle.execute("update core.seal set redacted_digest = '0' where redacted_digest is not null"));
        assertThrows(IllegalStateException.class, () -> seals.of(object), "and it is still found when it is changed");
    }

    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    /** As seals were made before persons stood apart. */
    private String sealedAsBefore(String object) {
        UUID id = UUID.randomUUID();
        String json = "{\"object\":\"" + object + "\",\"rule\":\"R-1\",\"day\":\"" + World.TODAY
                + "\",\"version\":\"1\",\"values\":{},\"sums\":{\"fen\":5},\"persons\":{\"payee\":\"示例甲乙\"}}";
        String digest = sha256(json);
        world.db
                .core()
                .transact(handle -> handle.execute(
                        "insert into core.seal (id, programme_id, edition_year, object, rule_id, content, digest, sealed_by,"
                                + " sealed_name, sealed_at) values (?, 'workshop', 2025, ?, 'R-1', ?, ?, ?, 'x',"
                                + " current_timestamp)",
                        id,
                        object,
                        new FieldCipher(world.keys).seal("seal/content/" + id, json),
                        digest,
                        id));
        return digest;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void onTheLastDayEverythingIsStillKept() {
        invited(world.last, 4);
        work.closed(2025, LocalDate.of(2023, 7, 1));
        assertEquals(0, retention.preview(approver).persons());
        assertEquals("CORE-RETENTION-NONE", World.refusal(() -> retention.order(approver, 0, 0, "保存期满")));
        work.closed(2025, LocalDate.of(2023, 6, 30));
        assertEquals(1, retention.preview(approver).persons());
    }

    @Test
    void membersStayAndProgrammesWhoseTablesNobodyKnowsSkipTheirs() {
        Guest member = invited(world.last, 5);
        world.db
                .core()
                .transact(handle ->
                        handle.execute("update core.person set is_member = true where id = ?", member.getPersonId()));
        Guest other = invited(world.last, 6);

        assertEquals(1, retention.preview(approver).persons());
        retention.order(approver, 1, 0, "保存期满");
        assertEquals("CORE-RETENTION-OPEN", World.refusal(() -> retention.order(approver, 1, 0, "又一次")));
        world.db
                .core()
                .transact(handle -> handle.execute("update core.personal_table set table_name = 'elsewhere'"
                        + " where edition_year = 2025 and type_id = 'guests'"));
        assertEquals(
                List.of(Text.same("workshop 2025")), retention.preview(approver).away());
        assertEquals(
                Map.of("pseudonymised", 0L, "skipped", 1L, "contacts", 0L),
                work.run().counts());
        assertTrue(world.persons.masked(other.getPersonId()).orElseThrow().maskedName() != null);
        assertEquals(1, retention.runs(approver).getFirst().skipped());
    }

    @Test
    void ofAMemberWhoStaysFilesAndSealsGoWithEachRecordThatIsOver() throws IOException {
        Guest member = invited(world.last, 10);
        Guest current = invited(world.programme, 10);
        world.db
                .core()
                .transact(handle ->
                        handle.execute("update core.person set is_member = true where id = ?", member.getPersonId()));
        String object = world.last.objectName(Guests.TYPE, member.id());
        String now = world.programme.objectName(Guests.TYPE, current.id());
        for (String name : List.of(object, now)) {
            attachments.add(world.officer(), name, "photo", "示例甲乙.png", new ByteArrayInputStream(PNG));
            seals.seal(world.officer(), world.last, "1", RetentionAtWork.basis(name));
        }
        Retention.Preview preview = retention.preview(approver);
        assertEquals("0 1 1", RetentionAtWork.counted(preview.persons(), preview.attachments(), preview.seals()));

        retention.order(approver, 0, 0, "保存期满");
        work.run();

        Retention.Run done = retention.runs(approver).getFirst();
        assertEquals("0 1 1", RetentionAtWork.counted(done.done(), done.attachments(), done.seals()));
        assertEquals("***", attachments.list(object).getFirst().name());
        assertEquals("示例甲乙.png", attachments.list(now).getFirst().name());
        assertEquals(
                Collections.singletonMap("payee", null),
                seals.of(object).getFirst().basis().persons());
        assertEquals("示例甲乙", seals.of(now).getFirst().basis().persons().get("payee"));
        assertTrue(world.persons.masked(member.getPersonId()).orElseThrow().maskedName() != null);
        assertEquals("CORE-RETENTION-NONE", World.refusal(() -> retention.order(approver, 0, 0, "再次")));
    }

    @Test
    void itIsOrderedByWhomTheMatrixNamesWithAReasonAndForWhatWasShown() {
        invited(world.last, 7);
        for (Caller caller : List.of(world.officer(), world.approver(), world.auditor())) {
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> retention.preview(caller)));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> retention.order(caller, 1, 0, "x")));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> retention.cancel(caller)));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> retention.runs(caller)));
        }
        assertEquals("CORE-REASON-MISSING(reason)", World.refusal(() -> retention.order(approver, 1, 0, " ")));
        assertEquals("CORE-RETENTION-CHANGED", World.refusal(() -> retention.order(approver, 2, 0, "保存期满")));
        retention.order(approver, 1, 0, "保存期满");
        retention.cancel(approver);
        assertEquals(Map.of("pseudonymised", 0L), work.run().counts(), "nothing is left to do");
    }
}
