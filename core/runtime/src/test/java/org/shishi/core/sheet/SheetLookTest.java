package org.shishi.core.sheet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** What Excel finds in a list that it is to fill in. */
class SheetLookTest {

    @Test
    void theHeadStaysNumbersKeepTheirDigitsAndWordsCanBeChosen() throws IOException {
        String sheet = sheet(List.of("企业", "学校"));
        assertTrue(sheet.contains("<pane "), sheet);
        assertTrue(sheet.contains("fitToPage=\"true\""), sheet);
        assertTrue(sheet.contains("<formula1>\"企业,学校\"</formula1>"), sheet);
        assertTrue(sheet.contains("sqref=\"B2:B1048576\""), sheet);
        assertTrue(styles().contains("@"), "the format of texts");
    }

    @Test
    void moreWordsThanExcelTakesAreNotOffered() throws IOException {
        assertFalse(sheet(Collections.nCopies(100, "企业")).contains("formula1"));
    }

    private static String sheet(List<String> words) throws IOException {
        return part(words, "xl/worksheets/sheet1.xml");
    }

    private static String styles() throws IOException {
        return part(List.of(), "xl/styles.xml");
    }

    private static String part(List<String> words, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxOut out = new XlsxOut(bytes)) {
            Worksheet sheet = out.sheet("a");
            out.text(0, 0, "号码");
            out.text(0, 1, "类型");
            SheetLook.head(sheet, 2);
            SheetLook.typed(sheet, 2);
            SheetLook.choices(sheet, 1, words);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replace("&quot;", "\"");
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
