package org.shishi.itest.breakroom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** OOXML written by hand: the strict dialect, a prefix, no cell references, no dimension, absolute part names, inline strings. */
public final class HandWritten {

    private static final List<String> COLUMNS = List.of(
            "序号",
            "休息室名称",
            "行政区",
            "街镇",
            "具体门牌号",
            "联系人",
            "手机号码",
            "休息室所属单位",
            "面积(m²)",
            "提供设施及服务",
            "覆盖企业（单位）数",
            "计划投入资金(元)",
            "建设/改善",
            "服务对象类别");

    private HandWritten() {}

    /** Form A2-1-1. @param rooms cells from 休息室名称 on */
    public static byte[] sheet(String union, List<List<String>> rooms) {
        List<List<String>> all = new ArrayList<>();
        all.add(List.of("区局工会", union, "联系人姓名", "示例联系人"));
        all.add(List.of("联系人邮箱", "office@example.invalid", "联系人电话", "021-55550000"));
        all.add(COLUMNS);
        rooms.forEach(room -> {
            List<String> cells = new ArrayList<>(List.of(""));
            cells.addAll(room);
            all.add(cells);
        });
        return workbook(all);
    }

    /** One sheet with these rows. */
    public static byte[] workbook(List<List<String>> all) {
        StringBuilder rows = new StringBuilder();
        all.forEach(cells -> row(rows, cells));
        String main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        String relation = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "_rels/.rels", relations(relation + "/officeDocument", "/xl/workbook.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<s:workbook xmlns:s='%s' xmlns:r='%s'><s:sheets><s:sheet name='手工' sheetId='1' r:id='r1'/></s:sheets></s:workbook>"
                            .formatted(main, relation));
            part(zip, "xl/_rels/workbook.xml.rels", relations(relation + "/worksheet", "/xl/rows.xml"));
            part(
                    zip,
                    "xl/rows.xml",
                    "<s:worksheet xmlns:s='%s'><s:sheetData>%s</s:sheetData></s:worksheet>".formatted(main, rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void row(StringBuilder rows, List<String> cells) {
        rows.append("<s:row>");
        for (String cell : cells) {
            String text = cell.replace("&", "&amp;").replace("<", "&lt;");
            rows.append("<s:c t='inlineStr'><s:is><s:t xml:space='preserve'>")
                    .append(text)
                    .append("</s:t></s:is></s:c>");
        }
        rows.append("</s:row>");
    }

    private static String relations(String type, String target) {
        return ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='r1' Type='%s' Target='%s'/></Relationships>")
                .formatted(type, target);
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
