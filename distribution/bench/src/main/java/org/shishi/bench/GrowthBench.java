package org.shishi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.shishi.testbed.process.Folders;
import org.shishi.testbed.process.ShishiProcess;

/** What one more programme costs: memory and time at the start. */
final class GrowthBench implements Bench.Program {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    @Override
    public void run(Report report) throws Exception {
        report.title("Copies of a programme under different ids, H2, " + ROUNDS + " starts each");
        report.head("programmes", "start to /login, s", "live heap, MB", "resident, MB");
        for (int copies : new int[] {1, 5, 10}) {
            Path home = Files.createTempDirectory("shishi-bench");
            try {
                measure(home, copies, report);
            } finally {
                Folders.delete(home);
            }
        }
    }

    private static void measure(Path home, int copies, Report report) throws Exception {
        try (ShishiProcess shishi = ShishiProcess.product().home(home).start()) {
            ProgrammeCopy original = ProgrammeCopy.of(shishi.plugins());
            for (int i = 1; i < copies; i++) {
                // Not a, b, c: R-C.1 is a rule of the core.
                String id = "bench-roo" + (char) ('c' + i);
                ProgrammeCopy.drop(original.named(id), shishi.plugins().resolve(id + "-2024.jar"));
            }
            await(shishi, copies);
        }
        double[] seconds = new double[ROUNDS];
        double[] live = new double[ROUNDS];
        double[] resident = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            try (ShishiProcess shishi = ShishiProcess.product().home(home).launch()) {
                while (shishi.status("/login") != 200) {
                    Thread.sleep(10);
                }
                seconds[i] = (System.nanoTime() - from) / 1e9;
                await(shishi, copies);
                resident[i] = Heap.resident(shishi.pid()) / 1048576.0;
                try (Heap heap = Heap.of(shishi.pid())) {
                    live[i] = heap.live() / 1048576.0;
                }
            }
        }
        report.row(
                copies,
                Load.Times.of(seconds).median(),
                Load.Times.of(live).median(),
                Load.Times.of(resident).median());
    }

    /** The operator's page says which programmes run. */
    private static void await(ShishiProcess shishi, int copies) throws Exception {
        long until = System.nanoTime() + 120_000_000_000L;
        String said = "";
        while (System.nanoTime() < until) {
            try (var in = shishi.baseUrl().resolve("/health/programmes").toURL().openStream()) {
                said = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                if (said.split("RUNNING", -1).length > copies) {
                    return;
                }
            } catch (java.io.IOException e) {
                said = e.toString();
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("not all of " + copies + " programmes run: " + said);
    }
}
