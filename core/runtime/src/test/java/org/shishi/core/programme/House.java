package org.shishi.core.programme;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.shishi.api.platform.Incidents;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.text.Texts;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.TestKeys;
import org.shishi.core.edition.EditionBook;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.ProgrammeDatabases;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.BulkRecords;
import org.shishi.core.record.RecordsFactory;
import org.shishi.core.rule.RuleRegistry;
import org.shishi.core.text.CoreMessages;

/** A host with a real framework and a real database; records and rules are only noted. */
public final class House implements AutoCloseable {

    private final TestDatabase database;
    private final boolean guest;
    private final NotedRules rules = new NotedRules();
    private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    private final KnownProgrammes known;
    private final EditionBook editions;
    private final Incidents incidents = (where, fault) -> "I-20260101-0001";
    private final PlatformInfo platform;
    private final Path folder;
    private TestFramework framework;
    private ProgrammeHost host;

    private House(Path folder, boolean demo, House beside) {
        this.guest = beside != null;
        this.database = guest ? beside.database : TestDatabases.h2();
        this.known = new KnownProgrammes(database.core(), clock);
        this.editions = new EditionBook(database.core(), clock);
        this.folder = folder;
        this.platform = new Platform(folder, demo);
        start();
    }

    private void start() {
        framework = TestFramework.in(folder.resolve("cache").resolve("bundles"));
        host = new ProgrammeHost(
                framework.context(),
                platform,
                database.programmes(),
                new FieldCipher(new TestKeys()),
                known,
                editions,
                rules,
                new NoRecords(),
                new CoreMessages(),
                incidents,
                clock,
                Duration.ofSeconds(2));
    }

    /** The same home and database with a new framework, as after a restart of the process. */
    public void restart() {
        host.stop();
        framework.close();
        start();
    }

    public static House in(Path folder, boolean demo) {
        return new House(folder, demo, null);
    }

    /** Another node on the same database, with a home and a framework of its own. */
    public House beside(Path otherFolder) {
        return new House(otherFolder, false, this);
    }

    public TestFramework framework() {
        return framework;
    }

    public ProgrammeHost host() {
        return host;
    }

    public KnownProgrammes known() {
        return known;
    }

    public CoreDatabase database() {
        return database.core();
    }

    public PlatformInfo platform() {
        return platform;
    }

    public Incidents incidents() {
        return incidents;
    }

    public ProgrammeDatabases databases() {
        return database.programmes();
    }

    public Clock clock() {
        return clock;
    }

    NotedRules rules() {
        return rules;
    }

    void execute(String sql) {
        database.core().transact(handle -> handle.execute(sql));
    }

    public long count(String table) {
        return database.core().read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        host.stop();
        framework.close();
        editions.stop();
        if (!guest) {
            database.close();
        }
    }

    private record Platform(Path home, boolean demo) implements PlatformInfo {

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public String node() {
            return "test";
        }
    }

    /** Whose rules are offered. */
    static final class NotedRules implements RuleRegistry {

        private final Set<String> offered = new TreeSet<>();
        private String refusal;

        synchronized Set<String> offered() {
            return new TreeSet<>(offered);
        }

        synchronized void refuseWith(String message) {
            refusal = message;
        }

        @Override
        public synchronized void add(
                String owner,
                Integer year,
                Collection<Class<?>> ruleClasses,
                Function<String, Object> parameters,
                Texts texts) {
            if (refusal != null) {
                throw new IllegalArgumentException(refusal);
            }
            offered.add(owner + "/" + year);
        }

        @Override
        public synchronized void remove(String owner, Integer year) {
            offered.remove(owner + "/" + year);
        }
    }

    private static final class NoRecords implements RecordsFactory {

        @Override
        public <T extends ProgrammeRecord> Records<T> create(ProgrammeContext programme, RecordType<T> type) {
            throw new IllegalStateException("no guest of these tests has records");
        }

        @Override
        public void opened(ProgrammeContext programme, List<RecordType<?>> types, ProgrammeDatabases.Opened database) {
            // Nothing to keep.
        }

        @Override
        public <T extends ProgrammeRecord> BulkRecords<T> bulk(ProgrammeContext programme, RecordType<T> type) {
            throw new IllegalStateException("no guest of these tests has records");
        }
    }
}
