package org.shishi.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.process.Folders;
import org.shishi.testbed.process.ShishiProcess;
import org.shishi.testbed.process.ShishiStart;

/** The to-do list over a million open items. */
final class TodoBench implements Bench.Program {

    private static final int ITEMS = Integer.getInteger("items", 1_000_000);
    private static final int CLIENTS = Integer.getInteger("clients", 16);
    private static final int REQUESTS = Integer.getInteger("requests", 800);

    @Override
    public void run(Report report) throws Exception {
        for (DatabaseKind kind : DatabaseKind.values()) {
            Path home = Files.createTempDirectory("shishi-bench");
            TestDatabase database = kind == DatabaseKind.H2 ? null : TestDatabase.create(kind);
            try {
                measure(kind, home, database, report);
            } finally {
                if (database != null) {
                    database.close();
                }
                Folders.delete(home);
            }
        }
    }

    private static ShishiStart product(Path home, TestDatabase database) {
        ShishiStart start = ShishiProcess.product().demo().home(home).environment("SHISHI_REST_RATE", "100000");
        return database == null ? start : start.database(database);
    }

    private static void measure(DatabaseKind kind, Path home, TestDatabase database, Report report) throws Exception {
        product(home, database).start().close();
        try (Connection connection = database == null ? Stage.embedded(home) : database.connect()) {
            TodoFill.into(connection, ITEMS);
        }
        try (ShishiProcess shishi = product(home, database).start()) {
            Door city = Door.as(shishi, "demo-city-approver");
            Door district = Door.as(shishi, "demo-second-level-approver");
            report.title("To-do list over " + ITEMS + " open items on " + kind + ", pages of 50");
            report.head("what", "1 client: p50, ms", "p95", CLIENTS + " clients: p50", "p95");
            row(report, city, "city: first page", "/todos");
            row(report, city, "city: far down", "/todos?after=" + far(city));
            row(report, city, "city: overdue", "/todos?show=overdue");
            row(report, city, "city: returned, one programme", "/todos?show=returned&programme=bench-3");
            row(
                    report,
                    city,
                    "city: part of a title",
                    "/todos?q=" + encoded(Rooms.name(77).substring(0, 3)));
            row(report, city, "city: nothing has that title", "/todos?q=" + encoded("凤凰涅槃"));
            row(report, city, "city: the unit's", "/todos?view=unit");
            row(report, city, "city: counts", "/todos/counts");
            row(report, district, "district: first page", "/todos");
            row(report, district, "district: counts", "/todos/counts");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** After forty long pages. */
    private static String far(Door door) {
        String after = null;
        for (int i = 0; i < 40; i++) {
            after = door.get("/todos?limit=500" + (after == null ? "" : "&after=" + after))
                    .expect(200)
                    .json()
                    .path("next")
                    .asString();
        }
        return after;
    }

    private static void row(Report report, Door door, String title, String path) throws Exception {
        Load.of(4, 40, n -> door.get(path).expect(200));
        Load.Times alone = Load.of(1, 60, n -> door.get(path).expect(200));
        Load.Times many = Load.of(CLIENTS, REQUESTS, n -> door.get(path).expect(200));
        report.row(title, alone.median(), alone.percentile(95), many.median(), many.percentile(95));
    }
}
