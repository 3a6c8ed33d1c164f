package org.shishi.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.platform.CalendarAdmin;
import org.shishi.api.platform.CalendarAdmin.Plan;
import org.shishi.api.platform.CalendarAdmin.Year;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.record.TodoDueDaysService;
import org.shishi.core.scheduling.CalendarReminderJob;
import org.shishi.core.setup.TestCity;
import org.shishi.core.text.CoreMessages;

/** A year of the working calendar, from a file to the due days that follow from it. */
@ParameterizedClass
@EnumSource
class CalendarAdminTest {

    private final TestDatabase db;
    private final TestCity city;
    private final TestClock clock = new TestClock();
    private final StoredCalendars store;
    private final CurrentCalendar calendar;
    private final CalendarAdminService admin;

    CalendarAdminTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        store = new StoredCalendars(db.core(), clock);
        calendar = new CurrentCalendar(store);
        TodoDueDaysService dueDays = new TodoDueDaysService(db.core(), calendar);
        admin = new CalendarAdminService(db.core(), store, dueDays, city.audit);
        admin.followers = List.of(dueDays);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static InputStream file(String... lines) {
        return new ByteArrayInputStream(
                ("date,kind,name\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
    }

    private Plan plan(String... lines) {
        return admin.plan(city.administrator(), file(lines));
    }

    @Test
    void whatComesWithTheProductIsThere() {
        List<Year> years = admin.years(city.administrator());
        assertEquals(List.of(2026, 2025, 2024), years.stream().map(Year::year).toList());
        assertEquals(
                List.of(248, 248, 251), years.stream().map(Year::workingDays).toList());
        assertFalse(years.getFirst().imported());
    }

    @Test
    void aPlanChangesNothing() {
        Plan plan = plan("2027-01-01,HOLIDAY,元旦", "2027-01-03,WORKDAY,元旦调休");
        assertEquals(2027, plan.year());
        assertFalse(plan.replaces());
        assertEquals(2, plan.added().size());
        assertFalse(calendar.covers(2027));
    }

    @Test
    void aPublishedYearCountsHereAtOnceAndElsewhereSoon() {
        StoredCalendars elsewhere = new StoredCalendars(db.core(), clock);
        assertFalse(elsewhere.snapshot().covers(2027));

        admin.publish(city.administrator(), plan("2027-01-01,HOLIDAY,元旦"));

        assertFalse(calendar.isWorkingDay(LocalDate.of(2027, 1, 1)));
        assertTrue(calendar.isWorkingDay(LocalDate.of(2027, 1, 4)));
        assertFalse(elsewhere.snapshot().covers(2027), "not asked again yet");
        clock.pass(Duration.ofSeconds(11));
        assertTrue(elsewhere.snapshot().covers(2027));
        assertTrue(admin.years(city.administrator()).getFirst().imported());
    }

    /** With a limit of one working day. */
    private void item(OffsetDateTime since, LocalDate due, boolean open) {
        db.core()
                .transact(handle -> handle.execute(
                        """
                insert into core.todo (id, programme_id, edition_year, type_id, record_id, title, state, actions, rights,
                                       organisation_id, returned, since, limit_days, due, sort_day, is_open,
                                       holder_id, desk)
                values (?, 'basket', 2026, 'rooms', ?, 'x', 'READY', 'approve', ',REVIEW,', ?, false, ?, 1, ?, ?, ?,
                        ?, 1)
                """,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        city.organisations.city().id(),
                        since,
                        due,
                        due,
                        open,
                        city.organisations.city().id()));
    }

    @Test
    void replacingAYearMovesOpenDueDays() {
        item(OffsetDateTime.parse("2026-07-01T04:00:00Z"), LocalDate.of(2026, 7, 2), true);
        Plan plan = plan("2026-07-02,HOLIDAY,测试假日");
        assertEquals(1, plan.moved());
        assertEquals(
                List.of(new CalendarAdmin.Moved(
                        CalendarAdmin.Moved.Kind.TODO,
                        "basket",
                        2026,
                        LocalDate.of(2026, 7, 2),
                        LocalDate.of(2026, 7, 3),
                        1)),
                plan.moves(),
                "it is shown before");
        assertTrue(plan.replaces());
        assertFalse(plan.removed().isEmpty());

        assertEquals(plan.moves(), admin.publish(city.administrator(), plan), "and after");

        assertEquals(LocalDate.of(2026, 7, 3), db.core().read(handle -> handle.createQuery("select due from core.todo")
                .mapTo(LocalDate.class)
                .one()));
    }

    /** Whatever kept due days from following: a node that died on the way, an item begun elsewhere by the old calendar. */
    @Test
    void whatDidNotFollowDoesSoTheNextMorning() {
        admin.publish(city.administrator(), plan("2026-07-02,HOLIDAY,测试假日"));
        item(OffsetDateTime.parse("2026-07-01T04:00:00Z"), LocalDate.of(2026, 7, 2), true);
        item(OffsetDateTime.parse("2026-07-01T04:00:00Z"), LocalDate.of(2026, 7, 2), false);

        JobResult result = new CalendarReminderJob(
                        calendar, null, new CoreMessages(), new TodoDueDaysService(db.core(), calendar))
                .run(new Morning(LocalDate.of(2026, 7, 1)));

        assertEquals(Map.of("sent", 0L, "moved", 1L), result.counts());
        assertEquals(
                List.of(LocalDate.of(2026, 7, 2), LocalDate.of(2026, 7, 3)),
                db.core().read(handle -> handle.createQuery("select due from core.todo order by due")
                        .mapTo(LocalDate.class)
                        .list()),
                "only what is open");
    }

    private record Morning(LocalDate today) implements JobContext {
        @Override
        public Caller caller() {
            return null;
        }

        @Override
        public void progress(long done, long total) {}

        @Override
        public void log(String line) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @Test
    void badFilesAreRefusedRowByRow() {
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> plan(
                        "2027-01-01,HOLIDAY,元旦",
                        "2027-01-01,HOLIDAY,重复",
                        "2028-01-01,HOLIDAY,别的年份",
                        "2027-01-05,WORKDAY,周二"));
        assertEquals(3, refused.violations().size());
        assertThrows(RefusedException.class, () -> admin.plan(city.administrator(), file()));
        assertThrows(
                RefusedException.class,
                () -> admin.plan(city.administrator(), new ByteArrayInputStream(new byte[70_000])));
    }

    @Test
    void onlyAdministratorsDoThis() {
        Caller officer = city.caller(Role.CITY_OFFICER, city.organisations.city());
        assertThrows(RefusedException.class, () -> admin.years(officer));
        assertThrows(RefusedException.class, () -> admin.plan(officer, file("2027-01-01,HOLIDAY,元旦")));
        Plan plan = plan("2027-01-01,HOLIDAY,元旦");
        assertThrows(RefusedException.class, () -> admin.publish(officer, plan));
    }
}
