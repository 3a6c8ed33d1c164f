package org.shishi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.shishi.testbed.process.ShishiProcess;
import org.shishi.testbed.process.Visitor;

/** A new version of a programme under load, once exchanged while everything runs, once by a restart of the process. */
final class ExchangeBench implements Bench.Program {

    private static final int CLIENTS = 64;
    private static final int SESSIONS = 20;
    private static final long BEFORE_MILLIS = 3_000;

    /** What one kind of client met. */
    private static final class Seen {
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger told = new AtomicInteger();
        private final AtomicLong longestGap = new AtomicLong();
    }

    @Override
    public void run(Report report) throws Exception {
        report.title("A new version under load of " + CLIENTS + " REST clients and " + SESSIONS + " sessions, H2");
        report.head(
                "how",
                "requests elsewhere",
                "failed",
                "requests to the programme",
                "failed",
                "told to come back (503)",
                "longest gap elsewhere, ms",
                "longest gap of the programme, ms",
                "sessions lost");
        measure("exchange", report, (shishi, update) -> {
            ProgrammeCopy.drop(update, shishi.plugins().resolve("break-room-2024.1.0.jar"));
            return shishi;
        });
        measure("restart", report, (shishi, update) -> {
            Path home = shishi.home();
            int port = shishi.port();
            shishi.stop();
            ProgrammeCopy.drop(update, home.resolve("plugins.d").resolve("break-room-2024.1.0.jar"));
            return ShishiProcess.product().demo().home(home).port(port).start();
        });
    }

    private interface Change {
        ShishiProcess make(ShishiProcess shishi, Path update) throws Exception;
    }

    private static void measure(String how, Report report, Change change) throws Exception {
        ShishiProcess shishi = ShishiProcess.product().demo().start();
        ShishiProcess after = shishi;
        try {
            Path update = ProgrammeCopy.of(shishi.plugins()).version("2024.1.9");
            Door door = Door.as(shishi, Stage.OFFICER);
            List<Visitor> visitors = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                visitors.add(new Visitor(shishi.baseUrl()));
            }
            Seen elsewhere = new Seen();
            Seen programme = new Seen();
            AtomicBoolean go = new AtomicBoolean(true);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                boolean own = i % 2 == 0;
                threads.add(Thread.ofPlatform()
                        .start(() -> ask(
                                door,
                                own ? Stage.ROOMS + "?limit=20" : "/programmes",
                                own ? programme : elsewhere,
                                go)));
            }
            Thread.sleep(BEFORE_MILLIS);
            after = change.make(shishi, update);
            awaitVersion(door);
            Thread.sleep(BEFORE_MILLIS);
            go.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
            int lost = 0;
            for (Visitor visitor : visitors) {
                lost += visitor.beat() ? 0 : 1;
                visitor.close();
            }
            report.row(
                    how,
                    elsewhere.asked.get(),
                    elsewhere.failed.get(),
                    programme.asked.get(),
                    programme.failed.get(),
                    programme.told.get(),
                    elsewhere.longestGap.get(),
                    programme.longestGap.get(),
                    lost);
        } finally {
            after.close();
            if (after != shishi) {
                shishi.close();
            }
        }
    }

    private static void awaitVersion(Door door) throws InterruptedException {
        while (true) {
            try {
                var all = door.sendOnce("GET", "/programmes", null, null);
                if (all.status() == 200
                        && all.json()
                                .valueStream()
                                .anyMatch(p -> p.path("version").asString().equals("2024.1.9")
                                        && p.path("state").asString().equals("RUNNING"))
                        && door.sendOnce("GET", Stage.ROOMS + "?limit=1", null, null)
                                        .status()
                                == 200) {
                    return;
                }
            } catch (IOException e) {
                // Nobody answers yet.
            }
            Thread.sleep(20);
        }
    }

    /** A gap is the time between two good answers. */
    private static void ask(Door door, String path, Seen seen, AtomicBoolean go) {
        long good = System.nanoTime();
        while (go.get()) {
            int status = 0;
            try {
                status = door.sendOnce("GET", path, null, null).status();
            } catch (IOException e) {
                // Counted below.
            }
            seen.asked.incrementAndGet();
            if (status == 200) {
                long now = System.nanoTime();
                seen.longestGap.accumulateAndGet((now - good) / 1_000_000, Math::max);
                good = now;
            } else if (status == 503) {
                seen.told.incrementAndGet();
                pause();
            } else {
                seen.failed.incrementAndGet();
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
