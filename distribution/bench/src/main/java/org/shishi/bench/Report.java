package org.shishi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** Prints what was measured, as Markdown. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** What it was measured on, and how busy that was. */
    void machine() throws IOException {
        long memory = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        out.printf(
                Locale.ROOT,
                "%n%s, %d processors%s, %d GB, %s %s, Java %s; load before: %s%n",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(ZonedDateTime.now()),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                memory >> 30,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                load());
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return "";
        }
        try (var lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
                    .orElse("");
        }
    }

    /** Runnable tasks in the last minute: above the number of processors others were working, too. */
    static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    void title(String title) {
        out.println();
        out.println("### " + title + " (load " + load() + ")");
        out.println();
    }

    void head(String... cells) {
        row((Object[]) cells);
        out.println("|" + "---|".repeat(cells.length));
    }

    void row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        Arrays.stream(cells)
                .forEach(cell -> line.append(' ').append(written(cell)).append(" |"));
        out.println(line);
        out.flush();
    }

    void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    private static String written(Object cell) {
        if (cell instanceof Double number) {
            return String.format(Locale.ROOT, number < 100 ? "%.1f" : "%.0f", number);
        }
        return cell instanceof Long || cell instanceof Integer ? String.format(Locale.ROOT, "%,d", cell) : "" + cell;
    }
}
