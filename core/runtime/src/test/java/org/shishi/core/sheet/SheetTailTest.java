package org.shishi.core.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTailTest {

    private static final int BLOCK = 1 << 16;

    private static String tail(String sheet, int largest) throws IOException {
        byte[] found =
                new SheetTail(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)), largest, 100).bytes();
        return found == null ? null : new String(found, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"</sheetData>", "</x:sheetData>", "</sheetData \n>", "</sheetDatasheetData>"})
    void beginsBehindTheRowsWhereverTheBlockEnds(String end) throws IOException {
        for (int more = -end.length() - 1; more <= 1; more++) {
            String rows = "x".repeat(BLOCK + more);
            assertEquals("<mergeCells/>", tail(rows + end + "<mergeCells/>", 2 * BLOCK), more + " of a block");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<sheetData/>", "</sheetDat>", "</sheetData x>", "</sheetDataa>", "/sheetData>", "</row>"})
    void hasNoTailWithoutTheEndOfRows(String sheet) throws IOException {
        assertNull(tail(sheet, BLOCK));
    }

    @Test
    void givesUpBehindTheLargestSheet() throws IOException {
        assertNull(tail("x".repeat(3 * BLOCK) + "</sheetData>", BLOCK));
    }

    @Test
    void takesWhatComesInDrops() throws IOException {
        byte[] sheet = "<c/></sheetData>tail".getBytes(StandardCharsets.UTF_8);
        InputStream drops = new ByteArrayInputStream(sheet) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(1, length));
            }
        };
        assertEquals("tail", new String(new SheetTail(drops, BLOCK, 100).bytes(), StandardCharsets.UTF_8));
    }
}
