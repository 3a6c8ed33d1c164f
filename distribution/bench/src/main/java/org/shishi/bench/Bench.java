package org.shishi.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs benchmarks by name, one after the other. */
public final class Bench {

    /** One benchmark. */
    @FunctionalInterface
    interface Program {
        void run(Report report) throws Exception;
    }

    private static final Map<String, Program> PROGRAMS = new LinkedHashMap<>();

    static {
        PROGRAMS.put("start", new StartBench());
        PROGRAMS.put("import", new ImportBench());
        PROGRAMS.put("lists", new ListBench());
        PROGRAMS.put("scope", new ScopeBench());
        PROGRAMS.put("accounts", new AccountBench());
        PROGRAMS.put("persons", new PersonBench());
        PROGRAMS.put("deploy", new DeployBench());
        PROGRAMS.put("exchange", new ExchangeBench());
        PROGRAMS.put("sessions", new SessionBench());
        PROGRAMS.put("growth", new GrowthBench());
        PROGRAMS.put("todo", new TodoBench());
        PROGRAMS.put("approvals", new ApprovalBench());
        PROGRAMS.put("rules", new RuleBench());
        PROGRAMS.put("reminders", new ReminderBench());
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("http.maxConnections", "200");
        List<String> names = List.of(arguments);
        if (names.isEmpty() || names.contains("all")) {
            names = List.copyOf(PROGRAMS.keySet());
        }
        for (String name : names) {
            if (!PROGRAMS.containsKey(name)) {
                System.err.println("Benchmarks: " + String.join(", ", PROGRAMS.keySet()) + ", all");
                System.exit(name.equals("help") ? 0 : 2);
            }
        }
        Report report = new Report(System.out);
        report.machine();
        for (String name : names) {
            PROGRAMS.get(name).run(report);
        }
        // Threads of libraries would keep the process.
        System.exit(0);
    }
}
