package org.shishi.testkit.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The api says by its package versions what has changed since the last release. */
class ApiBaselineTest {

    private static final Path API = Path.of("../api");
    private static final Path BASELINE = API.resolve("baseline.txt");
    private static final Path CLASSES = API.resolve("target/classes");

    @Test
    void package_versions_of_the_api_tell_what_has_changed() throws Exception {
        assertEquals(List.of(), ApiBaseline.faults(CLASSES, BASELINE));
    }
}
