package org.shishi.api.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class YuanTest {

    @Test
    void writesTwoDecimalsWithoutGrouping() {
        assertEquals("0.00", Yuan.format(0));
        assertEquals("0.05", Yuan.format(5));
        assertEquals("1234567.80", Yuan.format(123456780));
        assertEquals("-12.00", Yuan.format(-1200));
    }

    @Test
    void readsWhatItWrites() {
        assertEquals(OptionalLong.of(123456780), Yuan.parse(Yuan.format(123456780)));
        assertEquals(OptionalLong.empty(), Yuan.parse(Yuan.format(-1)));
        assertEquals(OptionalLong.empty(), Yuan.parse(null));
    }
}
