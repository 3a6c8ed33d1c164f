package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.Retention;
import org.shishi.api.programme.Seals;
import org.shishi.core.edition.SealsService;
import org.shishi.core.file.AttachmentsService;
import org.shishi.core.people.PersonTraces;
import org.shishi.core.people.RetentionJob;
import org.shishi.core.people.RetentionService;
import org.shishi.core.persistence.SharedFiles;
import org.shishi.core.platform.TestInfo;

/** Ends of retention over a world whose year 2025 was closed long enough ago. */
final class RetentionAtWork {

    final Caller approver;
    final SealsService seals;
    final AttachmentsService attachments;
    final Retention retention;
    /** After so many looks the run is told to stop. */
    int stopAfter = Integer.MAX_VALUE;

    private final World world;
    private final RetentionJob job;

    RetentionAtWork(World world, Path home) {
        this.world = world;
        Audit audit = (caller, action, object, reason, details) ->
                world.audit.add(new World.Line(caller.name(), action, object, reason, details));
        seals = new SealsService(world.db.core(), world.keys, world.clock());
        approver = new Caller(
                UUID.randomUUID(),
                "approver",
                world.tree.city,
                Map.of(Caller.EVERY_PROGRAMME, Set.of(Role.CITY_APPROVER)),
                java.util.Locale.CHINESE,
                null);
        attachments = new AttachmentsService(
                world.db.core(),
                world.keys,
                new TestInfo(true, home),
                new SharedFiles(world.db.core(), world.clock()),
                audit,
                world.clock());
        PersonTraces traces = new PersonTraces(attachments, seals, audit);
        retention = new RetentionService(world.db.core(), world.persons, traces, new NoJobs(), audit, world.clock());
        job = new RetentionJob(world.db.core(), traces, audit, world.clock());
        closed(2025, LocalDate.of(2023, 6, 30));
        world.declare();
    }

    void end() {
        world.db.core().transact(handle -> {
            List.of("attachment", "seal", "task_row", "task")
                    .forEach(table -> handle.execute("delete from core." + table));
            handle.execute("delete from core.retention_run");
            return handle.execute("delete from core.edition");
        });
    }

    void closed(int year, LocalDate on) {
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
                return --stopAfter < 0;
            }
        };
    }

    JobResult run() {
        return job.run(context());
    }

    void keptRow(int year) {
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

    static String counted(long... numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }

    static Seals.Basis basis(String object) {
        return new Seals.Basis(object, "R-1", World.TODAY, List.of(), Map.of("fen", 5L), Map.of("payee", "示例甲乙"));
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
