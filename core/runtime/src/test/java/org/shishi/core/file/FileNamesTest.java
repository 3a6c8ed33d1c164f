package org.shishi.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.api.file.FileType;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "方案 (终稿).pdf, 方案 (终稿).pdf",
        "C:\\Users\\a\\方案.pdf, 方案.pdf",
        "../../etc/passwd.pdf, passwd.pdf",
        "a:b*c?.pdf, a_b_c_.pdf",
        "...pdf, 附件.pdf",
        "。.pdf, 。.pdf",
        ". 方案 .pdf, 方案.pdf"
    })
    void namesAreMadeHarmless(String typed, String clean) {
        assertEquals(clean, FileNames.clean(typed, FileType.PDF));
    }

    @Test
    void marksThatNobodySeesGo() {
        assertEquals("cod.gpj.exe.pdf", FileNames.clean("cod\u202E.gpj\u0000.exe\r\n.pdf", FileType.PDF));
    }

    @Test
    void longNamesKeepTheirExtension() {
        String clean = FileNames.clean("长".repeat(500) + ".xlsx", FileType.XLSX);

        assertEquals(120, clean.length());
        assertEquals("长.xlsx", clean.substring(114));
    }
}
