package org.shishi.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Nodes.Node;
import org.shishi.api.platform.Nodes.State;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.PostOffice;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.sample.Defaults;
import org.shishi.core.setup.TestCity;
import org.shishi.core.text.CoreMessages;

/** Nodes on one database; they beat when the test says so, and by the database's own clock. */
@ParameterizedClass
@EnumSource
class NodeWatchTest {

    private final TestDatabase db;
    private final TestCity city;
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger released = new AtomicInteger();

    NodeWatchTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Instant databaseTime() {
        return db.core().read(handle -> handle.createQuery("select current_timestamp")
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .one());
    }

    private final class Running {
        final ThisNode node;
        final TestClock clock;
        final NodeWatch watch;

        Running(String name, Duration ahead) {
            node = new ThisNode(name, "1.0.0");
            clock = new TestClock(databaseTime().plus(ahead));
            PostOffice post =
                    new PostOffice(db.core(), clock, new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class)));
            watch = new NodeWatch(db.core(), node, new ClockAlarm(post, new CoreMessages(), clock), clock, nanos::get);
            watch.losses = List.of(released::incrementAndGet);
        }

        List<Node> sees() {
            return new NodesService(db.core(), node, watch).list(city.administrator());
        }

        State of(String name) {
            return sees().stream()
                    .filter(other -> other.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .state();
        }

        NodeHealth health() {
            return new NodeHealth(node, watch);
        }
    }

    private Running running(String name) {
        return new Running(name, Duration.ZERO);
    }

    private void silent(String name, Duration since) {
        db.core().transact(handle -> handle.createUpdate("update core.node set seen_at = :then where name = :name")
                .bind("then", databaseTime().minus(since))
                .bind("name", name)
                .execute());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void whoIsSilentForLongerThanSevenSecondsIsLostAndReleased() {
        Running one = running("one");
        Running two = running("two");
        one.watch.beat();
        pass(Duration.ofSeconds(7));
        one.watch.beat();
        assertEquals(2, one.watch.running());
        int before = released.get();

        silent("two", Duration.ofSeconds(5));
        one.watch.beat();
        assertEquals(State.RUNNING, one.of("two"));
        assertEquals(before, released.get());

        silent("two", Duration.ofSeconds(8));
        one.watch.beat();
        assertEquals(State.LOST, one.of("two"));
        assertEquals(before + 1, released.get());
        assertEquals(1, one.watch.running());
        one.watch.beat();
        assertEquals(before + 1, released.get(), "once");

        two.watch.beat();
        assertEquals(State.RUNNING, one.of("two"), "it was only away");
    }

    @Test
    void whoWasAwayHimselfJudgesNobody() {
        Running one = running("one");
        running("two");
        pass(Duration.ofSeconds(7));
        one.watch.beat();
        silent("two", Duration.ofMinutes(1));
        pass(Duration.ofMillis(7_001));

        one.watch.beat();
        assertEquals(State.RUNNING, one.of("two"), "the database was away: everybody looks dead");
        pass(Duration.ofMillis(6_999));
        one.watch.beat();
        assertEquals(State.RUNNING, one.of("two"));
        pass(Duration.ofMillis(1));
        one.watch.beat();
        assertEquals(State.LOST, one.of("two"));
    }

    @Test
    void aStoppedNodeIsNotLost() throws InterruptedException {
        Running one = running("one");
        Running two = running("two");
        two.watch.stop();
        one.watch.beat();
        assertEquals(State.STOPPED, one.of("two"));
        assertEquals(1, one.watch.running());
    }

    @Test
    void aClockThatIsFiveMinutesWrongIsSaid() {
        Running wrong = new Running("one", Duration.ofMinutes(5));
        assertTrue(wrong.sees().getFirst().clockWrong());
        assertEquals(300, wrong.sees().getFirst().clockAhead().toSeconds(), 5);
        assertTrue(wrong.health().degraded());
        assertTrue(wrong.health().up(), "it serves people all the same");
        assertEquals(1, told(), "the administrators");
        wrong.watch.beat();
        assertEquals(1, told(), "once a day");

        wrong.clock.pass(Duration.ofMinutes(-5));
        wrong.watch.beat();
        assertFalse(wrong.health().degraded());

        Running behind = new Running("two", Duration.ofMinutes(-5));
        assertTrue(behind.sees().stream().anyMatch(node -> node.name().equals("two") && node.clockWrong()));
        assertEquals(2, told());
    }

    @Test
    void aClockThatIsAFewSecondsOffIsNot() {
        Running ahead = new Running("one", Duration.ofSeconds(25));
        assertFalse(ahead.health().degraded());
        assertFalse(new Running("two", Duration.ofSeconds(-25)).health().degraded());
        assertEquals(0, told());
        assertFalse(NodeWatch.wrong(Duration.ofSeconds(30)));
        assertTrue(NodeWatch.wrong(Duration.ofMillis(30_001)));
        assertTrue(NodeWatch.wrong(Duration.ofMillis(-30_001)));
    }

    private int told() {
        return db.core().read(handle -> handle.createQuery(
                        "select count(*) from core.notice n join core.account a on a.id = n.account_id"
                                + " where n.type = 'core-clock' and a.user_name = 'demo-platform-admin'")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void twoUnderOneNameAreNoticed() {
        Running first = running("one");
        Running second = running("one");
        first.watch.beat();
        second.watch.beat();
        assertTrue(first.health().degraded());
        assertEquals("true", first.health().details().get("nameTaken"));
        assertFalse(second.health().degraded());
    }

    @Test
    void onlyAdministratorsSeeThem() {
        Running one = running("one");
        NodesService nodes = new NodesService(db.core(), one.node, one.watch);
        assertThrows(
                RefusedException.class, () -> nodes.list(city.caller(Role.CITY_OFFICER, city.organisations.city())));
    }
}
