package org.shishi.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.people.Document;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.People.Detail;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.KeyAdmin;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.people.KeyAdminService;
import org.shishi.core.people.KeyRotation;
import org.shishi.core.people.PersonBook;
import org.shishi.core.people.ReadyPerson;
import org.shishi.core.persistence.ProgrammeDatabases;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.persistence.sample.SampleLoader;
import org.shishi.core.platform.TestConsole;
import org.shishi.core.record.GuestIds;
import org.shishi.core.setup.TestCity;

/** Two nodes of one database change their keys while they work. */
@ParameterizedClass
@EnumSource
class KeyRotationTest {

    private static final int PERSONS = 4_500;
    /** More than a chunk. */
    private static final int FEWER = 2_100;

    /** A node: its home with its own key files, and what works with them. */
    private final class Node {

        final String name;
        final Path home;
        final InstalledKeys keys;
        final PersonBook book;
        final KeyRotation rotation;
        final KeyAdmin admin;

        Node(String name) {
            this.name = name;
            home = homes.resolve(name);
            keys = start();
            book = new PersonBook(db.core(), keys, city.clock);
            rotation = new KeyRotation(db.core(), keys, city.clock);
            admin = new KeyAdminService(db.core(), keys, rotation, new NoJobs(), city.audit, city.clock);
            db.core()
                    .transact(handle -> handle.execute(
                            "insert into core.node (name, run, version, state, started_at, seen_at, clock_ahead_millis)"
                                    + " values (?, ?, '1', 'RUNNING', current_timestamp, current_timestamp, 0)",
                            name,
                            UUID.randomUUID()));
        }

        InstalledKeys start() {
            return new InstalledKeys(null, home, name, k -> null, k -> null, db.core(), console, city.clock);
        }
    }

    private final TestDatabase db;
    private final TestConsole console = new TestConsole();
    private TestCity city;
    private Caller officer;
    private Node one;
    private Node two;

    @TempDir
    Path homes;

    KeyRotationTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
    }

    @BeforeEach
    void start() throws IOException {
        city = new TestCity(db.core());
        officer = city.caller(Role.SECOND_LEVEL_OFFICER, city.named("浦东新区总工会"));
        one = new Node("one");
        copyKeys();
        two = new Node("two");
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void copyKeys() throws IOException {
        Path target = homes.resolve("two/conf/keys");
        Files.createDirectories(target);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            Files.copy(
                    one.home.resolve("conf/keys/" + purpose.word() + ".keys"),
                    target.resolve(purpose.word() + ".keys"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Document document(int number) {
        return new Document(DocumentKind.RESIDENT_ID, GuestIds.of(number));
    }

    private Map<Document, UUID> register(Node node, int from, int to) {
        List<ReadyPerson> people = new ArrayList<>();
        for (int i = from; i < to; i++) {
            people.add(ReadyPerson.of(
                            PersonDraft.of(null, GuestIds.of(i), "示例甲", "13900000001"),
                            java.time.LocalDate.of(2026, 1, 1),
                            ReadyPerson.Names.PLAIN)
                    .orThrow());
        }
        return node.book.register(officer, people);
    }

    private KeyAdmin.Ring ring(String purpose) {
        return one.admin.rings(city.administrator()).stream()
                .filter(ring -> ring.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    private static String refusal(Runnable work) {
        return assertThrows(RefusedException.class, work::run).violations().stream()
                .map(Violation::code)
                .findFirst()
                .orElseThrow();
    }

    /** Through, but for an interruption after the first chunk; the other node goes on. */
    private void runInterrupted(String purpose) {
        AtomicInteger chunks = new AtomicInteger();
        one.rotation.run(() -> chunks.incrementAndGet() > 1, (done, total) -> {});
        KeyAdmin.Rotation half = ring(purpose).rotation();
        assertEquals(2_000, half.done());
        assertEquals(null, half.endedAt());
        List<Long> told = new ArrayList<>();
        two.rotation.run(() -> false, (done, total) -> told.add(done));
        assertEquals(4_000, told.getFirst(), "goes on where the other stopped");
    }

    @Test
    void valuesAreSealedAnewWhileBothNodesReadAndWrite() throws IOException {
        Map<Document, UUID> people = register(one, 0, PERSONS);
        assertEquals("k2", one.admin.add(city.administrator(), "fields"));
        assertEquals("CORE-KEYS-LACKING", refusal(() -> one.admin.rotate(city.administrator(), "fields")));
        assertEquals(Set.of("two"), ring("fields").keys().getLast().lacking());
        copyKeys();
        two.keys.look();

        one.admin.rotate(city.administrator(), "fields");

        assertEquals("k2", one.keys.ring(KeyPurpose.FIELDS).active().id());
        assertEquals("k1", two.keys.ring(KeyPurpose.FIELDS).active().id(), "has not looked yet");
        people.putAll(register(two, PERSONS, PERSONS + 3));
        two.keys.look();
        people.putAll(register(two, PERSONS + 3, PERSONS + 5));
        runInterrupted("fields");
        assertTrue(ring("fields").rotation().endedAt() != null);
        assertEquals(0, ring("fields").keys().getFirst().left());
        assertEquals(PERSONS + 5, ring("fields").keys().getLast().left());
        for (int person : new int[] {0, 1999, 2000, PERSONS - 1, PERSONS + 1, PERSONS + 4}) {
            UUID id = people.get(document(person));
            Map<Detail, String> clear = two.book.clear(List.of(id)).get(id);
            assertEquals(GuestIds.of(person), clear.get(Detail.RESIDENT_ID));
            assertEquals("13900000001", clear.get(Detail.MOBILE));
        }
    }

    /** Employment is new to the registry, so the row of somebody who is known is changed. */
    private void work(Node node, int person) {
        PersonDraft draft = new PersonDraft(
                null,
                GuestIds.of(person),
                "示例甲",
                null,
                null,
                "13900000001",
                null,
                PersonDraft.Employment.ACTIVE,
                null,
                null);
        node.book.register(
                officer,
                List.of(ReadyPerson.of(draft, java.time.LocalDate.of(2026, 1, 1), ReadyPerson.Names.PLAIN)
                        .orThrow()));
    }

    @Test
    void peopleAreChangedAndRegisteredOnBothNodesWhileItRuns() throws Exception {
        register(one, 0, FEWER);
        one.admin.add(city.administrator(), "fields");
        copyKeys();
        two.keys.look();
        one.admin.rotate(city.administrator(), "fields");
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> work = new ArrayList<>();
            for (Node node : List.of(one, two)) {
                int offset = node == one ? 0 : 1;
                work.add(writers.submit(() -> {
                    for (int i = offset; i < FEWER && !over.get(); i += 2) {
                        // Somebody known, and somebody new; node two still writes with the old key.
                        work(node, FEWER - 1 - i);
                        work(node, FEWER + i);
                    }
                }));
            }
            // As long as node two writes with the old key something is always left: one round among writers is enough.
            one.rotation.run(() -> false, (done, total) -> over.compareAndSet(false, done >= FEWER));
            over.set(true);
            for (Future<?> each : work) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
        two.keys.look();
        two.admin.rotate(city.administrator(), "fields");
        two.rotation.run(() -> false, (done, total) -> {});

        assertEquals(0, ring("fields").keys().getFirst().left());
        List<UUID> all = db.core().read(handle -> handle.createQuery("select id from core.person")
                .mapTo(UUID.class)
                .list());
        Map<UUID, Map<Detail, String>> clear = two.book.clear(all);
        assertEquals(all.size(), clear.size());
        assertEquals(
                Set.of("13900000001"),
                clear.values().stream().map(each -> each.get(Detail.MOBILE)).collect(Collectors.toSet()));
    }

    @Test
    void whatProgrammesKeepSealedIsSealedAnewWhileTheyAreAway() {
        String place = "programme/sample_programme_2026/neighbour/phone";
        UUID id = UUID.randomUUID();
        UUID hidden = UUID.randomUUID();
        db.programmes().migrate(new ProgrammeDatabases.Unit("sample-programme", 2026, new SampleLoader(), List.of()));
        db.core().transact(handle -> {
            handle.execute(
                    "insert into sample_programme_2026.neighbour (id, phone) values (?, ?)",
                    id,
                    new FieldCipher(one.keys).seal(place, "13900000001"));
            // Its retention has ended; and a table of a programme whose data somebody threw away.
            handle.execute("insert into sample_programme_2026.neighbour (id, phone) values (?, '***')", hidden);
            return handle.execute("insert into core.sealed_column (schema_name, table_name, column_name, sealed_at)"
                    + " values ('sample_programme_2026', 'neighbour', 'phone', current_timestamp),"
                    + " ('gone_2020', 'neighbour', 'phone', current_timestamp)");
        });
        db.core().transact(handle -> handle.execute("delete from core.node where name = 'two'"));
        one.admin.add(city.administrator(), "fields");
        assertEquals(1, one.rotation.sealedWith(KeyPurpose.FIELDS, "k1"));
        one.admin.rotate(city.administrator(), "fields");
        one.rotation.run(() -> false, (done, total) -> {});

        String sealed = db.core()
                .read(handle -> handle.createQuery("select phone from sample_programme_2026.neighbour where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
        assertTrue(ring("fields").rotation().endedAt() != null);
        assertTrue(sealed.startsWith("k2:"), sealed);
        assertEquals("13900000001", new FieldCipher(one.keys).open(place, sealed));
    }

    @Test
    void anOldKeyIsMissedUntilItIsRetired() throws IOException {
        register(one, 0, 10);
        one.admin.add(city.administrator(), "fields");
        copyKeys();
        two.keys.look();
        assertEquals("CORE-KEYS-LEFT", refusal(() -> one.admin.retire(city.administrator(), "fields", "k1")));
        one.admin.rotate(city.administrator(), "fields");
        one.rotation.run(() -> false, (done, total) -> {});
        Path file = one.home.resolve("conf/keys/fields.keys");
        String both = Files.readString(file);
        String newOnly = both.lines().filter(line -> !line.startsWith("k1:")).reduce("", (a, b) -> a + b + "\n");
        Files.writeString(file, newOnly);
        assertThrows(IllegalStateException.class, one::start);
        Files.writeString(file, both);

        one.admin.retire(city.administrator(), "fields", "k1");
        assertEquals(
                List.of(true, false),
                ring("fields").keys().stream().map(KeyAdmin.Key::retired).toList());

        Files.writeString(file, newOnly);
        assertEquals("k2", one.start().ring(KeyPurpose.FIELDS).active().id());
        assertEquals("k3", one.admin.add(city.administrator(), "fields"), "names are not given twice");
        assertEquals("CORE-KEYS-KEPT", refusal(() -> one.admin.retire(city.administrator(), "audit", "k1")));
        assertEquals("CORE-KEYS-ONE", refusal(() -> one.admin.rotate(city.administrator(), "files")));
    }

    @Test
    void indexesAreMadeAnewAndNobodyIsThereTwice() throws IOException {
        Map<Document, UUID> people = register(one, 0, PERSONS);
        one.admin.add(city.administrator(), "index");
        copyKeys();
        two.keys.look();
        one.admin.rotate(city.administrator(), "index");

        assertEquals(people.get(document(1)), register(two, 1, 2).get(document(1)), "under the old key");
        // The node that has not heard of it yet and the one that has meet the same stranger.
        Set<UUID> strangers = new HashSet<>();
        strangers.addAll(register(two, PERSONS, PERSONS + 1).values());
        strangers.addAll(register(one, PERSONS, PERSONS + 1).values());
        assertEquals(1, strangers.size());
        assertEquals(
                0, two.rotation.run(() -> false, (done, total) -> {}), "who has not heard of the key does nothing");
        two.keys.look();
        runInterrupted("index");
        assertEquals(0, ring("index").keys().getFirst().left());
        assertEquals(
                people.get(document(7)), one.book.find(List.of(document(7))).get(document(7)));
        assertEquals(people.get(document(7)), register(two, 7, 8).get(document(7)));
    }

    @Test
    void onlyWhoRunsThePlatformMayAndItIsLogged() throws IOException {
        Caller district = city.caller(Role.PLATFORM_ADMIN, city.named("浦东新区总工会"));
        for (Caller caller : List.of(officer, district, city.caller(Role.CITY_APPROVER, city.organisations.city()))) {
            assertEquals("CORE-FORBIDDEN", refusal(() -> one.admin.rings(caller)));
            assertEquals("CORE-FORBIDDEN", refusal(() -> one.admin.add(caller, "fields")));
            assertEquals("CORE-FORBIDDEN", refusal(() -> one.admin.rotate(caller, "fields")));
            assertEquals("CORE-FORBIDDEN", refusal(() -> one.admin.retire(caller, "fields", "k1")));
            assertEquals("CORE-FORBIDDEN", refusal(() -> one.admin.cancel(caller, "fields")));
        }
        one.admin.add(city.administrator(), "fields");
        String secret = Files.readString(one.home.resolve("conf/keys/fields.keys"))
                .lines()
                .filter(line -> line.startsWith("k2:"))
                .findFirst()
                .orElseThrow()
                .substring(3);
        assertFalse(one.admin.rings(city.administrator()).toString().contains(secret), "no key is shown");
        List<String> logged = db.core().read(handle -> handle.createQuery(
                        "select details from core.audit_entry where action = 'keys.add' and object = 'keys/fields'")
                .mapTo(String.class)
                .list());
        assertEquals(List.of("{\"key\":\"k2\"}"), logged);
    }

    /** The test runs the work itself. */
    private static final class NoJobs implements JobAdmin {

        @Override
        public List<Job> jobs(Caller caller) {
            return List.of();
        }

        @Override
        public List<Run> history(Caller caller, String programmeId, int year, String id, int limit) {
            return List.of();
        }

        @Override
        public void runNow(Caller caller, String programmeId, int year, String id) {
            assertEquals("core/0/core-key-rotation", programmeId + "/" + year + "/" + id);
        }

        @Override
        public void pause(Caller caller, String programmeId, int year, String id, boolean paused) {
            throw new AssertionError();
        }

        @Override
        public void cancel(Caller caller, String programmeId, int year, String id) {
            assertEquals("core/0/core-key-rotation", programmeId + "/" + year + "/" + id);
        }
    }
}
