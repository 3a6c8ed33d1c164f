package org.shishi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.process.ShishiProcess;
import org.shishi.testbed.process.ShishiStart;
import tools.jackson.databind.JsonNode;

/** The product with demonstration data on a database of its own. */
final class Stage implements AutoCloseable {

    static final String OFFICER = "demo-second-level-officer";
    static final String CITY = "demo-city-officer";
    static final String ROOMS = "/2024/break-room/rooms";

    private final TestDatabase database;
    private final ShishiProcess shishi;

    /** How an import went. */
    record Imported(long accepted, long rejected, Duration took, String task) {

        double perSecond() {
            return (accepted + rejected) * 1000.0 / took.toMillis();
        }
    }

    private Stage(TestDatabase database, ShishiProcess shishi) {
        this.database = database;
        this.shishi = shishi;
    }

    static Stage on(DatabaseKind kind, String... javaOptions) throws Exception {
        TestDatabase database = kind == DatabaseKind.H2 ? null : TestDatabase.create(kind);
        ShishiStart start = product(database);
        if (javaOptions.length > 0) {
            start.environment("SHISHI_JAVA_OPTS", String.join(" ", javaOptions));
        }
        return new Stage(database, start.start());
    }

    /** On a home and a database that somebody else looks after. @param database null: the embedded one */
    static Stage on(Path home, TestDatabase database) {
        return new Stage(null, product(database).home(home).start());
    }

    private static ShishiStart product(TestDatabase database) {
        // Clients that never pause are what the limit of requests is there against.
        ShishiStart start = ShishiProcess.product().demo().environment("SHISHI_REST_RATE", "1000000");
        return database == null ? start : start.database(database);
    }

    /** The embedded database of a home whose product is off; with a cache that lets many rows be written at random places. */
    static Connection embedded(Path home) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + home.resolve("data/shishi") + ";CACHE_SIZE=400000", "sa", "");
    }

    ShishiProcess shishi() {
        return shishi;
    }

    /** Null: the embedded one, in the home of the process. */
    TestDatabase database() {
        return database;
    }

    Door as(String account) {
        return Door.as(shishi, account);
    }

    /** Reads a form and waits for the end; the time is the task's own, without the upload. */
    Imported importForm(Door officer, byte[] form, String query) throws InterruptedException {
        String task = officer.upload(ROOMS + "/import?fileName=bench.xlsx" + query, form)
                .expect(202)
                .json()
                .path("id")
                .asString();
        return ended(officer, task);
    }

    /** Waits for the end of a task; the time is its own, without the upload. */
    static Imported ended(Door officer, String task) throws InterruptedException {
        while (true) {
            JsonNode now = officer.get("/jobs/" + task).expect(200).json();
            if (!now.path("state").asString().equals("RUNNING")) {
                if (!now.path("state").asString().equals("DONE")) {
                    throw new IllegalStateException(now.toString());
                }
                Instant from =
                        OffsetDateTime.parse(now.path("startedAt").asString()).toInstant();
                Instant to =
                        OffsetDateTime.parse(now.path("endedAt").asString()).toInstant();
                return new Imported(
                        now.path("accepted").asLong(), now.path("rejected").asLong(), Duration.between(from, to), task);
            }
            Thread.sleep(50);
        }
    }

    /** Rooms of the officer's union, by imports of a hundred thousand. */
    void fill(int rooms) throws IOException, InterruptedException {
        Door officer = as(OFFICER);
        for (int from = 0; from < rooms; from += 100_000) {
            Imported imported =
                    importForm(officer, Rooms.form(from, Math.min(rooms, from + 100_000), null), "&mode=validOnly");
            if (imported.rejected() > 0) {
                throw new IllegalStateException(imported.toString());
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            shishi.close();
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }
}
