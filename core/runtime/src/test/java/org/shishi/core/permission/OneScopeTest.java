package org.shishi.core.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The condition of scope is said in one place: whoever narrows a list, a count, an export or a report uses its words. */
class OneScopeTest {

    private static final Path MAIN = Path.of("src/main/java");

    /** Keep the closure, walk it upwards, or count along it; none of them decides what somebody sees. */
    private static final Set<String> OTHERS = Set.of(
            "OrganisationRows", "OrganisationBatch", "Branches", "Planning", "Snapshots", "VisibilityService", "Owned");

    /** Each of these is walked by a test of its own, on both databases. */
    private static final Set<String> NARROWED = Set.of(
            // Records: lists, counts, exports, reports, pickers of records, REST; ScopeTest, ReportsTest.
            "RecordWhere",
            // DeadlineCentreTest.
            "Visible",
            // AuditTest.
            "AuditConditions",
            "ShownNames",
            // AccountsTest.
            "AccountList",
            // UnitsTest.
            "UnitRows",
            "UnitScope",
            "LocalProgrammesService",
            // PersonRegistryTest.
            "PersonPages",
            "PersonScope",
            "PersonRegistryService");

    @Test
    void whoeverNarrowsUsesTheSameWords() {
        Set<String> own = new TreeSet<>(OTHERS);
        own.add("Within");
        assertEquals(own, mentioning("core.organisation_within"));
        assertEquals(new TreeSet<>(NARROWED), mentioning("Within.sql("));
    }

    private static Set<String> mentioning(String words) {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).contains(words))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
