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
import org.shishi.api.audit.Audit;
import org.shishi.api.file.Attachment;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.Retention;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.programme.Seals;
import org.shishi.api.programme.Seals.Seal;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.text.Text;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.edition.SealsService;
import org.shishi.core.file.AttachmentsService;
import org.shishi.core.people.PersonTraces;
import org.shishi.core.people.RetentionJob;
import org.shishi.core.people.RetentionService;
import org.shishi.core.persistence.SharedFiles;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestInfo;
import org.shishi.core.record.workshop.Guest;
import org.shishi.core.record.workshop.Guests;

/** Editions of 2025 and 2026, kept for three years; 2025 was closed on 30 June 2023, a day more than three years ago. */
@ParameterizedClass
@EnumSource
class RetentionTest {

    private final World world;
    private final LiveYears live = new LiveYears();
    private final Caller approver;
    private final Audit audit;
    private final SealsService seals;
    private AttachmentsService attachments;
    private Retention retention;
    private RetentionJob job;

    @TempDir
    Path home;

    RetentionTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        audit = (caller, action, object, reason, details) ->
                world.audit.add(new World.Line(caller.name(), action, object, reason, details));
        seals = new SealsService(world.db.core(), world.keys, world.clock());
        approver = new Caller(
                UUID.randomUUID(),
                "approver",
                world.tree.city,
                Map.of(Caller.EVERY_PROGRAMME, java.util.Set.of(Role.CITY_APPROVER)),
                java.util.Locale.CHINESE,
                null);
    }

    @BeforeEach
    void years() {
        attachments = new AttachmentsService(
                world.db.core(),
                world.keys,
                new TestInfo(true, home),
                new SharedFiles(world.db.core(), world.clock()),
                audit,
                world.clock());
        retention = new RetentionService(
                world.db.core(), world.persons, traces(live), live, new NoJobs(), audit, world.clock());
        job = new RetentionJob(world.db.core(), traces(live), live, audit, world.clock());
        closed(2025, LocalDate.of(2023, 6, 30));
        live.bindProgramme(running(world.programme));
        live.bindProgramme(running(world.last));
    }

    private PersonTraces traces(LiveYears years) {
        return new PersonTraces(attachments, seals, years, audit);
    }

    @AfterEach
    void forgetYears() {
        world.db.core().transact(handle -> {
            List.of("attachment", "seal", "task_row", "task")
                    .forEach(table -> handle.execute("delete from core." + table));
            handle.execute("delete from core.retention_run");
            return handle.execute("delete from core.edition");
        });
    }

    private void closed(int year, LocalDate on) {
        world.db.core().transact(handle -> {
            handle.execute("delete from core.edition where edition_year = ?", year);
            return handle.execute(
                    "insert into core.edition (programme_id, edition_year, state, stamp, changed_at, closed_at)"
                            + " values ('workshop', ?, 'CLOSED', ?, current_timestamp, ?)",
                    year,
                    UUID.randomUUID(),
                    on.atTime(12, 0).atZone(World.SHANGHAI).toOffsetDateTime());
        });
    }

    private static LiveProgramme running(ProgrammeContext programme) {
        return new LiveProgramme() {
            @Override
            public ProgrammeDescriptor descriptor() {
                return programme.descriptor();
            }

            @Override
            public ProgrammeContext context() {
                return programme;
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public long bundleId() {
                return 1;
            }

            @Override
            public Text title() {
                return Text.same("workshop");
            }
        };
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

    private JobContext context() {
        return new JobContext() {
            @Override
            public Caller caller() {
                return approver;
            }

            @Override
            public LocalDate today() {
                return World.TODAY;
            }

            @Override
            public void progress(long done, long total) {
                assertTrue(done <= total);
            }

            @Override
            public void log(String line) {
                throw new AssertionError(line);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private JobResult run() {
        return job.run(context());
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
        retention.order(approver, 1, "保存期满");
        assertEquals(Map.of("pseudonymised", 1L, "skipped", 0L), run().counts());

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
        Seal fresh = seals.seal(world.officer(), world.last, "1", basis(object));
        seals.seal(world.officer(), world.programme, "1", basis(other));
        String former = sealedAsBefore(object);
        keptRow(2025);
        keptRow(2026);

        Retention.Preview preview = retention.preview(approver);
        assertEquals(
                "1 1 2 1", counted(preview.persons(), preview.attachments(), preview.seals(), preview.importRows()));
        retention.order(approver, 1, "保存期满");
        run();

        Retention.Run done = retention.runs(approver).getFirst();
        assertEquals("1 1 2 1", counted(done.done(), done.attachments(), done.seals(), done.importRows()));
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

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    private static String counted(long... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }

    private static Seals.Basis basis(String object) {
        return new Seals.Basis(object, "R-1", World.TODAY, List.of(), Map.of("fen", 5L), Map.of("payee", "示例甲乙"));
    }

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

    private void keptRow(int year) {
        UUID task = UUID.randomUUID();
        world.db.core().transact(handle -> {
            handle.execute(
                    "insert into core.task (id, kind, programme_id, edition_year, title, state, dry_run, rows_done,"
                            + " rows_total, rows_accepted, rows_rejected, started_at, started_by, organisation_id, node,"
                            + " details) values (?, 'import', 'workshop', ?, 'x', 'DONE', false, 1, 1, 1, 0,"
                            + " current_timestamp, ?, ?, 'x', '{}')",
                    task,
                    year,
                    task,
                    task);
            return handle.execute(
                    "insert into core.task_row (task_id, row_no, sheet_no, rejected, preview, refusals, messages, cells)"
                            + " values (?, 2, 0, false, true, '[]', '[]', '{\"name\":\"示**\"}')",
                    task);
        });
    }

    @Test
    void onTheLastDayEverythingIsStillKept() {
        invited(world.last, 4);
        closed(2025, LocalDate.of(2023, 7, 1));
        assertEquals(0, retention.preview(approver).persons());
        assertEquals("CORE-RETENTION-NONE", World.refusal(() -> retention.order(approver, 0, "保存期满")));
        closed(2025, LocalDate.of(2023, 6, 30));
        assertEquals(1, retention.preview(approver).persons());
    }

    @Test
    void membersStayAndProgrammesThatAreAwaySkipTheirs() {
        Guest member = invited(world.last, 5);
        world.db
                .core()
                .transact(handle ->
                        handle.execute("update core.person set is_member = true where id = ?", member.getPersonId()));
        Guest other = invited(world.last, 6);
        LiveYears none = new LiveYears();
        Audit quiet = (caller, action, object, reason, details) -> {};

        assertEquals(1, retention.preview(approver).persons());
        retention.order(approver, 1, "保存期满");
        assertEquals("CORE-RETENTION-OPEN", World.refusal(() -> retention.order(approver, 1, "又一次")));
        RetentionJob elsewhere = new RetentionJob(world.db.core(), traces(none), none, quiet, world.clock());
        assertEquals(
                Map.of("pseudonymised", 0L, "skipped", 1L),
                elsewhere.run(context()).counts());
        assertTrue(world.persons.masked(other.getPersonId()).orElseThrow().maskedName() != null);
        assertEquals(1, retention.runs(approver).getFirst().skipped());
    }

    @Test
    void itIsOrderedByWhomTheMatrixNamesWithAReasonAndForWhatWasShown() {
        invited(world.last, 7);
        for (Caller caller : List.of(world.officer(), world.approver(), world.auditor())) {
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> retention.preview(caller)));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> retention.order(caller, 1, "x")));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> retention.cancel(caller)));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> retention.runs(caller)));
        }
        assertEquals("CORE-REASON-MISSING(reason)", World.refusal(() -> retention.order(approver, 1, " ")));
        assertEquals("CORE-RETENTION-CHANGED", World.refusal(() -> retention.order(approver, 2, "保存期满")));
        retention.order(approver, 1, "保存期满");
        retention.cancel(approver);
        assertEquals(Map.of("pseudonymised", 0L), run().counts(), "nothing is left to do");
    }

    /** The test runs the work itself. */
    private static final class NoJobs implements JobAdmin {

        @Override
        public List<Job> jobs(Caller caller) {
            return List.of();
        }

        @Override
        public List<Run> history(Caller caller, String programmeId, int year, String id, int limit) {
            return List.of();
        }

        @Override
        public void runNow(Caller caller, String programmeId, int year, String id) {
            assertTrue(caller.runsPlatform());
            assertEquals("core/0/core-retention", programmeId + "/" + year + "/" + id);
        }

        @Override
        public void pause(Caller caller, String programmeId, int year, String id, boolean paused) {
            throw new AssertionError();
        }

        @Override
        public void cancel(Caller caller, String programmeId, int year, String id) {
            throw new AssertionError();
        }
    }
}
