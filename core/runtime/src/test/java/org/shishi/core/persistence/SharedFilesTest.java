package org.shishi.core.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.core.platform.TestClock;

/** Two nodes with a home each. On the embedded database there is one, and nothing is shared. */
@ParameterizedClass
@EnumSource
class SharedFilesTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final TestDatabase db;
    private final TestClock clock = new TestClock();
    private final SharedFiles files;

    @TempDir
    Path home;

    SharedFilesTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        files = new SharedFiles(db.core(), clock);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private byte[] put(String name, int length) throws IOException {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i * 31);
        }
        files.put(name, Files.write(home.resolve("here"), content));
        return content;
    }

    private int parts() {
        return db.core().read(handle -> handle.createQuery("select count(*) from core.shared_file_part")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void whatOneNodePutsInAnotherFetches() throws IOException {
        byte[] content = put("files/abc", 1_200_000);
        Path there = home.resolve("other/ab/abc");

        boolean fetched = files.fetch("files/abc", there);

        assertEquals(db.postgres(), fetched);
        assertEquals(db.postgres(), Files.exists(there));
        if (fetched) {
            assertArrayEquals(content, Files.readAllBytes(there));
        }
        assertEquals(db.postgres() ? 3 : 0, parts());
        put("files/abc", 1_200_000);
        assertEquals(db.postgres() ? 3 : 0, parts(), "once");
    }

    @Test
    void whatIsNowhereLeavesNothingBehind() throws IOException {
        Path there = home.resolve("other/none");
        assertFalse(files.fetch("files/none", there));
        assertFalse(files.has("files/none"));
        if (Files.exists(there.getParent())) {
            try (Stream<Path> left = Files.list(there.getParent())) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    @Test
    void theSweepTakesWhatIsOldAndNotNeeded() throws IOException {
        put("files/needed", 10);
        put("files/gone", 10);
        put("files/touched", 10);
        put("imports/other", 10);
        clock.pass(DAY);
        assertEquals(0, files.sweep("files/", DAY, name -> false), "a day, not longer");
        assertEquals(db.postgres(), files.touch("files/touched"));
        clock.pass(Duration.ofMillis(1));

        assertEquals(db.postgres() ? 1 : 0, files.sweep("files/", DAY, name -> name.endsWith("needed")));

        assertFalse(files.has("files/gone"));
        assertEquals(db.postgres(), files.has("files/needed"));
        assertEquals(db.postgres(), files.has("files/touched"));
        assertEquals(db.postgres(), files.has("imports/other"));
        assertTrue(parts() <= 3);
    }
}
