package org.shishi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.process.Folders;
import org.shishi.testbed.process.ShishiProcess;
import org.shishi.testbed.process.ShishiStart;

/** From the start of the process to the login page. */
final class StartBench implements Bench.Program {

    private static final int ROUNDS = 7;

    @Override
    public void run(Report report) throws Exception {
        report.title("Start of the process to the answer of /login, " + ROUNDS + " starts of a home that is set up");
        report.head("database", "median, s", "fastest", "slowest", "resident then, MB");
        for (DatabaseKind kind : DatabaseKind.values()) {
            Path home = Files.createTempDirectory("shishi-bench");
            TestDatabase database = kind == DatabaseKind.H2 ? null : TestDatabase.create(kind);
            try {
                measure(kind, home, database, report);
            } finally {
                Folders.delete(home);
                if (database != null) {
                    database.close();
                }
            }
        }
    }

    private static void measure(DatabaseKind kind, Path home, TestDatabase database, Report report) throws IOException {
        start(home, database).start().close();
        double[] seconds = new double[ROUNDS];
        double[] resident = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            try (ShishiProcess shishi = start(home, database).launch()) {
                while (shishi.status("/login") != 200) {
                    pause();
                }
                seconds[i] = (System.nanoTime() - from) / 1e9;
                resident[i] = Heap.resident(shishi.pid()) / 1048576.0;
            }
        }
        Load.Times times = Load.Times.of(seconds);
        report.row(
                kind,
                times.median(),
                times.percentile(0),
                times.percentile(100),
                Load.Times.of(resident).median());
    }

    private static ShishiStart start(Path home, TestDatabase database) {
        ShishiStart start = ShishiProcess.product().home(home).demo();
        return database == null ? start : start.database(database);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
