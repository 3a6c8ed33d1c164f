package org.shishi.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.List;
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
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

class SubsidiesTest {

    private static final String BASIS = "basket/2026/households/1";

    private final TestDatabase db = TestDatabases.h2();
    private final TestCity city = new TestCity(db.core());
    private final SubsidiesService subsidies = new SubsidiesService(db.core(), city.audit, city.clock);
    private final Caller finance = city.caller(Role.CITY_FINANCE, city.organisations.city());
    private final ProgrammeContext programme = named("basket", 2026);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void whatIsPaidStandsInTheLedgerAndInTheLog() {
        UUID payee = UUID.randomUUID();
        SubsidyEntry entry = subsidies.pay(finance, programme, Payer.CITY, payee, 100_000_00, BASIS, "perRoom=1000");
        subsidies.pay(finance, programme, Payer.SELF, payee, 0, BASIS, "");

        assertEquals(State.PAID, entry.state());
        assertEquals(
                entry,
                subsidies.of(BASIS).stream()
                        .filter(e -> e.payer() == Payer.CITY)
                        .findFirst()
                        .orElseThrow());
        assertEquals(2, subsidies.of(BASIS).size());
        assertEquals(List.of(), subsidies.of("basket/2026/households/2"));
        int logged = city.database.read(handle -> handle.createQuery("select count(*) from core.audit_entry"
                        + " where action = 'subsidy.pay' and object = :basis and details like '%100000.00%'")
                .bind("basis", BASIS)
                .mapTo(Integer.class)
                .one());
        assertEquals(1, logged);
    }

    @Test
    void payingNeedsTheRightAndAnAmount() {
        Caller approver = city.caller(Role.CITY_APPROVER, city.organisations.city());

        refused(
                "CORE-FORBIDDEN",
                () -> subsidies.pay(approver, programme, Payer.CITY, UUID.randomUUID(), 1, BASIS, ""));
        refused("CORE-MONEY", () -> subsidies.pay(finance, programme, Payer.CITY, UUID.randomUUID(), -1, BASIS, ""));
        assertEquals(List.of(), subsidies.of(BASIS));
    }

    @Test
    void anEntryGoesWithItsTransaction() {
        assertThrows(
                IllegalStateException.class,
                () -> city.database.transact(handle -> {
                    subsidies.pay(finance, programme, Payer.CITY, UUID.randomUUID(), 1, BASIS, "");
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
