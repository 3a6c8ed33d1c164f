package org.shishi.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.deadline.Deadline;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.core.calendar.CurrentCalendar;
import org.shishi.core.calendar.ShippedCalendars;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.PostOffice;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.rule.CoreParameters;
import org.shishi.core.sample.Defaults;
import org.shishi.core.sample.SampleAccounts;
import org.shishi.core.sample.SampleOrganisations;
import org.shishi.core.sample.SampleProgramme;
import org.shishi.core.template.Wordings;
import org.shishi.core.text.CoreMessages;
import org.shishi.core.time.ShanghaiClock;

/**
 * Reminders of a deadline on Friday, 2024-05-31 (R-C.9). Planned before: 05-17, 05-24, 05-28, 05-30, 05-31. After, when
 * SOFT: 06-01 is a Saturday, so 06-03; 06-03 again; 06-07; 06-14. From 06-03 on the superior has a copy.
 */
@ParameterizedClass
@EnumSource
class DeadlinesTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 31);

    private final TestDatabase db;
    private final SampleOrganisations organisations = new SampleOrganisations();
    private final SampleAccounts accounts;
    private final SampleProgramme programme =
            new SampleProgramme(2024, 7).word("deadline.application", "汇总表{0}", "Summary sheet {0}");
    private final DeadlinesService deadlines;
    private final UUID officer;
    private final UUID city;

    DeadlinesTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        accounts = new SampleAccounts(db.core(), organisations);
        officer = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_OFFICER);
        city = accounts.account(organisations.city, "basket", Role.CITY_APPROVER);
        accounts.account(organisations.east, "basket", Role.AUDITOR);
        Clock clock = Clock.fixed(Instant.parse("2024-05-01T01:00:00Z"), ShanghaiClock.ZONE);
        deadlines = service(clock);
    }

    private DeadlinesService service(Clock clock) {
        return new DeadlinesService(
                db.core(),
                organisations,
                new CurrentCalendar(new ShippedCalendars()),
                new CoreParameters(Defaults.of(CoreParameters.Reminder.class)),
                new PostOffice(db.core(), clock, new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class))),
                new Wordings(db.core(), new CoreMessages()),
                clock);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static Deadline owes(Organisation organisation, LocalDate due, boolean hard) {
        return new Deadline("application", "A2-1-1", organisation.id(), null, due, hard, List.of(2024));
    }

    private int publish(LocalDate today, Deadline... open) {
        return deadlines.publish(programme, "application", List.of(open), today);
    }

    private record Told(LocalDate day, Text title, Text body) {}

    private List<Told> told(UUID account) {
        return db.core()
                .read(handle -> handle.createQuery("select * from core.notice where account_id = :account order by id")
                        .bind("account", account)
                        .map((row, context) -> new Told(
                                row.getObject("for_day", LocalDate.class),
                                new Text(row.getString("title_zh"), row.getString("title_en")),
                                new Text(row.getString("body_zh"), row.getString("body_en"))))
                        .list());
    }

    private List<LocalDate> days(UUID account) {
        return told(account).stream().map(Told::day).toList();
    }

    private static List<LocalDate> may(int... days) {
        return Stream.of(days)
                .flatMapToInt(java.util.Arrays::stream)
                .mapToObj(d -> LocalDate.of(2024, 5, d))
                .toList();
    }

    @Test
    void remindsOnTheDaysOfThePlanAndOnNoOther() {
        for (LocalDate day = DUE.minusDays(20); !day.isAfter(DUE.plusDays(20)); day = day.plusDays(1)) {
            publish(day, owes(organisations.east, DUE, false));
            publish(day, owes(organisations.east, DUE, false));
        }

        List<LocalDate> after = List.of(LocalDate.of(2024, 6, 3), LocalDate.of(2024, 6, 7), LocalDate.of(2024, 6, 14));
        assertEquals(
                Stream.concat(may(17, 24, 28, 30, 31).stream(), after.stream()).toList(), days(officer));
        assertEquals(after, days(city));
    }

    @Test
    void bothSidesOfTheFirstDay() {
        assertEquals(0, publish(DUE.minusDays(15), owes(organisations.east, DUE, false)));
        assertEquals(1, publish(DUE.minusDays(14), owes(organisations.east, DUE, false)));
        assertEquals(0, publish(DUE.minusDays(13), owes(organisations.east, DUE, false)));
    }

    @Test
    void aHardDeadlineEndsWithItsDay() {
        assertEquals(1, publish(DUE, owes(organisations.east, DUE, true)));
        for (int i = 1; i <= 20; i++) {
            assertEquals(0, publish(DUE.plusDays(i), owes(organisations.east, DUE, true)));
        }
    }

    @Test
    void nothingBeforeTheWindowOpens() {
        Deadline late = new Deadline(
                "application", "A2-1-1", organisations.east.id(), LocalDate.of(2024, 5, 27), DUE, false, List.of(2024));
        for (LocalDate day = DUE.minusDays(20); !day.isAfter(DUE); day = day.plusDays(1)) {
            publish(day, late);
        }
        assertEquals(may(28, 30, 31), days(officer));
    }

    @Test
    void saysWhatIsOwedByWhenInBothLanguages() {
        publish(DUE.minusDays(1), owes(organisations.east, DUE, false));
        publish(DUE, owes(organisations.east, DUE, false));
        publish(LocalDate.of(2024, 6, 3), owes(organisations.east, DUE, false));

        List<Told> told = told(officer);
        assertEquals(
                new Text("汇总表2024：还有1天到期", "Summary sheet 2024: due in 1 day(s)"),
                told.get(0).title());
        assertEquals("“汇总表2024”须在2024年5月31日（含当日）前完成，还有1天。", told.get(0).body().zh());
        assertEquals(
                new Text("汇总表2024：今天到期", "Summary sheet 2024: due today"),
                told.get(1).title());
        assertEquals(
                new Text("汇总表2024：已逾期3天", "Summary sheet 2024: 3 day(s) late"),
                told.get(2).title());
        assertTrue(told.get(2).body().en().contains("31 May 2024"));
        assertEquals("东区总工会：汇总表2024已逾期3天", told(city).getFirst().title().zh());
    }

    @Test
    void stopsWhenDoneAndBeginsAgainWhenOwedAgain() {
        assertEquals(1, publish(DUE.minusDays(14), owes(organisations.east, DUE, false)));
        assertEquals(0, publish(DUE.minusDays(7)));
        assertEquals(1, count("done_at is not null"));
        assertEquals(0, publish(DUE.minusDays(6), owes(organisations.east, DUE, false)));
        assertEquals(0, count("done_at is not null"));
        assertEquals(1, publish(DUE.minusDays(3), owes(organisations.east, DUE, false)));
        assertEquals(1, count("1 = 1"), "it is the same deadline all the time");

        assertEquals(may(17, 28), days(officer));
    }

    private int count(String condition) {
        return db.core().read(handle -> handle.createQuery("select count(*) from core.deadline where " + condition)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void missedDaysAreMadeUpByOneReminder() {
        publish(DUE.minusDays(15), owes(organisations.east, DUE, false));

        assertEquals(1, publish(DUE.minusDays(2), owes(organisations.east, DUE, false)), "05-17, 05-24 and 05-28");
        assertEquals(may(28), days(officer));
        assertEquals("汇总表2024：还有2天到期", told(officer).getFirst().title().zh());
        assertEquals(0, publish(DUE.minusDays(2), owes(organisations.east, DUE, false)));
    }

    /** Off from the Friday on which the first reminder went out to the Friday after: what it planned lies in that week. */
    @Test
    void aWeekThatThePlatformWasOffIsMadeUpOnce() {
        LocalDate friday = LocalDate.of(2024, 5, 24);
        assertEquals(1, publish(friday, owes(organisations.east, DUE, false)));

        assertEquals(1, publish(friday.plusDays(7), owes(organisations.east, DUE, false)), "05-28, 05-30 and 05-31");
        assertEquals(may(24, 31), days(officer));
        for (int again = 0; again < 7; again++) {
            assertEquals(0, publish(friday.plusDays(7), owes(organisations.east, DUE, false)));
        }
        assertEquals(
                1,
                publish(friday.plusDays(21), owes(organisations.east, DUE, false))
                        - told(city).size());
        assertEquals(List.of(LocalDate.of(2024, 6, 14)), days(city), "06-03, 06-07 and 06-14: one copy, too");
    }

    @Test
    void whatWasMissedBeforeAHardDeadlineIsNotSentAfterIt() {
        publish(DUE.minusDays(2), owes(organisations.east, DUE, true));
        assertEquals(0, publish(DUE.plusDays(1), owes(organisations.east, DUE, true)));
    }

    @Test
    void aFirstCallMissedNothing() {
        assertEquals(0, publish(DUE.minusDays(13), owes(organisations.east, DUE, false)));
    }

    @Test
    void aMovedDeadlineIsRemindedOfByItsNewDay() {
        publish(DUE.minusDays(14), owes(organisations.east, DUE, false));
        LocalDate moved = LocalDate.of(2024, 6, 28);
        assertEquals(0, publish(DUE.minusDays(7), owes(organisations.east, moved, false)));
        assertEquals(1, publish(moved.minusDays(14), owes(organisations.east, moved, false)));
        assertEquals(1, count("due = date '2024-06-28'"));
    }

    @Test
    void theSuperiorHearsOfEachThatIsLate() {
        accounts.account(organisations.west, "basket", Role.SECOND_LEVEL_OFFICER);

        int sent = publish(
                LocalDate.of(2024, 6, 7), owes(organisations.east, DUE, false), owes(organisations.west, DUE, false));

        assertEquals(4, sent);
        assertEquals(2, told(city).size());
    }

    @Test
    void aYearWithoutCalendarIsRefusedAndNothingIsKept() {
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> publish(LocalDate.of(2023, 5, 31), owes(organisations.east, LocalDate.of(2023, 5, 31), false)));

        assertEquals("CORE-CAL-MISSING", refused.violations().getFirst().code());
        assertEquals(0, count("1 = 1"));
    }

    @Test
    void twoWhoPublishTheSameAtOnceSendOnce() throws Exception {
        List<Deadline> open = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            open.add(new Deadline("application", "row-" + i, organisations.east.id(), null, DUE, false, List.of(i)));
        }
        int sent = 0;
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(pool.submit(() -> {
                    go.await();
                    return deadlines.publish(programme, "application", open, DUE);
                }));
            }
            go.countDown();
            for (Future<Integer> one : all) {
                sent += one.get();
            }
        }

        assertEquals(300, sent);
        assertEquals(300, told(officer).size());
        assertEquals(300, count("done_at is null"));
    }
}
