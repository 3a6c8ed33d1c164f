package org.shishi.bench;

import java.util.ArrayList;
import java.util.List;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.process.Visitor;

/** Heap of idle sessions, each with one open page. */
final class SessionBench implements Bench.Program {

    private static final int SESSIONS = Integer.getInteger("sessions", 200);

    @Override
    public void run(Report report) throws Exception {
        report.title("Heap of " + SESSIONS + " idle sessions with an open page (login), H2");
        report.head("live before, MB", "live with them, MB", "each, kB", "resident, MB");
        try (Stage stage = Stage.on(DatabaseKind.H2);
                Heap heap = Heap.of(stage.shishi().pid())) {
            List<Visitor> visitors = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                visitors.add(new Visitor(stage.shishi().baseUrl()));
            }
            if (!visitors.getFirst().hasPage()) {
                throw new IllegalStateException("the server made no page");
            }
            long before = heap.live();
            for (int i = 0; i < SESSIONS; i++) {
                visitors.add(new Visitor(stage.shishi().baseUrl()));
            }
            long after = heap.live();
            report.row(
                    before / 1048576.0,
                    after / 1048576.0,
                    (after - before) / 1024.0 / SESSIONS,
                    Heap.resident(stage.shishi().pid()) / 1048576.0);
            visitors.forEach(Visitor::close);
        }
    }
}
