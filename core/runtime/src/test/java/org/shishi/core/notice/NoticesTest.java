package org.shishi.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.notice.Notice;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Inbox;
import org.shishi.api.text.Text;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.Post.Message;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.sample.Defaults;
import org.shishi.core.sample.SampleAccounts;
import org.shishi.core.sample.SampleOrganisations;
import org.shishi.core.sample.SampleProgramme;
import org.shishi.core.template.Wordings;
import org.shishi.core.text.CoreMessages;
import org.shishi.core.time.ShanghaiClock;

/** Who is told, once, and what they find in their inbox. */
@ParameterizedClass
@EnumSource
class NoticesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Instant NINE = Instant.parse("2026-07-01T01:00:00Z");

    private final TestDatabase db;
    private final SampleOrganisations organisations = new SampleOrganisations();
    private final SampleAccounts accounts;
    private final SampleProgramme programme = new SampleProgramme(2026, 7)
            .word("notice.selfcheck", "{0}月自查", "Self-check of month {0}")
            .word("notice.selfcheck.body", "还有{1}间未自查", "{1} rooms unchecked");
    private final Post post;
    private final NoticesService notices;
    private final Inbox inbox;

    NoticesTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        accounts = new SampleAccounts(db.core(), organisations);
        Clock clock = Clock.fixed(NINE, ShanghaiClock.ZONE);
        post = new PostOffice(db.core(), clock, new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class)));
        notices = new NoticesService(post, new Wordings(db.core(), new CoreMessages()));
        inbox = new InboxService(db.core(), clock);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Notice notice(Organisation to, Right... rights) {
        return new Notice("selfcheck", "2026-07", to.id(), Set.of(rights), DAY, "2026/basket/rooms", List.of(7, 3));
    }

    private Caller person(UUID account) {
        return new Caller(account, "示例人员", organisations.city, Map.of(), Locale.ENGLISH, null);
    }

    private List<Inbox.Message> messages(UUID account) {
        return inbox.list(person(account), false, null, 100);
    }

    @Test
    void tellsTheAccountsOfTheOrganisationThatHoldTheRight() {
        UUID officer = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_OFFICER);
        UUID everywhere = accounts.account(organisations.east, Caller.EVERY_PROGRAMME, Role.SECOND_LEVEL_OFFICER);
        UUID approver = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_APPROVER);
        UUID otherProgramme = accounts.account(organisations.east, "safety", Role.SECOND_LEVEL_OFFICER);
        UUID otherPlace = accounts.account(organisations.west, "basket", Role.SECOND_LEVEL_OFFICER);
        UUID gone = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_OFFICER);
        accounts.disable(gone);
        accounts.grant(officer, organisations.east, Caller.EVERY_PROGRAMME, Role.SECOND_LEVEL_OFFICER);

        assertEquals(2, notices.send(programme, notice(organisations.east, Right.SUBMIT)));

        assertEquals(1, messages(officer).size(), "two grants, one notice");
        assertEquals(1, messages(everywhere).size());
        for (UUID untold : List.of(approver, otherProgramme, otherPlace, gone)) {
            assertEquals(List.of(), messages(untold));
        }
    }

    @Test
    void whoStandsInForSomebodyIsToldWhatThatPersonIsTold() {
        UUID officer = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_OFFICER);
        UUID approver = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_APPROVER);
        UUID deputy = accounts.account(organisations.west, "safety", Role.SECOND_LEVEL_OFFICER);
        UUID tomorrow = accounts.account(organisations.west, "safety", Role.SECOND_LEVEL_OFFICER);
        UUID yesterday = accounts.account(organisations.west, "safety", Role.SECOND_LEVEL_OFFICER);
        UUID ofAnother = accounts.account(organisations.west, "safety", Role.SECOND_LEVEL_OFFICER);
        UUID platform = accounts.account(organisations.city, Caller.EVERY_PROGRAMME, Role.PLATFORM_ADMIN);
        UUID gone = accounts.account(organisations.west, "safety", Role.SECOND_LEVEL_OFFICER);
        accounts.standsIn(deputy, officer, DAY, DAY);
        accounts.standsIn(tomorrow, officer, DAY.plusDays(1), DAY.plusDays(2));
        accounts.standsIn(yesterday, officer, DAY.minusDays(2), DAY.minusDays(1));
        accounts.standsIn(ofAnother, approver, DAY, DAY);
        // Roles that would not go together are not had, so nothing is told for them either.
        accounts.standsIn(platform, officer, DAY, DAY);
        accounts.standsIn(gone, officer, DAY, DAY);
        accounts.disable(gone);

        assertEquals(
                Map.of(organisations.east.id(), 2),
                post.reach(Set.of(Right.SUBMIT), "basket", List.of(organisations.east.id())),
                "as the plan of reminders says before");
        assertEquals(2, notices.send(programme, notice(organisations.east, Right.SUBMIT)));
        assertEquals(0, notices.send(programme, notice(organisations.east, Right.SUBMIT)), "once");

        assertEquals(1, messages(officer).size());
        assertEquals(1, messages(deputy).size());
        for (UUID untold : List.of(approver, tomorrow, yesterday, ofAnother, platform, gone)) {
            assertEquals(List.of(), messages(untold));
        }
    }

    @Test
    void whoStandsInForAnAdministratorHearsOfThePlatform() {
        UUID platform = accounts.account(organisations.city, Caller.EVERY_PROGRAMME, Role.PLATFORM_ADMIN);
        UUID deputy = accounts.account(organisations.city, Caller.EVERY_PROGRAMME, Role.PLATFORM_ADMIN);
        accounts.standsIn(deputy, platform, DAY, DAY);
        accounts.revoke(deputy);

        Message message = Message.ofPlatform("alarm", "x", DAY, new Text("警", "Alarm"), new Text("警", "Alarm"), null);
        assertEquals(2, post.toAdministrators(message));
        assertEquals(1, messages(deputy).size());
    }

    @Test
    void withoutRightsItTellsAllWhoWorkOnTheProgramme() {
        accounts.account(organisations.city, "basket", Role.CITY_OFFICER);
        accounts.account(organisations.city, "basket", Role.AUDITOR);
        UUID platform = accounts.account(organisations.city, Caller.EVERY_PROGRAMME, Role.PLATFORM_ADMIN);

        assertEquals(2, notices.send(programme, notice(organisations.city)));

        assertEquals(List.of(), messages(platform));
    }

    @Test
    void keepsTheWordsInBothLanguages() {
        UUID officer = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_OFFICER);
        notices.send(programme, notice(organisations.east, Right.SUBMIT));

        Inbox.Message message = messages(officer).getFirst();
        assertEquals(new Text("7月自查", "Self-check of month 7"), message.title());
        assertEquals(new Text("还有3间未自查", "3 rooms unchecked"), message.body());
        assertEquals("basket", message.programmeId());
        assertEquals("2026/basket/rooms", message.link());
        assertEquals(NINE, message.at());
        assertFalse(message.read());
    }

    @Test
    void theSameIsToldOncePerDay() {
        accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_OFFICER);
        Notice today = notice(organisations.east, Right.SUBMIT);
        Notice tomorrow = new Notice(
                today.type(),
                today.object(),
                today.organisation(),
                today.rights(),
                DAY.plusDays(1),
                null,
                today.args());
        Notice other =
                new Notice(today.type(), "2026-08", today.organisation(), today.rights(), DAY, null, today.args());

        assertEquals(1, notices.send(programme, today));
        assertEquals(0, notices.send(programme, today));
        assertEquals(1, notices.send(programme, tomorrow));
        assertEquals(1, notices.send(programme, other));
        assertEquals(1, notices.send(new SampleProgramme(2027, 8), today), "next year's edition is another");
    }

    @Test
    void manyAtOnceStillTellOnce() throws Exception {
        UUID officer = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_OFFICER);
        int threads = 8;
        CountDownLatch go = new CountDownLatch(1);
        int told = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> {
                    go.await();
                    return notices.send(programme, notice(organisations.east, Right.SUBMIT));
                }));
            }
            go.countDown();
            for (Future<Integer> one : all) {
                told += one.get();
            }
        }

        assertEquals(1, told);
        assertEquals(1, messages(officer).size());
    }

    @Test
    void goesWithTheTransactionItTellsOf() {
        UUID officer = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_OFFICER);

        assertThrows(IllegalStateException.class, () -> db.core().transact(handle -> {
            assertEquals(1, notices.send(programme, notice(organisations.east, Right.SUBMIT)));
            throw new IllegalStateException("the work fails");
        }));

        assertEquals(List.of(), messages(officer));
        assertEquals(1, notices.send(programme, notice(organisations.east, Right.SUBMIT)));
    }

    @Test
    void platformAdministratorsAreToldWhereverTheySit() {
        UUID admin = accounts.account(organisations.city, Caller.EVERY_PROGRAMME, Role.PLATFORM_ADMIN);
        accounts.account(organisations.city, "basket", Role.CITY_OFFICER);
        Message message = Message.ofPlatform("core-calendar", "2027", DAY, Text.same("t"), Text.same("b"), null);

        assertEquals(1, post.toAdministrators(message));
        assertEquals(0, post.toAdministrators(message));

        assertEquals("core", messages(admin).getFirst().programmeId());
    }

    @Test
    void theInboxPagesFromTheNewestAndCountsTheUnread() {
        UUID officer = accounts.account(organisations.east, "basket", Role.SECOND_LEVEL_OFFICER);
        Caller reader = person(officer);
        for (int i = 1; i <= 5; i++) {
            notices.send(
                    programme,
                    new Notice("selfcheck", "n" + i, organisations.east.id(), Set.of(), DAY, null, List.of(i, 0)));
        }
        assertEquals(5, inbox.unread(reader));

        List<Inbox.Message> first = inbox.list(reader, false, null, 2);
        List<Inbox.Message> second = inbox.list(reader, false, first.getLast().id(), 2);
        assertEquals(List.of("5月自查", "4月自查"), titles(first));
        assertEquals(List.of("3月自查", "2月自查"), titles(second));

        inbox.markRead(reader, first.getFirst().id());
        assertEquals(4, inbox.unread(reader));
        assertTrue(inbox.list(reader, false, null, 1).getFirst().read());
        assertEquals("4月自查", titles(inbox.list(reader, true, null, 1)).getFirst());

        Caller somebodyElse = person(accounts.account(organisations.east, "safety", Role.SECOND_LEVEL_OFFICER));
        inbox.markRead(somebodyElse, second.getFirst().id());
        inbox.markAllRead(somebodyElse);
        assertEquals(4, inbox.unread(reader), "nobody reads another's notices");

        inbox.markAllRead(reader);
        assertEquals(0, inbox.unread(reader));
        assertEquals(List.of(), inbox.list(reader, true, null, 10));
        assertEquals(5, inbox.list(reader, false, null, 10).size());
    }

    private static List<String> titles(List<Inbox.Message> messages) {
        return messages.stream().map(message -> message.title().zh()).toList();
    }
}
