package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.Retention;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.text.Text;
import org.shishi.core.people.RetentionJob;
import org.shishi.core.people.RetentionService;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Guest;
import org.shishi.core.record.workshop.Guests;

/** Editions of 2025 and 2026, kept for three years; 2025 was closed on 30 June 2023, a day more than three years ago. */
@ParameterizedClass
@EnumSource
class RetentionTest {

    private final World world;
    private final LiveYears live = new LiveYears();
    private final Retention retention;
    private final RetentionJob job;
    private final Caller approver;

    RetentionTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        Audit audit = (caller, action, object, reason, details) ->
                world.audit.add(new World.Line(caller.name(), action, object, reason, details));
        retention = new RetentionService(world.db.core(), world.persons, live, new NoJobs(), audit, world.clock());
        job = new RetentionJob(world.db.core(), live, audit, world.clock());
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
        closed(2025, LocalDate.of(2023, 6, 30));
        live.bindProgramme(running(world.programme));
        live.bindProgramme(running(world.last));
    }

    @AfterEach
    void forgetYears() {
        world.db.core().transact(handle -> {
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
        RetentionJob elsewhere = new RetentionJob(world.db.core(), none, quiet, world.clock());
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
