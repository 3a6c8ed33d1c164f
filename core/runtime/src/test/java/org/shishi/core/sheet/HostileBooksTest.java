package org.shishi.core.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.api.rule.RefusedException;

/** Workbooks made to fill the memory or to read what is not theirs. */
class HostileBooksTest {

    private static final String RELATIONS =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>
            """;
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s</sheetData>"
                    + "</worksheet>";
    private static final String ROW = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";

    @TempDir
    Path folder;

    /** A workbook whose sheet is what is written. */
    private Path book(Body sheet) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "_rels/.rels", RELATIONS.formatted("officeDocument", "xl/workbook.xml"));
            put(zip, "xl/_rels/workbook.xml.rels", RELATIONS.formatted("worksheet", "worksheets/sheet1.xml"));
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            sheet.write(zip);
            zip.closeEntry();
        }
        return file;
    }

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static Body text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(Path file, ReadLimits limits) throws IOException {
        try (XlsxBook book = new XlsxBook(file, folder, limits);
                SheetRows rows = book.rows(0)) {
            StringBuilder read = new StringBuilder();
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                read.append(row.text(0));
            }
            return read.toString();
        }
    }

    @Test
    void anOrdinaryOneIsRead() throws IOException {
        assertEquals("hello", read(book(text(SHEET.formatted(ROW.formatted("hello")))), ReadLimits.DEFAULT));
    }

    @Test
    void oneThatUnpacksToAGigabyteIsRefusedOnTheWay() throws IOException {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        Path bomb = book(out -> {
            out.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1024; i++) {
                out.write(blanks);
            }
        });

        assertEquals("CORE-IMP-BROKEN", refusal(bomb));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                "<!DOCTYPE x [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\">"
            })
    void entitiesOfItsOwnAreRefused(String type) throws IOException {
        Path hostile = book(text(type + SHEET.formatted(ROW.formatted("&b;"))));

        assertEquals("CORE-IMP-BROKEN", refusal(hostile));
    }

    private String refusal(Path file) {
        RefusedException refusal = assertThrows(RefusedException.class, () -> {
            try {
                read(file, ReadLimits.DEFAULT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return refusal.violations().getFirst().code();
    }
}
