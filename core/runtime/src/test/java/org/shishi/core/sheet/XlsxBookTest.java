package org.shishi.core.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.api.rule.RefusedException;

/** What other programs write, and what nobody should. */
class XlsxBookTest {

    @TempDir
    private Path folder;

    private List<String> read(Ooxml book) throws IOException {
        return read(book, ReadLimits.DEFAULT);
    }

    /** Each row as {@code number: cell|cell}. */
    private List<String> read(Ooxml book, ReadLimits limits) throws IOException {
        List<String> rows = new ArrayList<>();
        try (XlsxBook open = new XlsxBook(book.in(folder), folder, limits);
                SheetRows all = open.rows(0)) {
            for (SheetRow row = all.next(); row != null; row = all.next()) {
                rows.add(row.number() + ": "
                        + String.join(
                                "|",
                                Stream.of(row.texts())
                                        .map(text -> text == null ? "" : text)
                                        .toList()));
            }
        }
        return rows;
    }

    private String cell(String xml) throws IOException {
        return read(Ooxml.book().sheet("<row r='1'>" + xml + "</row>"))
                .getFirst()
                .substring(3);
    }

    private String refusal(ThrowingRunnable work) {
        return assertThrows(RefusedException.class, work::run)
                .violations()
                .getFirst()
                .code();
    }

    private interface ThrowingRunnable {
        void run() throws IOException;
    }

    @Test
    void inlineAndSharedStringsRunsAndReadingAids() throws IOException {
        Ooxml book = Ooxml.book()
                .sharedStrings("<si><t>plain</t></si><si><t xml:space='preserve'> two  spaces </t></si>"
                        + "<si><r><rPr><b/></rPr><t>暖</t></r><r><t xml:space='preserve'>心 </t></r><r><t>室</t></r></si>"
                        + "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
                        + "<si/><si><t>a_x000D_b _x005F_x0041_</t></si>")
                .sheet("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>"
                        + "<c r='D1' t='s'><v>3</v></c><c r='E1' t='s'><v>4</v></c><c r='F1' t='s'><v>5</v></c>"
                        + "<c r='G1' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c>"
                        + "<c r='H1' t='inlineStr'><is><t>&lt;&amp;&#x5B9E;</t></is></c></row>");

        assertEquals(List.of("1: plain| two  spaces |暖心 室|東京||a\rb _x0041_|inline|<&实"), read(book));
    }

    @ParameterizedTest
    @CsvSource({
        "13900000000, 13900000000",
        "1.39E10, 13900000000",
        "20.5, 20.5",
        "20.50, 20.5",
        "0.30000000000000004, 0.3",
        "20.499999999999996, 20.5",
        "1E-3, 0.001",
        "-0, 0",
        "-12.5, -12.5",
        "123456789012345, 123456789012345",
        "' 7 ', 7",
    })
    void numbersArePlainDigitsWithoutTheNoiseOfBinaryFractions(String stored, String read) throws IOException {
        assertEquals(read, cell("<c r='A1'><v>" + stored + "</v></c>"));
        assertEquals(read, cell("<c r='A1' t='n'><v>" + stored + "</v></c>"));
    }

    @Test
    void formulasCountByWhatWasComputedAndErrorsAreNothing() throws IOException {
        assertEquals("3", cell("<c r='A1'><f>1+2</f><v>3</v></c>"));
        assertEquals("浦东新区", cell("<c r='A1' t='str'><f>VLOOKUP(A2,X:Y,2,0)</f><v>浦东新区</v></c>"));
        assertEquals("是", cell("<c r='A1' t='b'><f>1=1</f><v>1</v></c>"));
        assertEquals("", cell("<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>").strip());
        assertEquals("", cell("<c r='A1'><f>NOW()</f></c>").strip(), "never computed");
        assertEquals("x", cell("<c r='A1' t='str'><f t='shared' si='0'/><v>x</v></c>"));
    }

    @Test
    void cellsAndRowsWithoutReferencesFollowEachOther() throws IOException {
        assertEquals(
                List.of("1: a|b", "2: c||d|e", "9: f", "10: g"),
                read(Ooxml.book()
                        .sheet("<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row>"
                                + "<row><c t='str'><v>c</v></c><c r='C2' t='str'><v>d</v></c><c t='str'><v>e</v></c></row>"
                                + "<row r='9'><c t='str'><v>f</v></c></row><row><c t='str'><v>g</v></c></row>")));
    }

    @Test
    void emptyStyledCellsAndRowsAreEmpty() throws IOException {
        assertEquals(
                List.of("1: ", "2: ||x"),
                read(
                        Ooxml.book()
                                .sheet(
                                        "<row r='1' spans='1:3' ht='20'/>"
                                                + "<row r='2'><c r='A2' s='3'/><c r='B2' s='3'/><c r='C2' t='str'><v>x</v></c></row>")));
    }

    @Test
    void bothDialectsAndAnyPrefix() throws IOException {
        assertEquals(
                List.of("1: strict"),
                read(Ooxml.strict().sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>strict</t></is></c></row>")));
        Ooxml prefixed = Ooxml.book()
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<x:worksheet xmlns:x='%s'><x:sheetData><x:row r='1'><x:c r='A1' t='str'><x:v>x</x:v></x:c></x:row></x:sheetData></x:worksheet>"
                                .formatted(Ooxml.MAIN));
        assertEquals(List.of("1: x"), read(prefixed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/xl/worksheets/sheet1.xml",
                "./worksheets/sheet1.xml",
                "../xl/worksheets/sheet1.xml",
                "Worksheets/Sheet1.xml"
            })
    void partsAreFoundByAbsoluteAndRelativeNames(String target) throws IOException {
        Ooxml book = Ooxml.book().sheet("<row r='1'><c r='A1'><v>1</v></c></row>");
        book.part("xl/_rels/workbook.xml.rels", book.relations("rId1", "/worksheet", target));
        assertEquals(List.of("1: 1"), read(book));
    }

    @Test
    void aWorkbookMayLieAnywhere() throws IOException {
        Ooxml book = Ooxml.book();
        book.part("_rels/.rels", book.relations("a", "/officeDocument", "/office/book.xml"));
        book.part(
                "office/book.xml",
                "<workbook xmlns='%s' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='x' sheetId='1' r:id='z'/></sheets></workbook>"
                        .formatted(Ooxml.MAIN));
        book.part("office/_rels/book.xml.rels", book.relations("z", "/worksheet", "/data/rows.xml"));
        book.part(
                "data/rows.xml",
                "<worksheet xmlns='%s'><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>"
                        .formatted(Ooxml.MAIN));
        assertEquals(List.of("1: 5"), read(book));
    }

    @Test
    void datesAreShownAsDaysByTheirStyle() throws IOException {
        Ooxml book = Ooxml.book()
                .styles(
                        "<numFmts count='2'><numFmt numFmtId='176' formatCode='yyyy\"年\"m\"月\"d\"日\"'/>"
                                + "<numFmt numFmtId='177' formatCode='0.00\"day\"'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                                + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='176'/><xf numFmtId='31'/><xf numFmtId='177'/></cellXfs>")
                .sheet(
                        "<row r='1'><c r='A1' s='0'><v>45413</v></c><c r='B1' s='1'><v>45413</v></c><c r='C1' s='2'><v>45413.75</v></c>"
                                + "<c r='D1' s='3'><v>45413</v></c><c r='E1' s='4'><v>45413</v></c><c r='F1' t='d'><v>2024-05-01T00:00:00</v></c></row>");
        try (XlsxBook open = new XlsxBook(book.in(folder), folder, ReadLimits.DEFAULT);
                SheetRows rows = open.rows(0)) {
            SheetRow row = rows.next();
            assertEquals(
                    List.of("45413", "2024-05-01", "2024-05-01", "2024-05-01", "45413", "2024-05-01"),
                    java.util.stream.IntStream.range(0, 6).mapToObj(row::day).toList());
            assertEquals("45413", row.text(1));
        }
    }

    @Test
    void hiddenSheetsAreNoPages() throws IOException {
        Ooxml book = Ooxml.book().sheet("<row><c><v>1</v></c></row>");
        book.part(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='codes' sheetId='1' state='hidden' r:id='rId9'/><sheet name='seen' sheetId='2' r:id='rId1'/></sheets></workbook>"
                        .formatted(Ooxml.MAIN));
        book.part(
                "xl/_rels/workbook.xml.rels",
                book.relations(
                        "rId1", "/worksheet", "worksheets/sheet1.xml", "rId9", "/worksheet", "worksheets/sheet9.xml"));
        try (XlsxBook open = new XlsxBook(book.in(folder), folder, ReadLimits.DEFAULT)) {
            assertEquals(List.of("seen"), open.sheets());
        }
    }

    @Test
    void cellsMergedDownwardsAreKnownByTheirFirstRow() throws IOException {
        Ooxml book = Ooxml.book()
                .sheet(
                        "<row r='7'><c r='B7' t='str'><v>&lt;/sheetData></v></c></row>",
                        "<mergeCells count='3'><mergeCell ref='A1:L1'/><mergeCell ref='B7:B9'/><mergeCell ref=\"C7:D8\"/></mergeCells>");
        try (XlsxBook open = new XlsxBook(book.in(folder), folder, ReadLimits.DEFAULT)) {
            MergedCells merged = open.merged(0);
            assertEquals(
                    List.of(6, 7, 7, 7, 10),
                    java.util.stream.IntStream.rangeClosed(6, 10)
                            .mapToObj(row -> merged.top(1, row))
                            .toList());
            assertEquals(7, merged.top(2, 8));
            assertEquals(8, merged.top(0, 8));
        }
        try (XlsxBook open = new XlsxBook(Ooxml.book().sheet("").in(folder), folder, ReadLimits.DEFAULT)) {
            assertTrue(open.merged(0).none());
        }
    }

    @Test
    void manySharedStringsLieOnDisk() throws IOException {
        StringBuilder items = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 120_000; i++) {
            items.append("<si><t>字").append(i).append("</t></si>");
            if (i % 1000 == 0) {
                rows.append("<row><c t='s'><v>").append(i).append("</v></c></row>");
            }
        }
        Ooxml book = Ooxml.book().sharedStrings(items.toString()).sheet(rows.toString());
        try (XlsxBook open = new XlsxBook(book.in(folder), folder, ReadLimits.DEFAULT);
                SheetRows all = open.rows(0)) {
            assertTrue(open.spilled());
            for (int i = 0; i < 120_000; i += 1000) {
                assertEquals("字" + i, all.next().text(0));
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertFalse(left.anyMatch(file -> file.toString().contains("strings")), "temporary files are gone");
        }
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("a.xlsx"), "no zip");
        Path oldExcel = Files.write(folder.resolve("b.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        for (Path file : List.of(text, oldExcel)) {
            assertEquals("CORE-ATT-TYPE", refusal(() -> XlsxBook.require(file)));
        }
    }

    @Test
    void whatIsDamagedIsRefused() {
        assertEquals(
                "CORE-IMP-BROKEN",
                refusal(() -> read(Ooxml.book().part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"))));
        assertEquals(
                "CORE-IMP-BROKEN",
                refusal(() -> read(
                        Ooxml.book().sheet("<row><c t='s'><v>99</v></c></row>").sharedStrings("<si/>"))));
        assertEquals(
                "CORE-IMP-BROKEN",
                refusal(
                        () -> read(
                                Ooxml.book()
                                        .part(
                                                "xl/worksheets/sheet1.xml",
                                                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c t='str'><v>&e;</v></c></row></sheetData></worksheet>"))));
    }

    @Test
    void whatUnpacksToFarMoreThanItWeighsIsRefused() {
        String zeros = "<row><c><v>" + "0".repeat(90_000) + "</v></c></row>";
        ReadLimits small = new ReadLimits(1 << 20, 20, 1 << 16, 100, 100_000, 256);
        assertEquals("CORE-IMP-BROKEN", refusal(() -> read(Ooxml.book().sheet(zeros.repeat(40)), small)));
    }

    @Test
    void whatOurOwnWriterWritesIsTextWhateverItBeginsWith() throws IOException {
        List<String> texts = List.of("=1+1", "+8", "-8", "@x", "'q", "a\nb", "_x0041_", "𠮷", " edge ");
        Path file = folder.resolve("own.xlsx");
        try (var out = Files.newOutputStream(file);
                XlsxOut book = new XlsxOut(out)) {
            book.sheet("a/b:c");
            for (int i = 0; i < texts.size(); i++) {
                book.text(i, 0, texts.get(i));
            }
            book.text(texts.size(), 0, "\u0001bad");
        }
        try (XlsxBook open = new XlsxBook(file, folder, ReadLimits.DEFAULT);
                SheetRows rows = open.rows(0)) {
            assertEquals(List.of("a b c"), open.sheets());
            for (String text : texts) {
                assertEquals(text, rows.next().text(0));
            }
            assertEquals("bad", rows.next().text(0));
        }
    }
}
