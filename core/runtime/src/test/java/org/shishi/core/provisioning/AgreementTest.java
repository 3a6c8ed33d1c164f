package org.shishi.core.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;
import org.shishi.core.provisioning.Agreement.Step;

/** Who follows whom: the folder the database, or the database the folder. */
class AgreementTest {

    @ParameterizedTest(name = "agreed {0}, here {1} {2}, wanted {3} {4}: {5}")
    @CsvSource({
        // Nothing to do.
        "a, a, 2026.1.0, a, 2026.1.0, NONE",
        "-, -, , -, 2026.1.0, NONE",
        // The same, but not remembered yet.
        ", a, 2026.1.0, a, 2026.1.0, AGREE",
        "a, b, 2026.1.1, b, 2026.1.1, AGREE",
        // Changed here: dropped, exchanged, taken away, put back.
        ", a, 2026.1.0, , , TELL",
        "a, b, 2026.1.1, a, 2026.1.0, TELL",
        "a, -, , a, 2026.1.0, TELL",
        "-, a, 2026.1.0, -, 2026.1.0, TELL",
        // Changed elsewhere.
        "a, a, 2026.1.0, b, 2026.1.1, TAKE",
        "a, a, 2026.1.0, -, 2026.1.0, TAKE",
        "-, -, , a, 2026.1.0, TAKE",
        // In both places.
        "a, b, 2026.1.1, c, 2026.1.2, TAKE",
        // A new node: the database decides, unless the new distribution brings a newer version.
        ", -, , a, 2026.1.0, TAKE",
        ", b, 2026.1.0, a, 2026.1.0, TAKE",
        ", b, 2026.1.0, -, 2026.1.0, TAKE",
        ", b, 2026.1.1, a, 2026.1.0, TELL",
        // Another database than before: it learns what runs here, and of what is gone it need not hear.
        "a, a, 2026.1.0, , , TELL",
        "a, -, , , , NONE"
    })
    void decides(String base, String here, String version, String there, String wanted, Step step) {
        assertEquals(step, Agreement.step(base, here, version(version), there, version(wanted)));
    }

    private static Version version(String text) {
        return text == null ? null : Version.parseVersion(text);
    }
}
