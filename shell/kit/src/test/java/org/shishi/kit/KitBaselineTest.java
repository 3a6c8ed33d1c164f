package org.shishi.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shishi.testkit.baseline.ApiBaseline;

/** The kit says by its package versions what has changed since the last release. */
class KitBaselineTest {

    @Test
    void package_versions_of_the_kit_tell_what_has_changed() throws Exception {
        assertEquals(List.of(), ApiBaseline.faults(Path.of("target/classes"), Path.of("baseline.txt")));
    }
}
