package org.shishi.core.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written by hand, part by part: what the reader must understand was not made by our own writer. */
final class Ooxml {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final String main;
    private final String relation;

    private Ooxml(String main, String relation) {
        this.main = main;
        this.relation = relation;
        part("_rels/.rels", relations("rId1", "/officeDocument", "xl/workbook.xml"));
        part(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='A2-1-1' sheetId='7' r:id='rId1'/></sheets></workbook>"
                        .formatted(main, relation));
        part("xl/_rels/workbook.xml.rels", relations("rId1", "/worksheet", "worksheets/sheet1.xml"));
    }

    static Ooxml book() {
        return new Ooxml(MAIN, RELATION);
    }

    /** The dialect that Excel calls "Strict Open XML". */
    static Ooxml strict() {
        return new Ooxml(STRICT, STRICT_RELATION);
    }

    String relations(String... idTypeTarget) {
        StringBuilder all =
                new StringBuilder("<Relationships xmlns='").append(RELATIONS).append("'>");
        for (int i = 0; i < idTypeTarget.length; i += 3) {
            all.append("<Relationship Id='%s' Type='%s%s' Target='%s'/>"
                    .formatted(idTypeTarget[i], relation, idTypeTarget[i + 1], idTypeTarget[i + 2]));
        }
        return all.append("</Relationships>").toString();
    }

    Ooxml part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    /** The sheet's rows as XML, and what follows them. */
    Ooxml sheet(String rows, String... after) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<worksheet xmlns='%s'><sheetData>%s</sheetData>%s</worksheet>"
                        .formatted(main, rows, String.join("", after)));
    }

    Ooxml sharedStrings(String items) {
        part(
                "xl/_rels/workbook.xml.rels",
                relations(
                        "rId1", "/worksheet", "worksheets/sheet1.xml", "rId2", "/sharedStrings", "sharedStrings.xml"));
        return part(
                "xl/sharedStrings.xml", "<sst xmlns='%s' count='9' uniqueCount='9'>%s</sst>".formatted(main, items));
    }

    Ooxml styles(String content) {
        part(
                "xl/_rels/workbook.xml.rels",
                relations("rId1", "/worksheet", "worksheets/sheet1.xml", "rId3", "/styles", "styles.xml"));
        return part("xl/styles.xml", "<styleSheet xmlns='%s'>%s</styleSheet>".formatted(main, content));
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    Path in(Path folder) throws IOException {
        return Files.write(Files.createTempFile(folder, "book", ".xlsx"), bytes());
    }
}
