package org.shishi.kit.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | ¥0.00",
                "5 | ¥0.05",
                "123400 | ¥1,234.00",
                "-50 | -¥0.50",
                "99999999999999 | ¥999,999,999,999.99"
            })
    void moneyIsShownInYuan(long fen, String shown) {
        assertEquals(shown, Amounts.money(fen));
    }

    @Test
    void aCountAboveItsCapSaysSo() {
        assertEquals("1,000", Amounts.count(1000, 1000));
        assertEquals("1,000+", Amounts.count(1001, 1000));
        assertEquals("7", Amounts.count(7, 1000));
    }

    @Test
    void timesAreThoseOfShanghai() {
        assertEquals("2026-10-01 00:30", Amounts.time(Instant.parse("2026-09-30T16:30:00Z")));
    }
}
