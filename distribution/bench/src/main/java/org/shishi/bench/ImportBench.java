package org.shishi.bench;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.shishi.testbed.database.DatabaseKind;

/** 100 000 rows of form A2-1-1 through the front door, with every check, against a bare JDBC batch of the same rows. */
final class ImportBench implements Bench.Program {

    private static final int ROWS = Integer.getInteger("rows", 100_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    @Override
    public void run(Report report) throws Exception {
        report.title("Import of " + ROWS + " rows of A2-1-1");
        report.head(
                "database",
                "round",
                "rows/s",
                "of the process' CPU: rows/s",
                "plain JDBC batch, rows/s",
                "ratio",
                "heap: live before, MB",
                "highest after a collection, MB",
                "extra, MB");
        for (DatabaseKind kind : DatabaseKind.values()) {
            on(kind, report);
        }
    }

    private static void on(DatabaseKind kind, Report report) throws Exception {
        try (Stage stage = Stage.on(kind);
                Heap heap = Heap.of(stage.shishi().pid())) {
            Door officer = stage.as(Stage.OFFICER);
            // The first one warms the process up and is not counted.
            stage.importForm(officer, Rooms.form(0, ROWS / 4, null), "&mode=validOnly");
            for (int round = 1; round <= ROUNDS; round++) {
                byte[] form = Rooms.form(round * ROWS, (round + 1) * ROWS, null);
                double plain = PlainBatch.perSecond(stage, round * ROWS, (round + 1) * ROWS);
                long before = heap.live();
                double cpu = heap.cpuSeconds();
                AtomicLong highest = new AtomicLong();
                Stage.Imported imported = watched(heap, highest, () -> {
                    return stage.importForm(officer, form, "&mode=validOnly");
                });
                double spent = heap.cpuSeconds() - cpu;
                if (imported.accepted() != ROWS) {
                    throw new IllegalStateException(imported.toString());
                }
                report.row(
                        kind,
                        round,
                        imported.perSecond(),
                        ROWS / spent,
                        plain,
                        String.format("%.2f", imported.perSecond() / plain),
                        (before >> 10) / 1024.0,
                        (highest.get() >> 10) / 1024.0,
                        ((highest.get() - before) >> 10) / 1024.0);
            }
        }
    }

    private interface Work<R> {
        R run() throws Exception;
    }

    private static <R> R watched(Heap heap, AtomicLong highest, Work<R> work) throws Exception {
        AtomicBoolean go = new AtomicBoolean(true);
        Thread watcher = Thread.ofPlatform().start(() -> {
            try {
                while (go.get()) {
                    highest.accumulateAndGet(heap.afterCollections(), Math::max);
                    Thread.sleep(100);
                }
            } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            return work.run();
        } finally {
            go.set(false);
            watcher.join();
        }
    }
}
