package org.shishi.bench;

import java.time.LocalDate;
import java.util.Map;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.calendar.ShippedCalendars;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.process.ShishiProcess;

/** A rule called through REST against an empty request of the same door, and sums of working days. */
final class RuleBench implements Bench.Program {

    private static final int CLIENTS = Integer.getInteger("ruleClients", 64);
    private static final int REQUESTS = Integer.getInteger("ruleRequests", 12_800);
    private static final int SUMS = Integer.getInteger("sums", 2_000_000);

    @Override
    public void run(Report report) throws Exception {
        workingDays(report);
        try (ShishiProcess shishi = ShishiProcess.product()
                .demo()
                .environment("SHISHI_REST_RATE", "1000000")
                .start()) {
            Door door = Door.as(shishi, Stage.CITY);
            report.title("A rule call through REST, " + CLIENTS + " clients, on " + DatabaseKind.H2);
            report.head("what", "1 client: p50, ms", CLIENTS + " clients: p50, ms", "p95", "a second");
            double[] empty =
                    row(report, door, "empty: nothing stands at the address", "/rules/R-C.2/nothing", Map.of(), 404);
            double[] rule = row(
                    report,
                    door,
                    "R-C.2 addWorkingDays",
                    "/rules/R-C.2",
                    Map.of("inputs", Map.of("d", "2024-09-13", "n", 15)),
                    200);
            double[] larger = row(
                    report,
                    door,
                    "R-C.4 resident ID",
                    "/rules/R-C.4",
                    Map.of("inputs", Map.of("residentId", "310999199001010013")),
                    -1);
            report.say(String.format(
                    "%nAdded by R-C.2: %.2f ms with one client; ratio of the medians with %d: %.2f (R-C.4: %.2f).",
                    rule[0] - empty[0], CLIENTS, rule[1] / empty[1], larger[1] / empty[1]));
        }
    }

    private static void workingDays(Report report) {
        WorkingCalendar calendar = new ShippedCalendars().snapshot();
        LocalDate first = LocalDate.of(2024, 1, 1);
        long check = sums(calendar, first, SUMS / 10);
        long begun = System.nanoTime();
        check += sums(calendar, first, SUMS);
        double took = (System.nanoTime() - begun) / 1e9;
        report.title("Sums of 15 working days");
        report.say(String.format("%,.0f a second (check %d)", SUMS / took, check % 97));
    }

    private static long sums(WorkingCalendar calendar, LocalDate first, int count) {
        long check = 0;
        for (int i = 0; i < count; i++) {
            check += calendar.addWorkingDays(first.plusDays(i % 700), 15).toEpochDay();
        }
        return check;
    }

    /** @param status -1: whatever it is @return medians with one and with many clients */
    private static double[] row(
            Report report, Door door, String title, String path, Map<String, Object> body, int status)
            throws InterruptedException {
        java.util.function.IntConsumer ask = n -> {
            Door.Answer answer = door.post(path, body);
            if (status != -1) {
                answer.expect(status);
            }
        };
        Load.of(8, 4_000, ask);
        Load.Times alone = Load.of(1, 500, ask);
        long begun = System.nanoTime();
        Load.Times many = Load.of(CLIENTS, REQUESTS, ask);
        double seconds = (System.nanoTime() - begun) / 1e9;
        report.row(title, alone.median(), many.median(), many.percentile(95), REQUESTS / seconds);
        return new double[] {alone.median(), many.median()};
    }
}
