package org.shishi.core.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxOutTest {

    private static final int ROWS = 3_000;

    private static byte[] book() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxOut out = new XlsxOut(bytes)) {
            for (String name : new String[] {"示例一", "示例二"}) {
                out.sheet(name);
                for (int row = 0; row < ROWS; row++) {
                    out.text(row, 0, "休息室" + row + " <&> " + Integer.toHexString(row * 7919));
                    out.endRow();
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Readers that go from front to back know of a part's length only what stands before and after it. */
    @Test
    void who_reads_from_front_to_back_reads_the_same_as_who_looks_at_the_end(@TempDir Path folder) throws IOException {
        byte[] book = book();
        TreeMap<String, String> front = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                front.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Path file = Files.write(folder.resolve("book.xlsx"), book);
        TreeMap<String, String> end = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                end.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertEquals(end, front);
        assertTrue(front.get("xl/worksheets/sheet2.xml").contains("r=\"A" + ROWS + "\""), front.keySet()::toString);
        assertTrue(
                book.length < front.values().stream().mapToInt(String::length).sum() / 2, "it is compressed");
    }
}
