package org.shishi.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.people.People.Detail;
import org.shishi.api.people.Person;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {

    @Parameter
    TestDatabases.Kind kind;

    private TestDatabase db;
    private TestCity city;
    private PeopleService people;
    private Caller officer;

    @BeforeParameterizedClassInvocation
    void open() {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        people = new PeopleService(db.core(), new PersonBook(db.core(), city.keys, city.clock), city.audit, city.clock);
        officer = city.caller(Role.SECOND_LEVEL_OFFICER, city.named("浦东新区总工会"));
    }

    @AfterParameterizedClassInvocation
    void close() {
        db.close();
    }

    @Test
    void aPersonIsShownMaskedAndFoundByTheNumberHoweverTyped() {
        Person person = people.register(officer, " 示例甲乙 ", id(1), "139 0000 0001");

        assertEquals("示***", person.maskedName());
        assertEquals(id(1).substring(0, 3) + "***********" + id(1).substring(14), person.maskedDocument());
        assertEquals("139****0001", person.maskedMobile());
        assertEquals(person, people.byId(person.id()).orElseThrow());
        assertEquals(
                person, people.byResidentId("　" + id(1).toLowerCase() + " ").orElseThrow());
    }

    @Test
    void thereIsOnePersonPerNumber() {
        Person first = people.register(officer, "示例甲", id(2), null);
        assertNull(first.maskedMobile());

        Person again = people.register(officer, "示例改", id(2), "13900000002");

        assertEquals(first.id(), again.id());
        assertEquals("示**", people.byId(first.id()).orElseThrow().maskedName(), "the name stays");
        assertEquals("139****0002", again.maskedMobile(), "what was missing is added");
        people.register(officer, "示例甲", id(2), "13900000009");
        assertEquals("139****0002", people.byId(first.id()).orElseThrow().maskedMobile(), "what was there stays");
    }

    @Test
    void ofManyAtOnceOneIsRegistered() throws Exception {
        Set<UUID> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Person>> running = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                running.add(threads.submit(() -> people.register(officer, "示例丙", id(3), null)));
            }
            for (Future<Person> one : running) {
                ids.add(one.get(60, TimeUnit.SECONDS).id());
            }
        }

        assertEquals(1, ids.size());
    }

    @Test
    void nothingStandsInTheDatabaseInClear() {
        people.register(officer, "示例丁戊", id(4), "13900000004");

        String rows = city.database.read(handle -> handle.createQuery(
                        "select document || name || coalesce(mobile, '') || document_index from core.person")
                .mapTo(String.class)
                .list()
                .toString());
        assertFalse(rows.contains("示例"));
        assertFalse(rows.contains(id(4)));
        assertFalse(rows.contains("13900000004"));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        RefusedException refusal =
                assertThrows(RefusedException.class, () -> people.register(officer, " ", "310999", "12"));

        assertEquals(
                List.of("CORE-INPUT", "CORE-ID-FORMAT", "CORE-PHONE"),
                refusal.violations().stream().map(Violation::code).toList());
        assertTrue(people.byResidentId("310999").isEmpty());
        assertTrue(people.byId(UUID.randomUUID()).isEmpty());
    }

    @Test
    void aValueInClearNeedsRightAndReasonAndIsLogged() {
        Person person = people.register(officer, "示例己", id(5), null);
        Caller approver = city.caller(Role.SECOND_LEVEL_APPROVER, officer.organisation());

        refused("CORE-FORBIDDEN", () -> people.reveal(approver, "basket", person.id(), Detail.NAME, "核对"));
        refused("CORE-REASON-MISSING", () -> people.reveal(officer, "basket", person.id(), Detail.NAME, "　"));
        refused("CORE-NOT-FOUND", () -> people.reveal(officer, "basket", UUID.randomUUID(), Detail.NAME, "核对"));
        Caller elsewhere = city.caller(Role.SECOND_LEVEL_OFFICER, city.named("黄浦区总工会"));
        refused("CORE-NOT-FOUND", () -> people.reveal(elsewhere, "basket", person.id(), Detail.NAME, "核对"));
        assertEquals("示例己", people.reveal(officer, "basket", person.id(), Detail.NAME, "核对"));
        assertEquals(id(5), people.reveal(officer, "basket", person.id(), Detail.RESIDENT_ID, "核对"));
        assertNull(people.reveal(officer, "basket", person.id(), Detail.MOBILE, "核对"));

        List<String> log = city.database.read(handle -> handle.createQuery("select reason || details"
                        + " from core.audit_entry where action = 'person.reveal' order by number")
                .mapTo(String.class)
                .list());
        assertEquals("核对{\"detail\":\"NAME\",\"programme\":\"basket\"}", log.getFirst());
        assertEquals(3, log.size());
        assertFalse(log.toString().contains(id(5)));
    }

    /** A valid number of region 310999, another one for each test. */
    private static String id(int number) {
        String seventeen = "31099919900101" + String.format("%03d", number);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += weights[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    private static void refused(String code, Runnable work) {
        RefusedException refusal = assertThrows(RefusedException.class, work::run);
        assertEquals(code, refusal.violations().getFirst().code());
    }
}
