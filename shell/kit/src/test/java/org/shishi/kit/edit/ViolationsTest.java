package org.shishi.kit.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shishi.api.rule.Violation;

final class ViolationsTest {

    @Test
    void aFieldThatIsNoNumberIsNotAlsoMissing() {
        List<Violation> found = new ArrayList<>(List.of(Violation.of("CORE-MONEY", "sumFen")));
        Violations.add(
                found,
                List.of(
                        Violation.of("CORE-MISSING", "sumFen"),
                        Violation.of("CORE-MISSING", "name"),
                        Violation.of("SA-DUP", null)));
        assertEquals(
                List.of("CORE-MONEY", "CORE-MISSING", "SA-DUP"),
                found.stream().map(Violation::code).toList());
    }
}
