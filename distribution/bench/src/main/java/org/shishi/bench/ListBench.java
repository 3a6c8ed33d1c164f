package org.shishi.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.shishi.testbed.database.DatabaseKind;
import tools.jackson.databind.JsonNode;

/** Lists of 200 000 rooms over REST, by sixteen clients at once. */
final class ListBench implements Bench.Program {

    private static final int ROOMS = Integer.getInteger("rooms", 200_000);
    private static final int CLIENTS = Integer.getInteger("clients", 16);
    private static final int REQUESTS = Integer.getInteger("requests", 1_600);
    private static final int LIMIT = 20;

    @Override
    public void run(Report report) throws Exception {
        for (DatabaseKind kind : DatabaseKind.values()) {
            try (Stage stage = Stage.on(kind)) {
                stage.fill(ROOMS);
                measure(stage, kind, report);
            }
        }
    }

    private static void measure(Stage stage, DatabaseKind kind, Report report) throws Exception {
        Door city = stage.as(Stage.CITY);
        Door officer = stage.as(Stage.OFFICER);
        report.title("REST list of " + ROOMS + " rooms on " + kind + ", pages of " + LIMIT);
        report.head("what", "1 client: p50, ms", CLIENTS + " clients: p50, ms", "p95", "p99", "to the first page");
        double[] first = {0};
        for (Query query : queries(city)) {
            row(report, city, query.title(), query.path(), first);
        }
        row(report, officer, "first page, within one union", Stage.ROOMS + "?limit=" + LIMIT, first);
    }

    private record Query(String title, String path) {}

    private static List<Query> queries(Door city) {
        List<Query> all = new ArrayList<>();
        String list = Stage.ROOMS + "?limit=" + LIMIT;
        all.add(new Query("first page", list));
        all.add(new Query("middle page", list + "&after=" + middle(city, list)));
        all.add(new Query("last page", list + "&before=" + end(city)));
        all.add(new Query("first page by name", list + "&sort=name"));
        all.add(new Query("last page by name", list + "&sort=-name"));
        all.add(new Query("first page of a district", list + "&district=310115"));
        all.add(new Query("first page of a state", list + "&status=PLAQUED"));
        all.add(new Query("search: in every name", list + "&q=" + encoded("休息室")));
        all.add(new Query(
                "search: in some names", list + "&q=" + encoded(Rooms.name(77).substring(0, 2))));
        all.add(new Query(
                "search: one name", list + "&q=" + encoded(Rooms.name(77).substring(0, 6))));
        all.add(new Query(
                "search: one name, by name",
                list + "&sort=name&q=" + encoded(Rooms.name(99).substring(0, 6))));
        all.add(new Query("search: nothing found", list + "&q=" + encoded("凤凰涅槃")));
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The place after a hundred long pages. */
    private static String middle(Door door, String list) {
        String after = null;
        for (int i = 0; i < Math.min(200, ROOMS / 1000); i++) {
            String path = Stage.ROOMS + "?limit=500" + (after == null ? "" : "&after=" + after);
            after = door.get(path).expect(200).json().path("next").asString();
        }
        return after;
    }

    /** Beyond the oldest: walked to from the middle. */
    private static String end(Door door) {
        String after = null;
        while (true) {
            String path = Stage.ROOMS + "?limit=500" + (after == null ? "" : "&after=" + after);
            JsonNode next = door.get(path).expect(200).json().path("next");
            if (next.isNull() || next.isMissingNode()) {
                return after;
            }
            after = next.asString();
        }
    }

    private static void row(Report report, Door door, String title, String path, double[] first) throws Exception {
        Load.of(4, 60, n -> door.get(path).expect(200));
        Load.Times alone = Load.of(1, 60, n -> door.get(path).expect(200));
        Load.Times times = Load.of(CLIENTS, REQUESTS, n -> door.get(path).expect(200));
        if (first[0] == 0) {
            first[0] = times.median();
        }
        report.row(
                title,
                alone.median(),
                times.median(),
                times.percentile(95),
                times.percentile(99),
                String.format("%.2f", times.median() / first[0]));
    }
}
