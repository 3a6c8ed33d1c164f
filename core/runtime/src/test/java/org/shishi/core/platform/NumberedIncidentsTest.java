package org.shishi.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.api.platform.Incidents;

class NumberedIncidentsTest {

    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-09-21T15:59:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void inTheHome() {
        file = home.resolve("run").resolve("incidents");
    }

    private static String report(Incidents incidents) {
        return incidents.report("a test", new IllegalStateException("wanted"));
    }

    @Test
    void countsWithinADayAlsoOverRestarts() {
        Incidents incidents = new NumberedIncidents(file, EVENING);
        assertEquals("I-20260921-0001", report(incidents));
        assertEquals("I-20260921-0002", report(incidents));

        assertEquals("I-20260921-0003", report(new NumberedIncidents(file, EVENING)));
    }

    @Test
    void beginsAnewAtMidnightInShanghai() {
        assertEquals("I-20260921-0001", report(new NumberedIncidents(file, EVENING)));
        assertEquals(
                "I-20260922-0001", report(new NumberedIncidents(file, Clock.offset(EVENING, Duration.ofMinutes(1)))));
    }

    @Test
    void reportsAlsoWhenTheCountCannotBeReadOrKept() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "20260921 many");
        assertEquals("I-20260921-0001", report(new NumberedIncidents(file, EVENING)));

        Path noFolder = Files.writeString(home.resolve("a-file"), "");
        assertEquals("I-20260921-0001", report(new NumberedIncidents(noFolder.resolve("incidents"), EVENING)));
    }
}
