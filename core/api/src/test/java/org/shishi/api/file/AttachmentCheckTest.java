package org.shishi.api.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shishi.api.rule.RefusedException;

class AttachmentCheckTest {

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.', '7'};

    @Test
    void worksOnBytes() {
        assertEquals(
                FileType.PDF,
                AttachmentCheck.check("a.pdf", AttachmentCheck.MAX_BYTES, PDF)
                        .orThrow()
                        .type());
        assertTrue(AttachmentCheck.check("a.pdf", AttachmentCheck.MAX_BYTES + 1, PDF)
                .refused());
        assertTrue(AttachmentCheck.check("a.png", 8, PDF).refused());
        assertTrue(AttachmentCheck.check(null, 8, PDF).refused());
    }

    @Test
    void saysEverythingThatIsWrong() {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> AttachmentCheck.check("a.txt", Long.MAX_VALUE, PDF)
                        .orThrow());
        assertEquals("CORE-ATT-TYPE(fileName), CORE-ATT-SIZE(sizeBytes)", refused.getMessage());
    }

    @Test
    void readsTheExtensionOnly() {
        assertEquals(Optional.of(FileType.XLSX), FileType.byName("目录.2024.XLSX "));
        assertEquals(Optional.empty(), FileType.byName("xlsx"));
        assertEquals(Optional.empty(), FileType.byName("a.xlsx."));
    }
}
