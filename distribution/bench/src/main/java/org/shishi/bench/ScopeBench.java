package org.shishi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.process.Folders;

/** Lists and counts under the scope of a city, a district and a grassroots account; the tree they run over, imported. */
final class ScopeBench implements Bench.Program {

    private static final int BODIES = Integer.getInteger("organisations", 50_000);
    private static final int ROOMS = Integer.getInteger("scoped", 1_000_000);
    private static final int REQUESTS = Integer.getInteger("scopedRequests", 300);
    private static final int CHECKS = 10_000_000;
    private static final String ADMINISTRATOR = "demo-platform-admin";

    /** Spread evenly over all bodies; the columns that no list of this bench looks at hold the same everywhere. */
    private static final String FILL = "insert into break_room_2024.room (id, version, owner_org, status, created_by,"
            + " created_at, updated_by, updated_at, name, district, street, address_detail, point_contact,"
            + " point_mobile, owner_unit, area_m2, facilities, facility_tags, covered_units, planned_fen, project_kind,"
            + " industry_group, checks_done, checks_failed)"
            + " select gen_random_uuid(), 1, o.id, 'DRAFT', o.id, now(), o.id, now(), '测量' || g || '休息室', 'PUDONG',"
            + " '示例街道', '示例路' || g || '号', c.point_contact, c.point_mobile, '示例有限公司', 20, '空调', '', 1, 1000000,"
            + " 'NEW', 'HARDSHIP', 0, 0 from generate_series(1, %d) g"
            // Contacts are sealed: all have the one of a room that is there.
            + " cross join (select point_contact, point_mobile from break_room_2024.room limit 1) c"
            + " join core.numbered o on o.n = (g::bigint * 7919)"
            + " %% (select count(*) from core.organisation)";

    @Override
    public void run(Report report) throws Exception {
        report.title("Import of " + BODIES + " organisations");
        report.head("database", "check, rows/s", "save all or nothing, rows/s");
        for (DatabaseKind kind : DatabaseKind.values()) {
            Path home = Files.createTempDirectory("shishi-scope");
            TestDatabase database = kind == DatabaseKind.H2 ? null : TestDatabase.create(kind);
            try {
                try (Stage stage = Stage.on(home, database)) {
                    importTree(stage, report, kind);
                }
                fill(home, database);
                try (Stage stage = Stage.on(home, database)) {
                    measure(stage, report, kind);
                }
            } finally {
                if (database != null) {
                    database.close();
                }
                Folders.delete(home);
            }
        }
        permission(report);
    }

    private static void importTree(Stage stage, Report report, DatabaseKind kind) throws Exception {
        Door administrator = stage.as(ADMINISTRATOR);
        String check = administrator
                .upload("/organisations/import?fileName=tree.xlsx", Trees.form(BODIES))
                .expect(202)
                .json()
                .path("id")
                .asString();
        Stage.Imported checked = Stage.ended(administrator, check);
        String save = administrator
                .post("/jobs/" + check + "/commit?mode=allOrNothing", java.util.Map.of())
                .expect(202)
                .json()
                .path("id")
                .asString();
        Stage.Imported saved = Stage.ended(administrator, save);
        if (saved.accepted() != BODIES) {
            throw new IllegalStateException(saved.toString());
        }
        report.row(kind, checked.perSecond(), saved.perSecond());
    }

    /** While the product is off: the embedded database has one owner. */
    private static void fill(Path home, TestDatabase database) throws SQLException {
        try (Connection connection = database == null ? Stage.embedded(home) : database.connect();
                Statement statement = connection.createStatement()) {
            // A table of its own: H2 would number all of them again for each room.
            statement.execute("create table core.numbered (n bigint primary key, id uuid not null)");
            statement.execute("insert into core.numbered select row_number() over (order by id) - 1, id"
                    + " from core.organisation");
            String rooms = FILL.formatted(ROOMS);
            statement.execute(
                    database == null
                            ? rooms.replace("gen_random_uuid()", "random_uuid()")
                                    .replace(
                                            "generate_series(1, " + ROOMS + ") g",
                                            "system_range(1, " + ROOMS + ") s(g)")
                                    .replace("g::bigint", "g")
                            : rooms);
            statement.execute("drop table core.numbered");
            statement.execute("analyze");
        }
    }

    private static void measure(Stage stage, Report report, DatabaseKind kind) throws Exception {
        report.title("REST list and report of " + ROOMS + " rooms of " + BODIES + " organisations on " + kind);
        report.head("account", "first page: p50, ms", "p95", "to the city's", "report: p50, ms", "to the city's");
        double[] city = new double[2];
        for (String account : List.of(Stage.CITY, Stage.OFFICER, "demo-grassroots-officer")) {
            Door door = stage.as(account);
            String list = Stage.ROOMS + "?limit=20";
            Load.of(1, 50, n -> door.get(list).expect(200));
            Load.Times page = Load.of(1, REQUESTS, n -> door.get(list).expect(200));
            String counts = "/2024/break-room/reports/overview?by=status";
            Load.of(1, 3, n -> door.get(counts).expect(200));
            Load.Times count = Load.of(1, 20, n -> door.get(counts).expect(200));
            if (city[0] == 0) {
                city[0] = page.median();
                city[1] = count.median();
            }
            report.row(
                    account,
                    page.median(),
                    page.percentile(95),
                    String.format("%.2f", page.median() / city[0]),
                    count.median(),
                    String.format("%.2f", count.median() / city[1]));
        }
    }

    /** Whether somebody with three roles may do something in a programme, asked of the caller as the door asks. */
    private static void permission(Report report) {
        Organisation body = new Organisation(
                new UUID(0, 7), OrgType.DISTRICT, "测量", List.of(), null, "a/b/", null, false, null, null, null);
        Caller caller = new Caller(
                new UUID(0, 8),
                "测量",
                body,
                Map.of(
                        Caller.EVERY_PROGRAMME,
                        Set.of(Role.MEMBER),
                        "break-room",
                        Set.of(Role.SECOND_LEVEL_OFFICER, Role.INSPECTOR)),
                Locale.CHINA,
                null);
        long held = asked(caller, CHECKS / 10);
        long begun = System.nanoTime();
        held += asked(caller, CHECKS);
        report.title("Permission check");
        report.say(String.format("%,.0f ns each (%d held)", (System.nanoTime() - begun) / (double) CHECKS, held % 97));
    }

    private static long asked(Caller caller, int times) {
        long held = 0;
        for (int i = 0; i < times; i++) {
            held += caller.may("break-room", Right.values()[i % Right.values().length]) ? 1 : 0;
        }
        return held;
    }
}
