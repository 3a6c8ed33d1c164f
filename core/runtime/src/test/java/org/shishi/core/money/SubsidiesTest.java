package org.shishi.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.money.SubsidyEntry;
import org.shishi.api.money.SubsidyEntry.Payer;
import org.shishi.api.money.SubsidyEntry.State;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.people.Ledger;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

class SubsidiesTest {

    private static final String BASIS = "basket/2026/households/1";

    private final TestDatabase db = TestDatabases.h2();
    private final TestCity city = new TestCity(db.core());
    private final SubsidiesService subsidies =
            new SubsidiesService(db.core(), city.audit, city.clock, new Ledger(db.core(), city.clock));
    private final Caller finance = city.caller(Role.CITY_FINANCE, city.organisations.city());
    private final Caller approver = city.caller(Role.CITY_APPROVER, city.organisations.city());
    private final ProgrammeContext programme = named("basket", 2026);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void anAmountIsCalculatedApprovedPaidAndTakenBackLineByLine() {
        UUID payee = UUID.randomUUID();
        subsidies.calculate(finance, programme, Payer.CITY, payee, 100_000_00, BASIS, "perRoom=1000");
        subsidies.approve(approver, programme, Payer.CITY, BASIS);
        assertEquals(0, subsidies.paidFen(programme, Payer.CITY));
        SubsidyEntry paid = subsidies.pay(finance, programme, Payer.CITY, BASIS);

        assertEquals(100_000_00, subsidies.paidFen(programme, Payer.CITY));
        assertEquals(State.PAID, paid.state());
        assertEquals(paid, subsidies.of(BASIS).getLast());
        assertEquals("perRoom=1000", paid.snapshot());
        assertEquals(payee, paid.payee());

        subsidies.reverse(finance, programme, Payer.CITY, BASIS, " paid to the wrong account ");
        assertEquals(0, subsidies.paidFen(programme, Payer.CITY));
        assertEquals(
                List.of(State.CALCULATED, State.APPROVED, State.PAID, State.REVERSED),
                subsidies.of(BASIS).stream().map(SubsidyEntry::state).toList());
        assertEquals(paid.id(), city.database.read(handle -> handle.createQuery(
                        "select counters_id from core.subsidy_entry where state = 'REVERSED'")
                .mapTo(UUID.class)
                .one()));

        city.clock.pass(Duration.ofDays(1));
        subsidies.calculate(finance, programme, Payer.CITY, payee, 90_000_00, BASIS, "perRoom=900");
        assertEquals(State.CALCULATED, subsidies.of(BASIS).getLast().state());
        assertEquals(5, subsidies.of(BASIS).size());
        assertEquals(List.of(), subsidies.of("basket/2026/households/2"));
    }

    @Test
    void eachStepStandsInTheLog() {
        subsidies.calculate(finance, programme, Payer.CITY, UUID.randomUUID(), 100_000_00, BASIS, "");
        subsidies.approve(approver, programme, Payer.CITY, BASIS);
        subsidies.pay(finance, programme, Payer.CITY, BASIS);
        subsidies.reverse(finance, programme, Payer.CITY, BASIS, "wrong account");

        List<String> logged = city.database.read(handle -> handle.createQuery("select action from core.audit_entry"
                        + " where object = :basis and details like '%100000.00%' order by at, action")
                .bind("basis", BASIS)
                .mapTo(String.class)
                .list());
        assertEquals(
                List.of("subsidy.approve", "subsidy.calculate", "subsidy.pay", "subsidy.reverse"),
                logged.stream().sorted().toList());
    }

    @Test
    void nobodySettlesWhatTheyApproved() {
        Caller both = new Caller(
                UUID.randomUUID(),
                "both",
                finance.organisation(),
                Map.of(Caller.EVERY_PROGRAMME, Set.of(Role.CITY_FINANCE, Role.CITY_APPROVER)),
                Locale.ENGLISH,
                null);
        subsidies.calculate(both, programme, Payer.CITY, UUID.randomUUID(), 1, BASIS, "");
        refused("CORE-SELF-REVIEW", () -> subsidies.approve(both, programme, Payer.CITY, BASIS));
        subsidies.approve(approver, programme, Payer.CITY, BASIS);
        subsidies.pay(both, programme, Payer.CITY, BASIS);

        subsidies.calculate(finance, programme, Payer.FOUNDATION, UUID.randomUUID(), 1, BASIS, "");
        subsidies.approve(both, programme, Payer.FOUNDATION, BASIS);
        refused("CORE-SELF-REVIEW", () -> subsidies.pay(both, programme, Payer.FOUNDATION, BASIS));
        subsidies.pay(finance, programme, Payer.FOUNDATION, BASIS);
        refused("CORE-SELF-REVIEW", () -> subsidies.reverse(both, programme, Payer.FOUNDATION, BASIS, "wrong account"));
    }

    @Test
    void stepsComeInTheirTurn() {
        refused("CORE-STATE", () -> subsidies.approve(approver, programme, Payer.CITY, BASIS));
        subsidies.calculate(finance, programme, Payer.CITY, UUID.randomUUID(), 0, BASIS, "");
        refused(
                "CORE-STATE",
                () -> subsidies.calculate(finance, programme, Payer.CITY, UUID.randomUUID(), 1, BASIS, ""));
        refused("CORE-STATE", () -> subsidies.pay(finance, programme, Payer.CITY, BASIS));
        refused("CORE-STATE", () -> subsidies.reverse(finance, programme, Payer.CITY, BASIS, "early"));
        subsidies.approve(approver, programme, Payer.CITY, BASIS);
        subsidies.pay(finance, programme, Payer.CITY, BASIS);
        refused("CORE-STATE", () -> subsidies.pay(finance, programme, Payer.CITY, BASIS));
        refused("CORE-REASON-MISSING", () -> subsidies.reverse(finance, programme, Payer.CITY, BASIS, "\u3000"));
    }

    @Test
    void everyStepNeedsItsRight() {
        UUID payee = UUID.randomUUID();
        refused("CORE-FORBIDDEN", () -> subsidies.calculate(approver, programme, Payer.CITY, payee, 1, BASIS, ""));
        refused("CORE-MONEY", () -> subsidies.calculate(finance, programme, Payer.CITY, payee, -1, BASIS, ""));
        subsidies.calculate(finance, programme, Payer.CITY, payee, 1, BASIS, "");
        refused("CORE-FORBIDDEN", () -> subsidies.approve(finance, programme, Payer.CITY, BASIS));
        refused("CORE-FORBIDDEN", () -> subsidies.pay(approver, programme, Payer.CITY, BASIS));
        refused("CORE-FORBIDDEN", () -> subsidies.reverse(approver, programme, Payer.CITY, BASIS, "r"));
        assertEquals(1, subsidies.of(BASIS).size());
    }

    @Test
    void anEntryGoesWithItsTransaction() {
        assertThrows(
                IllegalStateException.class,
                () -> city.database.transact(handle -> {
                    subsidies.calculate(finance, programme, Payer.CITY, UUID.randomUUID(), 1, BASIS, "");
                    throw new IllegalStateException("wanted");
                }));

        assertEquals(List.of(), subsidies.of(BASIS));
    }

    private static void refused(String code, Runnable work) {
        RefusedException refusal = assertThrows(RefusedException.class, work::run);
        assertEquals(code, refusal.violations().getFirst().code());
    }

    /** A programme of which the ledger asks the name alone. */
    private static ProgrammeContext named(String programmeId, int year) {
        return (ProgrammeContext) Proxy.newProxyInstance(
                ProgrammeContext.class.getClassLoader(),
                new Class<?>[] {ProgrammeContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "programmeId" -> programmeId;
                    case "year" -> year;
                    default -> throw new IllegalStateException(method + " was not expected");
                });
    }
}
