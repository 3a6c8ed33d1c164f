package org.shishi.api.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
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

    /** Most texts take a short cut; it must lead to the same place. */
    @Test
    void everyCharacterComesOutAsTheLongWayHasIt() {
        for (int c = 1; c < 0x10000; c++) {
            if (!Character.isSurrogate((char) c)) {
                for (String typed : List.of("甲" + (char) c + "乙", "甲" + (char) c, (char) c + "乙", "" + (char) c)) {
                    assertEquals(
                            Normalizer.normalize(typed, Normalizer.Form.NFKC)
                                    .replaceAll("^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$", ""),
                            Normal.text(typed),
                            "U+" + Integer.toHexString(c));
                }
            }
        }
    }

    @Test
    void countsCodePointsOfTheTrimmedText() {
        assertEquals(0, Normal.length(null));
        assertEquals(4, Normal.length("\u3000𠮷 田。 "));
    }
}
