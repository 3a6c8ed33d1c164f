package org.shishi.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.deadline.Deadline;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.CalendarAdmin.Moved;
import org.shishi.api.platform.DeadlineCentre.PlanQuery;
import org.shishi.api.platform.DeadlineCentre.Planned;
import org.shishi.api.platform.DeadlineCentre.PlannedDay;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.CalendarCheck;
import org.shishi.core.calendar.CurrentCalendar;
import org.shishi.core.calendar.ShippedCalendars;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.PostOffice;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.rule.CoreParameters;
import org.shishi.core.sample.Defaults;
import org.shishi.core.sample.SampleProgramme;
import org.shishi.core.setup.TestCity;
import org.shishi.core.template.Wordings;
import org.shishi.core.text.CoreMessages;

/**
 * What will be sent is seen before. Of a deadline on Friday, 2024-05-31: 05-17, 05-24, 05-28, 05-30, 05-31; when SOFT
 * also 06-03, 06-07, 06-14, the superior with a copy. Today is Thursday, 2024-05-16.
 */
@ParameterizedClass
@EnumSource
class DeadlinePlanTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 5, 16);
    private static final LocalDate DUE = LocalDate.of(2024, 5, 31);
    private static final PlanQuery ALL = new PlanQuery(null, null, null, null);

    private final TestDatabase db;
    private final TestClock clock = new TestClock(Instant.parse("2024-05-16T01:00:00Z"));
    private final TestCity city;
    private final SampleProgramme programme =
            new SampleProgramme(2024, 7).word("deadline.application", "申报汇总表", "Summary sheet");
    private final CurrentCalendar calendar = new CurrentCalendar(new ShippedCalendars());
    private final CoreParameters parameters = new CoreParameters(Defaults.of(CoreParameters.Reminder.class));
    private final PostOffice post;
    private final DeadlinesService deadlines;
    private final DeadlineCentreService centre;
    private final Organisation pudong;
    private final Organisation xuhui;

    DeadlinePlanTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core(), clock);
        Wordings wordings = new Wordings(db.core(), new CoreMessages());
        post = new PostOffice(db.core(), clock, new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class)));
        deadlines = new DeadlinesService(db.core(), city.organisations, calendar, parameters, post, wordings, clock);
        centre = new DeadlineCentreService(
                db.core(), city.organisations, calendar, parameters, post, wordings, city.audit, clock);
        pudong = city.named("浦东新区总工会");
        xuhui = city.named("徐汇区总工会");
    }

    @AfterEach
    void close() {
        db.close();
    }

    private int publish(Deadline... open) {
        return deadlines.publish(
                programme, "application", List.of(open), LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    private static Deadline owes(Organisation who, boolean hard) {
        return new Deadline("application", "A2-1-1", who.id(), null, DUE, hard, List.of());
    }

    private Caller cityOfficer() {
        return city.caller(Role.CITY_OFFICER, city.organisations.city());
    }

    private List<Planned> plan(PlanQuery query) {
        return centre.plan(cityOfficer(), query, null, null, 100);
    }

    private static List<LocalDate> days(int... monthAndDay) {
        return Stream.of(monthAndDay)
                .flatMapToInt(java.util.Arrays::stream)
                .mapToObj(day -> LocalDate.of(2024, day / 100, day % 100))
                .toList();
    }

    @Test
    void whatThePlanShowsIsWhatIsSent() {
        publish(owes(pudong, false));
        List<PlannedDay> planned = centre.planDays(cityOfficer(), ALL);
        assertEquals(
                days(517, 524, 528, 530, 531, 603, 607, 614),
                planned.stream().map(PlannedDay::day).toList());
        assertEquals(
                List.of(0, 0, 0, 0, 0, 1, 1, 1),
                planned.stream().map(PlannedDay::copies).toList());

        for (PlannedDay day : planned) {
            Planned next = plan(ALL).getFirst();
            assertEquals(day.day(), next.day());
            Duration untilThen =
                    Duration.between(clock.instant(), day.day().atTime(9, 0).atZone(clock.getZone()));
            clock.pass(untilThen);
            assertEquals(next.people() + (next.copyTo() == null ? 0 : cityPeople()), publish(owes(pudong, false)));
            assertEquals(next.title().zh(), lastTitle(pudong.id()));
        }
        assertEquals(List.of(), plan(ALL));
    }

    private int cityPeople() {
        UUID id = city.organisations.city().id();
        return post.reach(ReminderWords.WHO_ACTS, "basket", List.of(id)).get(id);
    }

    private String lastTitle(UUID organisation) {
        return db.core().read(handle -> handle.createQuery("select n.title_zh from core.notice n join core.role_grant g"
                        + " on g.account_id = n.account_id where g.organisation_id = :id order by n.id desc limit 1")
                .bind("id", organisation)
                .mapTo(String.class)
                .one());
    }

    @Test
    void aHardOneEndsWithItsDayAndADoneOneIsNotPlanned() {
        publish(owes(pudong, true));
        assertEquals(DUE, plan(ALL).getLast().day());
        publish();
        assertEquals(List.of(), plan(ALL));
        assertEquals(List.of(), centre.planDays(cityOfficer(), ALL));
    }

    @Test
    void whatWasMissedIsPlannedForTodayOnce() {
        publish(owes(pudong, false));
        clock.pass(Duration.ofDays(13));

        Planned first = plan(ALL).getFirst();

        assertEquals(LocalDate.of(2024, 5, 29), first.day(), "05-17, 05-24 and 05-28 were missed");
        assertTrue(first.missed());
        assertEquals("申报汇总表：还有2天到期", first.title().zh());
        assertEquals(LocalDate.of(2024, 5, 30), plan(ALL).get(1).day());
        assertFalse(plan(ALL).get(1).missed());
        publish(owes(pudong, false));
        assertEquals(LocalDate.of(2024, 5, 30), plan(ALL).getFirst().day(), "today's is sent");
    }

    @Test
    void namesWhoIsToldAndWhoGetsACopy() {
        publish(owes(pudong, false));
        Planned before = plan(ALL).getFirst();
        assertEquals("浦东新区总工会", before.organisation());
        assertNull(before.copyTo());
        assertTrue(before.people() > 0);
        assertEquals("上海市总工会", plan(ALL).getLast().copyTo());
        assertEquals(DUE, before.due());
    }

    @Test
    void conditionsNarrowAndPagesGoOnByKey() {
        publish(owes(pudong, false), owes(xuhui, false));
        LocalDate first = LocalDate.of(2024, 5, 17);
        assertEquals(2, centre.planDays(cityOfficer(), ALL).getFirst().reminders());
        assertEquals(1, plan(new PlanQuery(null, first, first, "徐汇")).size());
        assertEquals(0, plan(new PlanQuery(null, null, TODAY, null)).size());
        assertEquals(2, plan(new PlanQuery("basket", first, first, null)).size());
        assertEquals(0, plan(new PlanQuery("other", null, null, null)).size());

        List<Planned> paged = new ArrayList<>();
        Planned last = null;
        List<Planned> page;
        do {
            page = centre.plan(
                    cityOfficer(), ALL, last == null ? null : last.day(), last == null ? null : last.deadline(), 3);
            paged.addAll(page);
            last = page.isEmpty() ? null : page.getLast();
        } while (page.size() == 3);
        assertEquals(plan(ALL), paged);
        assertEquals(16, paged.size());
    }

    @Test
    void eachSeesWhatConcernsItsOwnScope() {
        publish(owes(pudong, false), owes(xuhui, false));
        Caller officer = city.caller(Role.SECOND_LEVEL_OFFICER, pudong);
        assertEquals(8, centre.plan(officer, ALL, null, null, 100).size());
        assertEquals(List.of(), centre.plan(city.administrator(), ALL, null, null, 100));
        assertEquals(List.of(), centre.planDays(city.administrator(), ALL));
    }

    @Test
    void aPlanIntoAYearWithoutCalendarIsRefused() {
        clock.pass(Duration.between(clock.instant(), Instant.parse("2026-12-01T01:00:00Z")));
        Deadline last =
                new Deadline("application", "x", pudong.id(), null, LocalDate.of(2026, 12, 31), true, List.of());
        publish(last);
        assertFalse(plan(ALL).isEmpty());
        db.core().transact(handle -> handle.execute("update core.deadline set hard = false"));
        assertThrows(RefusedException.class, () -> plan(ALL));
    }

    /** 2024-05-17 becomes a holiday: the reminder of that day goes out the day before. */
    @Test
    void anotherCalendarMovesReminders() {
        publish(owes(pudong, true), owes(xuhui, true));
        ShippedCalendars store = new ShippedCalendars();
        List<CalendarCheck.Row> rows = new ArrayList<>(store.rows(2024));
        ReminderDays days = new ReminderDays(db.core(), calendar, parameters, clock);
        assertEquals(List.of(), days.wouldMove(store.with(2024, rows)));
        clock.pass(Duration.ofDays(-1));
        rows.add(new CalendarCheck.Row(LocalDate.of(2024, 5, 17), "HOLIDAY", "测试假日"));

        List<Moved> moved = days.wouldMove(store.with(2024, rows));

        assertEquals(1, moved.size());
        assertEquals(Moved.Kind.REMINDER, moved.getFirst().kind());
        assertEquals(LocalDate.of(2024, 5, 17), moved.getFirst().from());
        assertEquals(LocalDate.of(2024, 5, 16), moved.getFirst().to());
        assertEquals(2, moved.getFirst().count());
    }
}
