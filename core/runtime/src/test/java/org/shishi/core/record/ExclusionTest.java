package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.Records;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.BulkRecords.Session;
import org.shishi.core.record.workshop.Guest;
import org.shishi.core.record.workshop.Guests;
import org.shishi.core.rule.Verdict;

/** What excludes what: at each door, within and across years, and when many come at once. */
@ParameterizedClass
@EnumSource
class ExclusionTest {

    private static final int WRITERS = 32;

    private final World world;
    private final Records<Guest> lastYear;

    ExclusionTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        lastYear = world.engine.create(world.last, Guests.TYPE);
    }

    private static Guest guest(int person, String part, LocalDate from, LocalDate to) {
        Guest guest = Guests.TYPE.blank();
        guest.setName("示例" + (char) ('甲' + person % 10));
        guest.setNumber(GuestIds.of(person));
        guest.setMobile("13900000001");
        guest.setPart(part);
        guest.setFrom(from);
        guest.setTo(to);
        return guest;
    }

    private static Guest guest(int person, String part) {
        return guest(person, part, null, null);
    }

    private Guest invited(Records<Guest> guests, Guest draft) {
        Guest saved = guests.create(world.officer(), draft);
        return guests.transition(world.officer(), saved.id(), -1, TransitionRequest.of("invite"));
    }

    private static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    @Test
    void whatIsTypedIsMaskedAndThePersonKnown() {
        Guest saved = world.guests.create(world.officer(), guest(1, "trip"));

        assertEquals("示**", saved.getName());
        assertEquals("310***********" + GuestIds.of(1).substring(14), saved.getNumber());
        assertEquals("139****0001", saved.getMobile());
        Guest again = world.guests.create(world.officer(), guest(1, "meal"));
        assertEquals(saved.getPersonId(), again.getPersonId());
        assertEquals(GuestIds.of(1), world.guests.reveal(world.officer(), saved.id(), "number", "核对"));
        saved.setMobile("13900000009");
        assertEquals("139****0009", world.guests.update(world.officer(), saved).getMobile());
        Guest wrong = guest(1, "trip");
        wrong.setNumber("310999199001011234");
        wrong.setMobile("12");
        wrong.setAgreed(false);
        assertEquals(
                "CORE-CONSENT(agreed) CORE-ID-CHECK(number) CORE-PHONE(mobile)",
                World.refusal(() -> world.guests.create(world.officer(), wrong)));
        assertFalse(
                stored("select name || number || mobile from workshop_2026.guest")
                        .contains(GuestIds.of(1)),
                "nothing in clear in the programme's table");
    }

    private String stored(String sql) {
        return world.db
                .core()
                .read(handle -> handle.createQuery(sql).mapTo(String.class).list())
                .toString();
    }

    @Test
    void draftsMayMeetButOnlyOneTakesThePlace() {
        Guest first = world.guests.create(world.officer(), guest(2, "trip"));
        Guest second = world.guests.create(world.eastOfficer(), guest(2, "trip"));
        world.guests.transition(world.officer(), first.id(), -1, TransitionRequest.of("invite"));

        assertEquals(
                "WS-TRIP(number)",
                World.refusal(() ->
                        world.guests.transition(world.eastOfficer(), second.id(), -1, TransitionRequest.of("invite"))));
        assertEquals(
                "WS-TRIP(number)",
                World.codes(world.guests.validate(world.westOfficer(), guest(2, "trip"))),
                "told while typing");
        Guest numberOnly = guest(2, "trip");
        numberOnly.setName(null);
        assertTrue(
                World.codes(world.guests.validate(world.westOfficer(), numberOnly))
                        .contains("WS-TRIP(number)"),
                "before all the rest is typed");
        world.guests.transition(world.officer(), first.id(), -1, TransitionRequest.of("cancel"));
        world.guests.transition(world.eastOfficer(), second.id(), -1, TransitionRequest.of("invite"));
        assertEquals("[CANCELLED, INVITED]", stored("select state from core.participation order by state"));
    }

    @Test
    void aRefusalNamesProgrammeDayAndHolderAndNothingElse() {
        invited(world.guests, guest(3, "trip", may(4), may(6)));

        Violation refusal = world.guests
                .validate(world.westOfficer(), guest(3, "day", may(6), may(6)))
                .getFirst();

        assertEquals("WS-DATES", refusal.code());
        assertEquals("2026-05-04", refusal.args().get(1));
        assertEquals(world.tree.factory.name(), refusal.args().get(2));
        assertFalse(refusal.toString().contains("示例丁"));
        assertEquals(3, refusal.args().size());
        assertEquals(List.of(), world.guests.validate(world.westOfficer(), guest(3, "day", may(7), may(7))));
        assertEquals(List.of(), world.guests.validate(world.westOfficer(), guest(3, "day", may(3), may(3))));
    }

    @Test
    void yearsInARowExcludeEachOtherAndAGroupMayHaveMorePlaces() {
        invited(lastYear, guest(4, "trip"));
        assertEquals("WS-TRIP(number)", World.codes(world.guests.validate(world.officer(), guest(4, "trip"))));
        invited(lastYear, guest(4, "meal"));
        invited(world.guests, guest(4, "meal"));
        invited(world.guests, guest(4, "meal"));
        assertEquals("WS-MEAL(number)", World.codes(world.guests.validate(world.officer(), guest(4, "meal"))));
    }

    @Test
    void warningsAreToldAndBlockNothing() {
        invited(world.guests, guest(5, "meal"));

        assertEquals("WS-ANY(number)", World.codes(world.guests.warnings(world.officer(), guest(5, "trip"))));
        assertEquals("", World.codes(world.guests.warnings(world.officer(), guest(6, "trip"))));
        Guest unanswered = guest(5, "trip");
        unanswered.setAgreed(false);
        assertEquals("WS-ANY(number)", World.codes(world.guests.warnings(world.officer(), unanswered)));
        invited(world.guests, guest(5, "trip"));
    }

    @Test
    void anImportTellsWhatIsStoredAndWhatItsOwnRowsTake() {
        invited(world.guests, guest(7, "trip"));
        List<Guest> rows = new ArrayList<>();
        for (int person : new int[] {7, 8, 8, 9, 9}) {
            rows.add(guest(person, person == 9 ? "meal" : "trip"));
        }
        BulkRecords<Guest> bulk = world.engine.bulk(world.programme, Guests.TYPE);
        Session<Guest> dry = bulk.open(world.officer(), "dry.xlsx");

        assertEquals(
                List.of("WS-TRIP(number)", "", "WS-TRIP(number)", "", ""),
                refusals(dry.check(rows.stream().toList())));
        assertEquals(
                List.of("WS-TRIP(number)", "WS-TRIP(number)", "WS-MEAL(number)"),
                refusals(dry.check(List.of(guest(7, "trip"), guest(8, "trip"), guest(9, "meal")))),
                "rows of the chunk before count");
        assertEquals("[]", stored("select number from workshop_2026.guest where part = 'meal'"));
        Session<Guest> real = bulk.open(world.officer(), "real.xlsx");
        List<Verdict> verdicts = real.insert(List.of(guest(7, "trip"), guest(8, "trip"), guest(9, "meal")));
        assertEquals(List.of("WS-TRIP(number)", "", ""), refusals(verdicts));
        assertEquals(3, world.guests.count(world.officer(), RecordQuery.first(1), 100));
        bulk.undo(world.officer(), real.importId());
        assertEquals("[INVITED]", stored("select state from core.participation"), "parts go with their import");
    }

    private static List<String> refusals(List<Verdict> verdicts) {
        return verdicts.stream().map(verdict -> World.codes(verdict.refusals())).toList();
    }

    @Test
    void anImportTellsWhatOnlyWarnsToo() {
        invited(world.guests, guest(12, "meal"));
        Session<Guest> dry = world.engine.bulk(world.programme, Guests.TYPE).open(world.officer(), "dry.xlsx");

        assertEquals(
                List.of("WS-ANY(number)", "", "WS-ANY(number)"),
                warnings(dry.check(List.of(guest(12, "trip"), guest(13, "trip"), guest(13, "meal")))),
                "for what is stored and for rows before");
        assertEquals(
                List.of("WS-ANY(number)"),
                warnings(dry.check(List.of(guest(13, "meal")))),
                "rows of the chunk before count");
    }

    private static List<String> warnings(List<Verdict> verdicts) {
        return verdicts.stream().map(verdict -> World.codes(verdict.warnings())).toList();
    }

    @Test
    void ofManyAtOnceOneTakesThePlace() throws Exception {
        for (int round = 0; round < 3; round++) {
            int person = 100 + round;
            List<UUID> drafts = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                drafts.add(world.guests
                        .create(world.officer(), guest(person, "trip", may(1 + i % 3), may(9)))
                        .id());
            }
            List<String> answers = together(i -> World.refusal(
                    () -> world.guests.transition(world.officer(), drafts.get(i), -1, TransitionRequest.of("invite"))));

            assertEquals(1, Collections.frequency(answers, ""), answers::toString);
            assertEquals(
                    WRITERS - 1,
                    answers.stream().filter(answer -> answer.contains("WS-")).count(),
                    answers::toString);
        }
        assertEquals("[3]", stored("select cast(count(*) as varchar(9)) from core.participation where counted"));
    }

    @Test
    void twoPlacesHaveTwoWinnersAndStrangersAreRegisteredOnce() throws Exception {
        List<String> answers = together(i -> World.refusal(() -> invited(world.guests, guest(200, "meal"))));

        assertEquals(2, Collections.frequency(answers, ""), answers::toString);
        assertEquals("[1]", stored("select cast(count(*) as varchar(9)) from core.person"));
    }

    @Test
    void nobodyIsPaidForAPlaceThatWasLost() {
        Guest guest = invited(world.guests, guest(10, "trip"));
        String basis = world.programme.objectName(Guests.TYPE, guest.id());
        org.shishi.core.money.SubsidiesService subsidies = new org.shishi.core.money.SubsidiesService(
                world.db.core(), (c, action, object, reason, details) -> {}, world.clock(), world.ledger);
        org.shishi.api.money.SubsidyEntry.Payer payer = org.shishi.api.money.SubsidyEntry.Payer.CITY;
        subsidies.calculate(world.eastOfficer(), world.programme, payer, world.tree.factory.id(), 100_00, basis, "{}");
        subsidies.approve(world.approver(), world.programme, payer, basis);
        lose(guest);
        Guest other = invited(world.guests, guest(10, "trip"));

        assertEquals(
                "CORE-DUP-PAY", World.refusal(() -> subsidies.pay(world.finance(), world.programme, payer, basis)));
        world.guests.transition(world.officer(), other.id(), -1, TransitionRequest.of("cancel"));
        subsidies.pay(world.finance(), world.programme, payer, basis);
        assertEquals(
                "WS-TRIP(number)",
                World.codes(world.guests.validate(world.officer(), guest(10, "trip"))),
                "a place that nobody had was taken before it was paid");
    }

    /** As if its group had been declared after it was invited. */
    private void lose(Guest guest) {
        world.db
                .core()
                .transact(handle -> handle.execute(
                        "delete from core.exclusion_hold where group_code = 'WS_TRIP' and participation_id in"
                                + " (select id from core.participation where record_id = ?)",
                        guest.id()));
    }

    @Test
    void acrossYearsEachMomentAsksThePreviewTheStepAndThePayment() {
        Guest draft = world.guests.create(world.officer(), guest(14, "trip"));
        Guest before = invited(lastYear, guest(14, "trip"));
        assertEquals("WS-TRIP(number)", World.codes(world.guests.validate(world.officer(), guest(14, "trip"))));
        assertEquals(
                List.of("WS-TRIP(number)"),
                refusals(world.engine
                        .bulk(world.programme, Guests.TYPE)
                        .open(world.officer(), "dry.xlsx")
                        .check(List.of(guest(14, "trip")))));
        assertEquals(
                "WS-TRIP(number)",
                World.refusal(() ->
                        world.guests.transition(world.officer(), draft.id(), -1, TransitionRequest.of("invite"))));
        lose(before);
        Guest paid = world.guests.transition(world.officer(), draft.id(), -1, TransitionRequest.of("invite"));
        lose(paid);
        lastYear.transition(world.officer(), before.id(), -1, TransitionRequest.of("cancel"));
        invited(lastYear, guest(14, "trip"));
        assertEquals(
                List.of("CORE-DUP-PAY"),
                world.db.core().transact(handle -> world.ledger.beforePayment(handle, paid.id()).stream()
                        .map(Violation::code)
                        .toList()));
    }

    @Test
    void thePlacesOfAProgrammeThatIsAwayStayTaken() {
        // Another programme with a group of the same code wrote this and left.
        UUID person = world.guests.create(world.officer(), guest(11, "meal")).getPersonId();
        world.db.core().transact(handle -> {
            UUID part = UUID.randomUUID();
            handle.execute(
                    "insert into core.participation (id, subject_kind, subject_id, programme_id, edition_year, type_id,"
                            + " record_id, kind, owner_org, state, counted, created_at, updated_at) values (?, 'PERSON',"
                            + " ?, 'gone', 2026, 'trips', ?, 'trip', ?, 'DONE', true, current_timestamp,"
                            + " current_timestamp)",
                    part,
                    person,
                    UUID.randomUUID(),
                    world.tree.west.id());
            return handle.execute(
                    "insert into core.exclusion_hold (group_code, subject_id, span, slot, participation_id)"
                            + " values ('WS_TRIP', ?, 'y2026', 1, ?)",
                    person,
                    part);
        });

        assertEquals("WS-TRIP(number)", World.codes(world.guests.validate(world.officer(), guest(11, "trip"))));
    }

    /** All begin together; the answers in the order of the writers. */
    private static List<String> together(java.util.function.IntFunction<String> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                Callable<String> call = () -> {
                    start.await();
                    return work.apply(writer);
                };
                answers.add(threads.submit(call));
            }
            List<String> all = new ArrayList<>();
            for (Future<String> answer : answers) {
                all.add(answer.get(120, TimeUnit.SECONDS));
            }
            return all;
        }
    }
}
