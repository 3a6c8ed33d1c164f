package org.shishi.testkit.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison notices when a package version does not say what has changed. Not part of writing the baseline. */
class BaselineFaultsTest {

    private static final Path CLASSES = Path.of("../api/target/classes");

    @Test
    void an_addition_without_a_raised_version_is_told_with_the_version_it_needs(@TempDir Path folder) throws Exception {
        // As if the last release had had this version, and one method less.
        String then = present(folder).replaceFirst("(?m)^ +METHOD \\w+ \\w+ objectName\\(.*\\n(^ {4,}.*\\n)*", "");
        List<String> faults = faults(folder, then);

        assertEquals(1, faults.size(), faults.toString());
        assertTrue(faults.getFirst().contains("org.shishi.api.programme"), faults.getFirst());
        assertTrue(faults.getFirst().contains("objectName"), faults.getFirst());
        assertTrue(faults.getFirst().contains("raise @Version"), faults.getFirst());
    }

    @Test
    void what_is_taken_away_needs_a_new_major_version(@TempDir Path folder) throws Exception {
        String then = present(folder).replaceFirst("METHOD (\\w+) (\\w+) objectName\\(", "METHOD $1 $2 formerName(");
        List<String> faults = faults(folder, then);

        assertEquals(1, faults.size(), faults.toString());
        assertTrue(faults.getFirst().contains("must have 2.0.0"), faults.getFirst());
    }

    private static String present(Path folder) throws Exception {
        Path file = folder.resolve("present.txt");
        ApiBaseline.write(CLASSES, file);
        return Files.readString(file);
    }

    private static List<String> faults(Path folder, String baseline) throws Exception {
        return ApiBaseline.faults(CLASSES, Files.writeString(folder.resolve("then.txt"), baseline));
    }
}
