package org.shishi.core.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void neverDeniesWhatIsThere() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append((char) (0x4E00 + random.nextInt(0x5000)));
        }
        Signature signature = Signature.of(text.toString());
        for (int i = 0; i + 5 < text.length(); i++) {
            for (int length = 1; length <= 5; length++) {
                assertTrue(signature.mayContain(text.substring(i, i + length)));
            }
        }
    }

    @Test
    void deniesMostOfWhatIsNotThere() {
        Signature signature = Signature.of("建筑工地职工休息室");
        assertFalse(signature.mayContain("快递"));
        assertFalse(signature.mayContain("地建"));
        assertTrue(signature.mayContain(""));
    }
}
