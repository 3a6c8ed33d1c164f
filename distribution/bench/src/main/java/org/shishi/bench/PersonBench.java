package org.shishi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.process.ProductFolder;
import org.shishi.testbed.process.ShishiProcess;
import org.shishi.testbed.process.ShishiStart;

/**
 * The registry when it is large: somebody found by resident ID at the REST door, the question what excludes somebody, both
 * beside the same with a thousand persons; and the change of the key that seals them, beside sealing and writing them.
 */
final class PersonBench implements Bench.Program {

    private static final int POSTGRES = Integer.getInteger("persons", 5_000_000);
    private static final int H2 = Integer.getInteger("personsH2", 500_000);
    private static final int FEW = 1_000;
    private static final int REQUESTS = Integer.getInteger("personRequests", 500);
    private static final String HOLDS =
            "select h.group_code, h.span, h.slot, p.programme_id, p.edition_year, p.from_day,"
                    + " o.name from core.exclusion_hold h join core.participation p on p.id = h.participation_id"
                    + " left join core.organisation o on o.id = p.owner_org where h.subject_id in (?)";

    @Override
    public void run(Report report) throws Exception {
        report.title("Persons: look-up at the REST door, duplicate check in the database, change of keys");
        report.head(
                "database",
                "persons",
                "look-up: p50, ms",
                "p95",
                "to " + FEW + " persons",
                "check: p50, ms",
                "p95",
                "to " + FEW + " persons",
                "sealed and written, persons/s",
                "sealed anew, persons/s");
        measure(report, DatabaseKind.H2, H2);
        measure(report, DatabaseKind.POSTGRESQL, POSTGRES);
    }

    private static void measure(Report report, DatabaseKind kind, int persons) throws Exception {
        Path home = Files.createTempDirectory("shishi-persons");
        TestDatabase database = kind == DatabaseKind.H2 ? null : TestDatabase.create(kind);
        try {
            start(home, database).close();
            Times few = filled(home, database, 0, FEW);
            Times many = filled(home, database, FEW, persons);
            double anew = rotated(home, database, persons);
            report.row(
                    kind,
                    persons,
                    many.door().median(),
                    many.door().percentile(95),
                    ratio(many.door(), few.door()),
                    many.check().median(),
                    many.check().percentile(95),
                    ratio(many.check(), few.check()),
                    many.written(),
                    anew);
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    private record Times(Load.Times door, Load.Times check, double written) {}

    private static String ratio(Load.Times one, Load.Times other) {
        return String.format("%.2f", one.median() / other.median());
    }

    /** Fills while the product is off (the embedded database has one owner), asks while it runs. */
    private static Times filled(Path home, TestDatabase database, int from, int to) throws Exception {
        double written;
        Load.Times check;
        try (Connection connection = connection(home, database)) {
            written = new PersonFill(home).fill(connection, organisation(connection), from, to);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
            check = checks(connection, to);
            if (database == null) {
                try (Statement statement = connection.createStatement()) {
                    // What was filled at random places leaves a file many times as long as what is in it.
                    statement.execute("shutdown compact");
                }
            }
        }
        try (ShishiProcess shishi = start(home, database)) {
            Door door = Door.as(shishi, Stage.CITY);
            Load.of(1, 50, n -> find(door, to));
            return new Times(Load.of(1, REQUESTS, n -> find(door, to)), check, written);
        }
    }

    private static void find(Door door, int persons) {
        String number = PersonFill.number(ThreadLocalRandom.current().nextInt(persons));
        door.post("/persons/search", Map.of("number", number)).expect(200);
    }

    private static Load.Times checks(Connection connection, int persons) throws Exception {
        try (PreparedStatement holds = connection.prepareStatement(HOLDS)) {
            Load.of(1, 200, n -> check(holds, persons));
            return Load.of(1, REQUESTS, n -> check(holds, persons));
        }
    }

    private static void check(PreparedStatement holds, int persons) {
        try {
            holds.setObject(1, PersonFill.id(ThreadLocalRandom.current().nextInt(persons)));
            try (ResultSet found = holds.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("nobody there");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the operator's command; the time is the job's own. */
    private static double rotated(Path home, TestDatabase database, int persons) throws Exception {
        try (ShishiProcess shishi = start(home, database)) {
            keys(home, "add", "fields");
            keys(home, "rotate", "fields");
            while (shishi.isAlive() && keys(home).contains("sealing anew")) {
                Thread.sleep(500);
            }
        }
        try (Connection connection = connection(home, database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select begun_at, ended_at from core.key_rotation")) {
            row.next();
            long millis = java.time.Duration.between(
                            row.getObject(1, java.time.OffsetDateTime.class),
                            row.getObject(2, java.time.OffsetDateTime.class))
                    .toMillis();
            return persons * 1000.0 / millis;
        }
    }

    private static String keys(Path home, String... words) throws IOException, InterruptedException {
        String[] command = new String[words.length + 2];
        command[0] = ProductFolder.locate().resolve("bin/shishi").toString();
        command[1] = "keys";
        System.arraycopy(words, 0, command, 2, words.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SHISHI_HOME", home.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    private static ShishiProcess start(Path home, TestDatabase database) {
        ShishiStart start = ShishiProcess.product().demo().home(home);
        if (database != null) {
            start.database(database);
        }
        return start.start();
    }

    private static Connection connection(Path home, TestDatabase database) throws SQLException {
        return database == null ? Stage.embedded(home) : database.connect();
    }

    private static UUID organisation(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id from core.organisation where type = 'DISTRICT' order by name")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }
}
