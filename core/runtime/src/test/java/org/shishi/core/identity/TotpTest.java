package org.shishi.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "29, true", "30, true", "59, true", "60, false", "-30, true", "-31, false"})
    void aCodeIsTakenOneStepEarlierAndLater(long late, boolean taken) {
        Instant begin = Instant.ofEpochSecond(1_234_567_890);
        String code = Totp.code(SECRET, Totp.step(begin), Totp.DIGITS);

        assertEquals(
                taken, Totp.accepted(SECRET, code, begin.plusSeconds(late), 0).isPresent());
    }

    @Test
    void noCodeIsTakenTwice() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        String code = Totp.code(SECRET, Totp.step(now), Totp.DIGITS);
        OptionalLong step = Totp.accepted(SECRET, code, now, 0);

        assertTrue(Totp.accepted(SECRET, code, now, step.getAsLong()).isEmpty());
        assertTrue(Totp.accepted(SECRET, "", now, 0).isEmpty());
        assertTrue(Totp.accepted(SECRET, "１２３４５６", now, 0).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenAsAuthenticatorsReadThem(String clear, String written) {
        assertEquals(written, Base32.encode(clear.getBytes(StandardCharsets.US_ASCII)));
    }
}
