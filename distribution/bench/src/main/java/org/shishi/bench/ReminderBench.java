package org.shishi.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.process.Nodes;
import org.shishi.testbed.reminders.RemindersJar;

/**
 * A hundred thousand reminders, planned and sent to in-app and outbox: by one node, by two, and as plain batches of the
 * same rows; and how long it takes until another node goes on after a kill.
 */
final class ReminderBench implements Bench.Program {

    private static final int REMINDERS = Integer.getInteger("reminders", 100_000);
    private static final int BATCH = 1_000;
    private static final String SEND = "/scheduled-jobs/" + RemindersJar.ID + "/" + RemindersJar.YEAR + "/";
    private static final List<String> JOBS = List.of(RemindersJar.JOB, RemindersJar.OTHER_JOB);
    private static final String ADMIN = "demo-platform-admin";

    @Override
    public void run(Report report) throws Exception {
        report.title(REMINDERS + " reminders to in-app and outbox on PostgreSQL");
        report.head("who", "seconds", "reminders/s", "to the plain batch");
        double plain;
        try (TestDatabase database = TestDatabase.create(DatabaseKind.POSTGRESQL);
                Nodes nodes = new Nodes(database, Map.of());
                Connection connection = database.connect()) {
            start(nodes, 1);
            double seconds = send(nodes, connection, 1);
            plain = plain(database, connection);
            row(report, "plain batches of the same rows", plain, plain);
            row(report, "one node, both kinds at once", seconds, plain);
        }
        try (TestDatabase database = TestDatabase.create(DatabaseKind.POSTGRESQL);
                Nodes nodes = new Nodes(database, Map.of());
                Connection connection = database.connect()) {
            start(nodes, 2);
            row(report, "two nodes, a kind each", send(nodes, connection, 2), plain);
            long late = number(
                    connection,
                    "select cast(extract(epoch from max(started_at) - min(started_at)) * 1000 as bigint)"
                            + " from core.job_run where job_id like 'reminders-%'");
            report.say("");
            report.say("Of the two nodes the second began " + late + " ms after the first.");
            report.title("Take-over after kill -9 in the middle of sending");
            report.head("until", "seconds");
            takeOver(nodes, connection, report);
        }
    }

    private static void row(Report report, String who, double seconds, double plain) {
        report.row(who, seconds, REMINDERS / seconds, plain / seconds);
    }

    private static void start(Nodes nodes, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            nodes.add();
        }
        for (String account : List.of("demo-second-level-officer", "demo-second-level-approver")) {
            Door.as(nodes.get(0), account)
                    .put("/profile/contacts", Map.of("email", account + "@example.org", "byEmail", true))
                    .expect(200);
        }
        RemindersJar.drop(nodes.get(0).plugins(), REMINDERS / RemindersJar.RECIPIENTS / JOBS.size());
        for (int i = 0; i < count; i++) {
            Door admin = Door.as(nodes.get(i), ADMIN);
            await(() -> admin.get("/scheduled-jobs")
                            .expect(200)
                            .json()
                            .valueStream()
                            .filter(job -> job.path("programme").asString().equals(RemindersJar.ID)
                                    && !job.path("parked").asBoolean())
                            .count()
                    == JOBS.size());
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        while (!condition.holds()) {
            Thread.sleep(20);
        }
    }

    /** Both kinds at once; the time is from the first begin to the last end, as the history has it. */
    private static double send(Nodes nodes, Connection connection, int count) throws Exception {
        for (int i = 0; i < JOBS.size(); i++) {
            Door.as(nodes.get(i % count), ADMIN)
                    .post(SEND + JOBS.get(i) + "/run", Map.of())
                    .expect(202);
        }
        await(() -> number(connection, "select count(*) from core.job_run where ok and job_id like 'reminders-%'")
                == JOBS.size());
        long sent = number(connection, "select count(*) from core.notice where programme_id = 'reminders'");
        long letters = number(connection, "select count(*) from core.outbox");
        if (sent != REMINDERS || letters != REMINDERS) {
            throw new IllegalStateException(sent + " reminders and " + letters + " letters");
        }
        return number(
                        connection,
                        "select cast(extract(epoch from max(ended_at) - min(started_at)) * 1000 as bigint)"
                                + " from core.job_run where job_id like 'reminders-%'")
                / 1000.0;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The very rows that the node wrote, under another programme's name, into the same tables. */
    private static double plain(TestDatabase database, Connection reading) throws SQLException {
        List<Object[]> deadlines = rows(reading, "core.deadline");
        List<Object[]> notices = rows(reading, "core.notice");
        List<Object[]> letters = rows(reading, "core.outbox");
        Map<Object, UUID> ids = new HashMap<>();
        deadlines.forEach(row -> row[0] = TimeOrdered.id());
        notices.forEach(row -> {
            UUID id = TimeOrdered.id();
            ids.put(row[0], id);
            row[0] = id;
            row[2] = "plain";
        });
        deadlines.forEach(row -> row[1] = "plain");
        letters.forEach(row -> row[0] = ids.get(row[0]));
        try (Connection connection = DriverManager.getConnection(
                database.url() + "?reWriteBatchedInserts=true", database.user(), database.password())) {
            connection.setAutoCommit(false);
            long from = System.nanoTime();
            insert(connection, "core.deadline", deadlines);
            insert(connection, "core.notice", notices);
            insert(connection, "core.outbox", letters);
            return (System.nanoTime() - from) / 1e9;
        }
    }

    private static List<Object[]> rows(Connection connection, String table) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                Object[] cells = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    cells[i] = row.getObject(i + 1);
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        String marks = "?,".repeat(rows.getFirst().length);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + table + " values (" + marks.substring(0, marks.length() - 1) + ")")) {
            int number = 0;
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
                if (++number % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    /** What was sent goes away, so that it is sent again: by the first node until it is killed. */
    private static void takeOver(Nodes nodes, Connection connection, Report report) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from core.outbox");
            statement.execute("delete from core.notice where programme_id = 'reminders'");
            statement.execute("delete from core.job_run where job_id like 'reminders-%'");
        }
        Door.as(nodes.get(0), ADMIN)
                .post(SEND + JOBS.getFirst() + "/run", Map.of())
                .expect(202);
        await(() -> number(
                        connection,
                        "select count(*) from core.job_run where ended_at is null and job_id = '" + JOBS.getFirst()
                                + "'")
                == 1);
        Thread.sleep(500);
        nodes.get(0).kill();
        long killed = System.nanoTime();
        String begun = "select count(*) from core.job_run where node = 'node-2' and job_id = '" + JOBS.getFirst() + "'";
        await(() -> number(connection, begun) == 1);
        report.row("the other node has begun", (System.nanoTime() - killed) / 1e9);
        await(() -> number(connection, begun + " and ok") == 1);
        report.row("all " + REMINDERS / 2 + " are sent", (System.nanoTime() - killed) / 1e9);
    }
}
