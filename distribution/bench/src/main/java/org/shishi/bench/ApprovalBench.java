package org.shishi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.process.ProductFolder;
import tools.jackson.databind.JsonNode;

/** Five thousand approvals in one go, against the same number asked for one by one. */
final class ApprovalBench implements Bench.Program {

    private static final int RECORDS = Integer.getInteger("approvals", 5_000);
    private static final int ONE_BY_ONE = Integer.getInteger("singles", 500);
    private static final String VISITS = "/2024/sample/visits";

    @Override
    public void run(Report report) throws Exception {
        for (DatabaseKind kind : DatabaseKind.values()) {
            try (Stage stage = Stage.on(kind)) {
                Files.copy(sample(), stage.shishi().plugins().resolve("sample-2024.1.0.jar"));
                measure(stage, kind, report);
            }
        }
    }

    /** Built, but not shipped. */
    private static Path sample() throws IOException {
        try (Stream<Path> jars = Files.list(ProductFolder.locate().resolve("../../../../plugins/sample/target"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches("sample-2024\\..*\\d\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("build plugins/sample first"));
        }
    }

    private static void measure(Stage stage, DatabaseKind kind, Report report) throws Exception {
        Door officer = stage.as(Stage.OFFICER);
        Door approver = stage.as("demo-second-level-approver");
        while (officer.get(VISITS).status() != 200) {
            Thread.sleep(200);
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < RECORDS + ONE_BY_ONE; i++) {
            ids.add(create(officer, i));
        }
        for (int from = 0; from < ids.size(); from += 2_500) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + 2_500));
            officer.post(VISITS + "/transitions", Map.of("ids", some, "action", "submit"))
                    .expect(200);
        }
        long begun = System.nanoTime();
        for (String id : ids.subList(RECORDS, ids.size())) {
            approver.post(VISITS + "/" + id + "/transitions", Map.of("action", "approve"))
                    .expect(200);
        }
        double single = ONE_BY_ONE * 1e9 / (System.nanoTime() - begun);
        JsonNode task = batch(approver);
        Duration took = Duration.between(
                OffsetDateTime.parse(task.path("startedAt").asString()),
                OffsetDateTime.parse(task.path("endedAt").asString()));
        double many = task.path("accepted").asLong() * 1000.0 / took.toMillis();
        report.title(RECORDS + " approvals in one go on " + kind);
        report.head("done", "skipped", "s", "a second", "one by one over REST, a second", "ratio");
        report.row(
                task.path("accepted").asLong(),
                task.path("rejected").asLong(),
                took.toMillis() / 1000.0,
                many,
                single,
                String.format("%.2f", many / single));
    }

    private static String create(Door officer, int number) {
        Map<String, Object> visit = new LinkedHashMap<>();
        visit.put("place", Rooms.name(number));
        visit.put("district", "310115");
        visit.put("visitedOn", "2024-07-01");
        visit.put("kind", "DRINKS");
        visit.put("people", 10);
        visit.put("costFen", 1_000);
        return officer.post(VISITS, visit).expect(201).json().path("id").asString();
    }

    private static JsonNode batch(Door approver) throws InterruptedException {
        String id = approver.post(
                        "/todos/batches",
                        Map.of("action", "approve", "reason", "同意", "query", Map.of("programme", "sample")))
                .expect(202)
                .json()
                .path("id")
                .asString();
        while (true) {
            JsonNode now = approver.get("/jobs/" + id).expect(200).json();
            if (!now.path("state").asString().equals("RUNNING")) {
                return now;
            }
            Thread.sleep(100);
        }
    }
}
