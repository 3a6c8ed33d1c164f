package org.shishi.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.deadline.Deadline;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.DeadlineCentre.Item;
import org.shishi.api.platform.DeadlineCentre.Punctuality;
import org.shishi.api.platform.DeadlineCentre.Query;
import org.shishi.api.platform.DeadlineCentre.State;
import org.shishi.core.calendar.CurrentCalendar;
import org.shishi.core.calendar.ShippedCalendars;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.PostOffice;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.rule.CoreParameters;
import org.shishi.core.sample.Defaults;
import org.shishi.core.sample.SampleAccounts;
import org.shishi.core.sample.SampleProgramme;
import org.shishi.core.setup.TestCity;
import org.shishi.core.template.Wordings;
import org.shishi.core.text.CoreMessages;

/** What is owed, as those see it who may. Today is Wednesday, 1 July 2026. */
@ParameterizedClass
@EnumSource
class DeadlineCentreTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final Query ALL = new Query(null, null, null, null, null);

    private final TestDatabase db;
    private final TestCity city;
    private final TestClock clock = new TestClock();
    private final SampleProgramme programme = new SampleProgramme(2026, 7)
            .word("deadline.application", "申报截止", "Application")
            .word("deadline.report", "季报", "Report");
    private final DeadlinesService deadlines;
    private final DeadlineCentreService centre;
    private final Organisation pudong;
    private final Organisation xuhui;

    DeadlineCentreTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        DeliveryTimes times = new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class));
        deadlines = new DeadlinesService(
                db.core(),
                city.organisations,
                new CurrentCalendar(new ShippedCalendars()),
                new CoreParameters(Defaults.of(CoreParameters.Reminder.class)),
                new PostOffice(db.core(), clock, times),
                new Wordings(db.core(), new CoreMessages()),
                clock);
        centre = new DeadlineCentreService(
                db.core(),
                city.organisations,
                new CurrentCalendar(new ShippedCalendars()),
                new CoreParameters(Defaults.of(CoreParameters.Reminder.class)),
                new PostOffice(db.core(), clock, times),
                new Wordings(db.core(), new CoreMessages()),
                city.audit,
                clock);
        pudong = city.named("浦东新区总工会");
        xuhui = city.named("徐汇区总工会");
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static Deadline owes(String type, Organisation who, LocalDate due) {
        return new Deadline(type, "form", who.id(), null, due, false, List.of());
    }

    private void open(LocalDate day, String type, Deadline... open) {
        deadlines.publish(programme, type, Arrays.asList(open), day);
    }

    private Caller officer(Organisation of) {
        return city.caller(Role.SECOND_LEVEL_OFFICER, of);
    }

    private Caller cityOfficer() {
        return city.caller(Role.CITY_OFFICER, city.organisations.city());
    }

    private List<State> states(Caller caller, Query query) {
        return centre.list(caller, query, null, 100).stream().map(Item::state).toList();
    }

    @Test
    void eachSeesWhatItsOwnScopeOwes() {
        open(TODAY, "application", owes("application", pudong, TODAY), owes("application", xuhui, TODAY));

        assertEquals(2, centre.list(cityOfficer(), ALL, null, 100).size());
        List<Item> own = centre.list(officer(pudong), ALL, null, 100);
        assertEquals(List.of("浦东新区总工会"), own.stream().map(Item::organisation).toList());
        assertEquals(List.of(), centre.list(city.administrator(), ALL, null, 100), "no programme role, no deadline");
        assertEquals(1, centre.counts(officer(xuhui)).open());
        assertEquals(0, centre.counts(city.administrator()).open());
    }

    @Test
    void anotherProgrammesDeadlinesAreNotSeen() {
        open(TODAY, "application", owes("application", pudong, TODAY));
        Caller other = new Caller(
                UUID.randomUUID(),
                "示例人员",
                pudong,
                Map.of("safety", Set.of(Role.SECOND_LEVEL_OFFICER)),
                Locale.CHINESE,
                null);
        Caller same = new Caller(
                UUID.randomUUID(),
                "示例人员",
                pudong,
                Map.of(programme.programmeId(), Set.of(Role.SECOND_LEVEL_OFFICER)),
                Locale.CHINESE,
                null);

        assertEquals(List.of(), centre.list(other, ALL, null, 100));
        assertEquals(1, centre.list(same, ALL, null, 100).size());
    }

    @Test
    void theDueDayItselfIsNotLate() {
        open(TODAY, "application", owes("application", pudong, TODAY.minusDays(1)), owes("application", xuhui, TODAY));

        assertEquals(List.of(State.LATE, State.OPEN), states(cityOfficer(), ALL));
        assertEquals(List.of(State.LATE), states(cityOfficer(), new Query(State.LATE, null, null, null, null)));
        assertEquals(List.of(State.OPEN), states(cityOfficer(), new Query(State.OPEN, null, null, null, null)));
        assertEquals(1, centre.counts(cityOfficer()).late());
        assertEquals(1, centre.counts(cityOfficer()).dueThisWeek());
    }

    @Test
    void theWeekEndsOnSunday() {
        LocalDate sunday = LocalDate.of(2026, 7, 5);
        open(TODAY, "application", owes("application", pudong, sunday), owes("application", xuhui, sunday.plusDays(1)));

        assertEquals(1, centre.counts(cityOfficer()).dueThisWeek());
        assertEquals(2, centre.counts(cityOfficer()).open());
    }

    @Test
    void conditionsNarrowAndPagesGoOnByKey() {
        open(TODAY, "application", owes("application", pudong, TODAY), owes("application", xuhui, TODAY.plusDays(9)));

        assertEquals(
                1,
                centre.list(cityOfficer(), new Query(null, null, null, null, " 徐汇 "), null, 100)
                        .size());
        assertEquals(
                0,
                centre.list(cityOfficer(), new Query(null, null, null, null, "%"), null, 100)
                        .size());
        assertEquals(
                1,
                centre.list(cityOfficer(), new Query(null, null, TODAY.plusDays(9), null, null), null, 100)
                        .size());
        assertEquals(
                1,
                centre.list(cityOfficer(), new Query(null, null, null, TODAY, null), null, 100)
                        .size());
        assertEquals(
                0,
                centre.list(cityOfficer(), new Query(null, "other", null, null, null), null, 100)
                        .size());
        Item first = centre.list(cityOfficer(), ALL, null, 1).getFirst();
        Item second = centre.list(cityOfficer(), ALL, first.id(), 1).getFirst();
        assertNotEquals(first.id(), second.id());
        assertEquals(List.of(), centre.list(cityOfficer(), ALL, second.id(), 1));
    }

    @Test
    void punctualityCountsWhatWasDueByNow() {
        LocalDate before = TODAY.minusDays(10);
        open(
                before,
                "application",
                owes("application", pudong, TODAY.minusDays(5)),
                owes("application", xuhui, TODAY.minusDays(8)));
        open(before, "report", owes("report", pudong, TODAY), owes("report", xuhui, TODAY.plusDays(1)));
        open(TODAY.minusDays(8), "application", owes("application", pudong, TODAY.minusDays(5)));
        open(TODAY.minusDays(4), "application");

        List<Punctuality> kept = centre.punctuality(cityOfficer(), null, null, null, 10);

        assertEquals(
                List.of(
                        new Punctuality(pudong.id(), pudong.name(), 0, 1, 0),
                        new Punctuality(xuhui.id(), xuhui.name(), 1, 0, 0)),
                kept,
                "done on the day is in time, the day after is late; what is due today or later counts nowhere yet");
        assertEquals(List.of(), centre.punctuality(cityOfficer(), null, TODAY, null, 10));
        clock.pass(Duration.ofDays(1));
        assertEquals(
                1,
                centre.punctuality(officer(pudong), null, null, null, 10)
                        .getFirst()
                        .missing());
    }

    @Test
    void whatIsOwedAgainIsNoLongerDone() {
        open(TODAY, "application", owes("application", pudong, TODAY));
        open(TODAY, "application");
        assertEquals(List.of(State.DONE), states(cityOfficer(), ALL));
        assertEquals(TODAY, centre.list(cityOfficer(), ALL, null, 1).getFirst().doneOn());

        open(TODAY, "application", owes("application", pudong, TODAY));

        assertEquals(List.of(State.OPEN), states(cityOfficer(), ALL));
    }

    @Test
    void aCalendarAddressShowsWhatOnesOrganisationsOweUntilItIsEnded() {
        Caller person = city.demo("demo-second-level-officer");
        open(
                TODAY,
                "application",
                owes("application", person.organisation(), TODAY),
                owes("application", city.organisations.city(), TODAY));
        assertEquals(Optional.empty(), centre.feedSince(person));

        String secret = centre.newFeed(person);

        assertEquals(List.of(person.organisation().name()), owing(secret));
        assertEquals("zh", centre.feed(secret).orElseThrow().locale().getLanguage());
        assertTrue(centre.feedSince(person).isPresent());
        String next = centre.newFeed(person);
        assertEquals(Optional.empty(), centre.feed(secret), "a new address ends the one before");
        assertFalse(centre.feed(next).isEmpty());
        centre.endFeed(person);
        assertEquals(Optional.empty(), centre.feed(next));
    }

    private List<String> owing(String secret) {
        return centre.feed(secret).orElseThrow().items().stream()
                .map(Item::organisation)
                .toList();
    }

    @Test
    void aCalendarAddressShowsWhatItsOwnerSeesAndNoMore() {
        Caller deputy = city.demo("demo-second-level-officer");
        Caller absent = city.demo("demo-city-officer");
        Caller platform = city.demo("demo-platform-admin");
        open(
                TODAY,
                "application",
                owes("application", deputy.organisation(), TODAY),
                owes("application", city.organisations.city(), TODAY.plusDays(1)));
        String secret = centre.newFeed(deputy);
        String ofThePlatform = centre.newFeed(platform);
        new SampleAccounts(db.core())
                .standsIn(deputy.accountId(), absent.accountId(), TODAY.plusDays(1), TODAY.plusDays(1));

        assertEquals(List.of(deputy.organisation().name()), owing(secret), "the day before");
        clock.pass(Duration.ofDays(1));
        assertEquals(
                List.of(deputy.organisation().name(), city.organisations.city().name()),
                owing(secret),
                "also of whom its owner stands in for");
        assertEquals(List.of(), owing(ofThePlatform), "who runs the platform sees no programme's");
    }
}
