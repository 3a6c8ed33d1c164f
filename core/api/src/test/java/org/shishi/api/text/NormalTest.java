package org.shishi.api.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    @Test
    void trimsEverySpace() {
        assertEquals("上 海", Normal.text("\u3000\u00A0\t\u2003上\u3000海\u2028\u0085\r\n "));
        assertEquals("", Normal.text("\u3000 "));
        assertEquals("", Normal.text(null));
    }

    @Test
    void foldsFullWidthAndComposedForms() {
        assertEquals("(AB12)", Normal.text("（ＡＢ１２）"));
        assertEquals("\u00E9", Normal.text("e\u0301"));
    }

    @Test
    void writesIdsInUpperCase() {
        assertEquals("11010519491231002X", Normal.id(" 11010519491231002ｘ"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            人民路 1 号          | 人民路1号
            人民路，１号（甲）   | 人民路1号甲
            人民路1～3号、5#     | 人民路13号5
            中山-北路·12弄       | 中山北路12弄
            """)
    void comparesAddressesWithoutSpacesAndPunctuation(String typed, String compared) {
        assertEquals(compared, Normal.address(typed));
    }

    @Test
    void dropsInvisibleMarksFromAddresses() {
        assertEquals("人民路1号", Normal.address("人民\u200B路1号\uFEFF"));
    }

    @Test
    void countsCodePointsOfTheTrimmedText() {
        assertEquals(0, Normal.length(null));
        assertEquals(4, Normal.length("\u3000𠮷 田。 "));
    }
}
