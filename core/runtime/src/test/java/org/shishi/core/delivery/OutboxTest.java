package org.shishi.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.ContactSettings.Settings;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.platform.Outbox;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.notice.Post.Letter;
import org.shishi.core.notice.Post.Message;
import org.shishi.core.notice.PostOffice;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.sample.Defaults;
import org.shishi.core.setup.TestCity;

/** From a notice to the other side's door: what is written, tried again, given up, and never sent twice by two nodes. */
@ParameterizedClass
@EnumSource
class OutboxTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    /** Takes letters, or refuses them for as long as told. */
    private static final class TestCarrier implements Carrier {

        private final DeliveryChannel channel;
        private final List<Envelope> carried = new ArrayList<>();
        private String refusal;
        private Runnable whileCarrying = () -> {};

        TestCarrier(DeliveryChannel channel) {
            this.channel = channel;
        }

        @Override
        public DeliveryChannel channel() {
            return channel;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void carry(Envelope letter) throws UndeliveredException {
            if (refusal != null) {
                throw new UndeliveredException(refusal, null);
            }
            whileCarrying.run();
            carried.add(letter);
        }
    }

    private static final UUID RUN = UUID.randomUUID();

    private final TestDatabase db;
    private final TestCity city;
    private final TestClock clock = new TestClock();
    private final DeliveryTimes times = new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class));
    private final PostOffice post;
    private final ContactSettingsService settings;
    private final OutboxService outbox;
    private final TestCarrier mail = new TestCarrier(DeliveryChannel.EMAIL);
    private final TestCarrier sms = new TestCarrier(DeliveryChannel.TEXT_MESSAGE);
    private final Caller officer;
    private final Caller admin;

    OutboxTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        post = new PostOffice(db.core(), clock, times);
        settings = new ContactSettingsService(db.core(), city.keys, List.of(mail, sms), city.audit, clock);
        outbox = new OutboxService(db.core(), city.audit, clock);
        officer = city.demo("demo-second-level-officer", Role.SECOND_LEVEL_OFFICER);
        admin = city.caller(Role.PLATFORM_ADMIN, city.named("上海市总工会"));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Delivery delivery(Carrier carrier) {
        Contacts contacts = new Contacts(new FieldCipher(city.keys));
        return new Delivery(db.core(), contacts, times, carrier, clock, RUN);
    }

    private int send(Carrier carrier) {
        return delivery(carrier).sendDue(() -> false);
    }

    private void tell(String object, Text words) {
        Message message = new Message(
                "basket",
                2026,
                "selfcheck",
                object,
                DAY,
                new Text("7月自查", "Self-check of July"),
                new Text("还有3间未自查", "3 rooms unchecked"),
                "2026/basket",
                words);
        post.deliver(List.of(new Letter(officer.organisation().id(), Set.of(), message)));
    }

    private void wants(boolean byEmail, boolean digest, boolean bySms) {
        settings.save(officer, new Settings("officer@example.org", byEmail, digest, "13900000001", bySms));
    }

    private Outbox.Item only(Outbox.State state) {
        List<Outbox.Item> items = outbox.list(admin, state, null, 10);
        assertEquals(1, items.size());
        return items.getFirst();
    }

    @Test
    void aNoticeIsWrittenToThoseWhoWantIt() {
        tell("before anybody wants letters", null);
        wants(true, false, false);
        tell("2026-07", null);
        tell("2026-07", null);

        assertEquals(1, send(mail), "once, however often it is told");

        Envelope letter = mail.carried.getFirst();
        assertEquals("officer@example.org", letter.address());
        assertEquals("7月自查", letter.items().getFirst().title());
        assertEquals("还有3间未自查", letter.items().getFirst().body());
        assertEquals("2026/basket", letter.items().getFirst().link());
        assertEquals(0, send(mail));
        assertNotNull(only(Outbox.State.SENT).sentAt());
    }

    @Test
    void onlyWhatIsWorthATextMessageGoesOutAsOne() {
        wants(false, false, true);
        tell("plain", null);
        tell("urgent", new Text("请今天完成自查", "Please check today"));

        assertEquals(1, send(sms));
        assertEquals("请今天完成自查", sms.carried.getFirst().items().getFirst().body());
        assertEquals("13900000001", sms.carried.getFirst().address());
        assertEquals(0, send(mail));
    }

    @Test
    void textMessagesWaitForTheMorning() {
        wants(false, false, true);
        clock.pass(Duration.ofHours(10));
        tell("urgent", new Text("请今天完成自查", "Please check today"));

        assertEquals(0, send(sms), "at ten in the evening");
        clock.pass(Duration.ofHours(10));
        assertEquals(1, send(sms), "at eight in the morning");
    }

    @Test
    void aDigestIsOneLetterOfTheDay() {
        wants(true, true, false);
        for (int i = 0; i < 120; i++) {
            tell("room-" + i, null);
        }

        assertEquals(0, send(mail), "not before the morning");
        clock.pass(Duration.ofHours(21));

        assertEquals(120, send(mail));
        assertEquals(1, mail.carried.size());
        assertEquals(120, mail.carried.getFirst().items().size());
    }

    @Test
    void whatFailsIsTriedThreeTimesMoreAndThenShown() {
        wants(true, false, false);
        tell("2026-07", null);
        mail.refusal = "550 mailbox unavailable";

        for (int minutes : List.of(0, 1, 5)) {
            clock.pass(Duration.ofMinutes(minutes));
            assertEquals(0, send(mail));
            assertEquals("550 mailbox unavailable", only(Outbox.State.WAITING).error());
        }
        clock.pass(Duration.ofMinutes(29));
        assertEquals(0, send(mail));
        assertEquals(3, only(Outbox.State.WAITING).attempts(), "not yet due");
        clock.pass(Duration.ofMinutes(1));
        assertEquals(0, send(mail));
        assertEquals(4, only(Outbox.State.FAILED).attempts());
        assertEquals(
                Map.of(Outbox.State.WAITING, 0, Outbox.State.SENT, 0, Outbox.State.FAILED, 1), outbox.counts(admin));

        mail.refusal = null;
        clock.pass(Duration.ofDays(1));
        assertEquals(0, send(mail), "given up");
        assertEquals(1, outbox.resendFailed(admin));
        assertEquals(1, send(mail));
        assertEquals(1, mail.carried.size());
    }

    @Test
    void whoDiesWhileSendingLeavesTheLetterToTheOthers() {
        wants(true, false, false);
        tell("2026-07", null);
        mail.whileCarrying = () -> {
            throw new IllegalStateException("the node is gone");
        };
        Delivery dying = delivery(mail);
        assertThrows(IllegalStateException.class, () -> dying.sendDue(() -> false));
        mail.whileCarrying = () -> {};

        assertEquals(0, send(mail), "taken: it may just be under way");
        clock.pass(Duration.ofMinutes(10));
        assertEquals(1, send(mail));
    }

    @Test
    void whatALostNodeHadTakenIsDueAtOnce() {
        wants(true, false, false);
        tell("2026-07", null);
        mail.whileCarrying = () -> {
            throw new IllegalStateException("the node is gone");
        };
        Delivery dying = delivery(mail);
        assertThrows(IllegalStateException.class, () -> dying.sendDue(() -> false));
        mail.whileCarrying = () -> {};
        LostLetters lost = new LostLetters(db.core(), clock);
        node("RUNNING");
        lost.release();
        assertEquals(0, send(mail), "it lives");

        node("LOST");
        lost.release();

        assertEquals(1, send(mail));
        lost.release();
        assertEquals(0, send(mail), "sent is sent");
    }

    private void node(String state) {
        db.core().transact(handle -> {
            handle.execute("delete from core.node");
            return handle.execute(
                    """
                    insert into core.node (name, run, version, state, started_at, seen_at, clock_ahead_millis)
                    values ('one', ?, '1', ?, current_timestamp, current_timestamp, 0)
                    """,
                    RUN,
                    state);
        });
    }

    @Test
    void whileOneNodeSendsAnotherTakesNothingOfIt() {
        wants(true, false, false);
        tell("2026-07", null);
        TestCarrier second = new TestCarrier(DeliveryChannel.EMAIL);
        mail.whileCarrying = () -> assertEquals(0, send(second));

        assertEquals(1, send(mail));
        assertEquals(List.of(), second.carried);
    }

    @Test
    void aSlowMailServerMakesNobodyElseSendTheSame() {
        wants(true, false, false);
        for (int i = 0; i < 6; i++) {
            tell("room-" + i, null);
        }
        TestCarrier second = new TestCarrier(DeliveryChannel.EMAIL);
        mail.whileCarrying = () -> {
            clock.pass(Duration.ofSeconds(110));
            send(second);
        };

        send(mail);

        List<String> ids = Stream.concat(mail.carried.stream(), second.carried.stream())
                .map(Envelope::id)
                .toList();
        assertEquals(6, ids.size(), "each once: " + ids);
        assertEquals(6, Set.copyOf(ids).size());
        assertTrue(
                outbox.list(admin, Outbox.State.SENT, null, 10).stream().allMatch(item -> item.attempts() == 1),
                "what was put back had not been tried");
    }

    @Test
    void whatIsLeftInTheEveningWaitsForTheMorning() {
        wants(false, false, true);
        for (int i = 0; i < 3; i++) {
            tell("room-" + i, new Text("请今天完成自查", "Please check today"));
        }
        clock.pass(Duration.ofHours(8).plusMinutes(59));
        sms.whileCarrying = () -> clock.pass(Duration.ofMinutes(1));

        assertEquals(1, send(sms), "the first at 20:59");
        assertEquals(1, sms.carried.size());
        clock.pass(Duration.ofHours(11));
        sms.whileCarrying = () -> {};
        assertEquals(2, send(sms), "the others at eight");
        assertEquals(3, sms.carried.size());
    }

    @Test
    void whoIsToldToStopLeavesTheRestToOthersAtOnce() {
        wants(true, false, false);
        tell("a", null);
        tell("b", null);
        AtomicBoolean stopping = new AtomicBoolean();
        mail.whileCarrying = () -> stopping.set(true);

        assertEquals(1, delivery(mail).sendDue(stopping::get));
        TestCarrier second = new TestCarrier(DeliveryChannel.EMAIL);
        assertEquals(1, send(second));
    }

    @Test
    void whatIsBeingSentIsNotSentAgainBesides() {
        wants(true, false, false);
        tell("2026-07", null);
        UUID notice = only(Outbox.State.WAITING).noticeId();
        TestCarrier second = new TestCarrier(DeliveryChannel.EMAIL);
        mail.whileCarrying = () -> {
            outbox.resend(admin, notice, DeliveryChannel.EMAIL);
            assertEquals(0, send(second));
        };

        assertEquals(1, send(mail));
        assertEquals(0, send(second));
        outbox.resend(admin, notice, DeliveryChannel.EMAIL);
        assertEquals(1, send(second), "sent is sent again when it is asked for");
    }

    @Test
    void whoNoLongerWantsLettersGetsNone() {
        wants(true, false, false);
        tell("2026-07", null);
        wants(false, false, false);

        assertEquals(0, send(mail));
        assertEquals(List.of(), outbox.list(admin, Outbox.State.WAITING, null, 10));
    }

    @Test
    void settingsAreCheckedAllAtOnceAndKeptSealed() {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> settings.save(officer, new Settings("nobody", true, false, "123", true)));
        assertEquals(
                List.of("CORE-EMAIL", "CORE-PHONE"),
                refused.violations().stream().map(Violation::code).toList());

        Settings saved =
                settings.save(officer, new Settings(" officer@example.org ", true, true, "139 0000 0001", false));

        assertEquals(new Settings("officer@example.org", true, true, "13900000001", false), saved);
        assertEquals(saved, settings.mine(officer));
        List<String> stored = db.core().read(handle -> handle.createQuery("select address from core.contact")
                .mapTo(String.class)
                .list());
        assertEquals(2, stored.size());
        stored.forEach(kept -> assertFalse(kept.contains("officer") || kept.contains("139"), kept));
        settings.save(officer, new Settings("", false, false, "", false));
        assertEquals(new Settings("", false, false, "", false), settings.mine(officer));
    }

    /** Two letters about two objects that were given up, each with its own reason. */
    private List<Outbox.Item> givenUp() {
        wants(true, false, true);
        tell("mail", null);
        mail.refusal = "550 mailbox unavailable";
        for (int minutes : List.of(0, 1, 5, 30)) {
            clock.pass(Duration.ofMinutes(minutes));
            send(mail);
        }
        wants(false, false, true);
        tell("sms", new Text("请今天完成自查", "Please check today"));
        sms.refusal = "gateway: 100% busy";
        for (int minutes : List.of(0, 1, 5, 30)) {
            clock.pass(Duration.ofMinutes(minutes));
            send(sms);
        }
        mail.refusal = null;
        sms.refusal = null;
        wants(true, false, true);
        return outbox.list(admin, Outbox.State.FAILED, null, 10);
    }

    private List<DeliveryChannel> failed(DeliveryChannel channel, String text) {
        return outbox.list(admin, new Outbox.Query(Outbox.State.FAILED, channel, text), null, 10).stream()
                .map(Outbox.Item::channel)
                .toList();
    }

    @Test
    void failedLettersAreFoundByChannelAndWords() {
        assertEquals(2, givenUp().size());
        assertEquals(List.of(DeliveryChannel.EMAIL), failed(DeliveryChannel.EMAIL, null));
        assertEquals(List.of(DeliveryChannel.TEXT_MESSAGE), failed(null, "GATEWAY"));
        assertEquals(List.of(DeliveryChannel.TEXT_MESSAGE), failed(null, "0%"));
        assertEquals(List.of(), failed(null, "0_"), "no pattern");
        assertEquals(2, failed(null, "self-CHECK").size());
        assertEquals(List.of(), failed(DeliveryChannel.EMAIL, "gateway"));

        assertEquals(
                1, outbox.resendFailed(admin, new Outbox.Query(Outbox.State.FAILED, null, "mailbox")), "as narrowed");
        assertEquals(1, send(mail));
        assertEquals(0, send(sms));
        assertEquals(
                1,
                outbox.resendFailed(admin, new Outbox.Query(Outbox.State.FAILED, DeliveryChannel.TEXT_MESSAGE, null)));
        assertEquals(1, send(sms));
    }

    @Test
    void chosenLettersAreSentAgainAndTheOthersNamed() {
        List<Outbox.Letter> letters = givenUp().stream()
                .map(item -> new Outbox.Letter(item.noticeId(), item.channel()))
                .toList();
        Outbox.Letter first = letters.get(0);
        Outbox.Letter second = letters.get(1);
        Outbox.Letter unknown = new Outbox.Letter(UUID.randomUUID(), DeliveryChannel.EMAIL);

        assertEquals(
                new Outbox.Resent(1, List.of(new Outbox.Skipped(unknown, Outbox.Skip.GONE))),
                outbox.resend(admin, List.of(first, unknown, first)));
        assertEquals(
                new Outbox.Resent(1, List.of(new Outbox.Skipped(first, Outbox.Skip.WAITING))),
                outbox.resend(admin, letters));
        assertEquals(2, send(mail) + send(sms));
        assertEquals(
                new Outbox.Resent(
                        0,
                        List.of(
                                new Outbox.Skipped(first, Outbox.Skip.SENT),
                                new Outbox.Skipped(second, Outbox.Skip.SENT))),
                outbox.resend(admin, letters));
    }

    @Test
    void onlyAdministratorsSeeTheOutbox() {
        assertThrows(RefusedException.class, () -> outbox.list(officer, Outbox.State.SENT, null, 10));
        assertThrows(RefusedException.class, () -> outbox.counts(officer));
        assertThrows(RefusedException.class, () -> outbox.resendFailed(officer));
        Outbox.Query all = new Outbox.Query(Outbox.State.FAILED, null, null);
        assertThrows(RefusedException.class, () -> outbox.list(officer, all, null, 10));
        assertThrows(RefusedException.class, () -> outbox.resendFailed(officer, all));
        assertThrows(RefusedException.class, () -> outbox.resend(officer, List.of()));
        assertThrows(RefusedException.class, () -> outbox.resend(officer, UUID.randomUUID(), DeliveryChannel.EMAIL));
        assertThrows(RefusedException.class, () -> outbox.resend(admin, UUID.randomUUID(), DeliveryChannel.EMAIL));
    }
}
