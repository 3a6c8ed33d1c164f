package org.shishi.itest.breakroom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;

/** Form A2-1-1 in, as others make it. */
class SheetImportIT {

    private static Rest officer;
    private static Rest grassroots;
    private static Rest finance;

    @BeforeAll
    static void signIn() {
        ShishiProcess shishi = ShishiProcess.sharedDemo();
        officer = Rest.as(shishi, "demo-second-level-officer");
        grassroots = Rest.as(shishi, "demo-grassroots-officer");
        finance = Rest.as(shishi, "demo-city-finance");
    }

    private static JsonNode room(String name) {
        return officer.get("/2024/break-room/rooms?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .json()
                .path("items")
                .path(0);
    }

    private static String values(JsonNode room, String... fields) {
        StringBuilder all = new StringBuilder();
        for (String field : fields) {
            all.append(all.isEmpty() ? "" : " ").append(room.path(field).asString());
        }
        return all.toString();
    }

    @Test
    void what_libreoffice_wrote() {
        JsonNode job = SheetFiles.imported(officer, "?mode=allOrNothing", SheetFiles.file("libreoffice.xlsx"));

        assertEquals(List.of(), SheetFiles.rejected(job), job.toString());
        assertEquals("DONE", job.path("state").asString());
        assertEquals(3, job.path("accepted").asInt());
        JsonNode first = room("公交停车场暖心休息室");
        assertEquals("310115", first.path("district").asString());
        assertEquals("20.5", first.path("areaM2").asString());
        assertEquals(
                "3 1000000 NEW HARDSHIP", values(first, "coveredUnits", "plannedFen", "projectKind", "industryGroup"));
        assertEquals(List.of("FRIDGE", "AIRCON", "MICROWAVE"), tags(first));
        JsonNode second = room("环卫道班清风休息室");
        assertEquals(
                "310115 示例街道 示例公交公司", values(second, "district", "street", "ownerUnit"), "merged with the row above");
        assertEquals("139****0002 850050", values(second, "pointMobile", "plannedFen"));
        assertEquals(List.of("SOFA", "WATER", "LIBRARY"), tags(second));
        JsonNode third = room("机坪港湾休息室");
        assertEquals("1 2", values(first, "seqNo") + " " + values(second, "seqNo"), "as the form has them");
        assertEquals(
                "310104 12 0 IMPROVE PUBLIC_SERVICE",
                values(third, "district", "coveredUnits", "plannedFen", "projectKind", "industryGroup"));
        SheetFiles.undo(officer, job);
        assertTrue(room("机坪港湾休息室").isMissingNode(), "taken back");
    }

    private static List<String> tags(JsonNode room) {
        return room.path("facilityTags").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void what_sheetjs_wrote() {
        JsonNode job = SheetFiles.imported(
                officer, "?projectKind=IMPROVE&industryGroup=STATE_KEY", SheetFiles.file("sheetjs.xlsx"));

        assertEquals(List.of(), SheetFiles.rejected(job), job.toString());
        assertEquals(2, job.path("accepted").asInt(), "neither the example nor the sums are rooms");
        assertEquals(
                "310106 2 120000 IMPROVE PUBLIC_SERVICE",
                values(room("住院部向阳休息室"), "district", "coveredUnits", "plannedFen", "projectKind", "industryGroup"));
        assertEquals(
                "310101 16.75 9990 NEW STATE_KEY",
                values(room("换乘站同心休息室"), "district", "areaM2", "plannedFen", "projectKind", "industryGroup"));
        SheetFiles.undo(officer, job);
    }

    /** Row numbers are the sheet's, codes in the order of the rule text. */
    @Test
    void every_fault_of_every_row_is_told_and_the_good_rows_stay() {
        byte[] file = SheetFiles.file("exceljs-faults.xlsx");
        List<String> faults = List.of(
                "8: BR-ROW-MISSING street, BR-AREA areaM2, BR-COVER coveredUnits, BR-MONEY plannedFen",
                "9: CORE-PHONE pointMobile, BR-DISTRICT district",
                "10: CORE-INPUT areaM2, CORE-MONEY plannedFen",
                "11: BR-ROW-MISSING addressDetail",
                "12: BR-DUP name",
                "14: BR-ROW-MISSING areaM2");

        JsonNode nothing = SheetFiles.imported(officer, "?mode=allOrNothing", file);
        assertEquals(faults, SheetFiles.rejected(nothing));
        assertEquals(0, nothing.path("accepted").asInt());
        assertTrue(room("好休息室8").isMissingNode());

        JsonNode tried = SheetFiles.imported(officer, "?mode=validOnly&dryRun=true", file);
        assertEquals(faults, SheetFiles.rejected(tried));
        assertEquals(2, tried.path("accepted").asInt());
        assertTrue(tried.path("dryRun").asBoolean());
        assertTrue(room("好休息室8").isMissingNode(), "only tried");

        JsonNode job = SheetFiles.ended(
                officer, officer.post("/jobs/" + tried.path("id").asString() + "/commit?mode=validOnly", Map.of()));
        assertEquals(faults, SheetFiles.rejected(job));
        assertEquals("8 8 2 6", values(job, "done", "total", "accepted", "rejected"));
        assertEquals("好休息室8", room("好休息室8").path("name").asString());
        assertEquals(12, room("好休息室8").path("areaM2").asDouble());

        Rest.Answer errors = officer.get(job.path("errors").asString().substring("/api/v1".length()));
        assertEquals(200, errors.status());
        JsonNode again =
                SheetFiles.imported(officer, "?dryRun=true", errors.raw().body());
        assertEquals(
                6, again.path("rejected").asInt(), "the error workbook is a form that can be mended and sent again");
        SheetFiles.undo(officer, job);
    }

    @Test
    void whoever_acted_on_a_row_closes_the_way_back() {
        JsonNode job =
                SheetFiles.imported(officer, "", HandWritten.sheet("", List.of(line("先动一步休息室"), line("后动一步休息室"))));
        assertEquals("2 0", values(job, "accepted", "rejected"), job.toString());
        String acted = room("先动一步休息室").path("id").asString();
        assertEquals(
                200,
                officer.post(
                                "/2024/break-room/rooms/" + acted + "/transitions",
                                Map.of("action", "withdraw", "reason", "测试"))
                        .status());
        Rest.Answer undo = officer.post("/jobs/" + job.path("id").asString() + "/undo", Map.of());
        assertEquals(List.of("CORE-IMP-ACTED"), undo.codes());
        assertEquals(409, undo.status());
        assertEquals("后动一步休息室", room("后动一步休息室").path("name").asString(), "nothing was taken back");
    }

    private static List<String> line(String name) {
        return List.of(
                name, "浦东新区", "示例街道", "示例路1号", "示例人", "13900000000", "示例单位", "10", "空调", "1", "1", "建设", "HARDSHIP");
    }

    /** What goes out comes in again the same: names with spaces and signs, many digits, every kind and group. */
    @Test
    void importing_the_export_gives_the_same_data() {
        Random random = new Random(20240301);
        List<List<String>> rooms = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rooms.add(randomRoom(random, i));
        }
        String all = "?q=" + URLEncoder.encode("往返", StandardCharsets.UTF_8);
        JsonNode first = SheetFiles.imported(officer, "?mode=allOrNothing", HandWritten.sheet("浦东总工会", rooms));
        assertEquals("300 0", values(first, "accepted", "rejected"), first.toString());
        byte[] out = officer.post("/2024/break-room/rooms/export" + all, Map.of("reason", "往返测试"))
                .raw()
                .body();
        List<String> before = contents(all);
        assertEquals(300, before.size());

        JsonNode twice = SheetFiles.imported(officer, "?dryRun=true", out);
        assertEquals(300, twice.path("rejected").asInt(), "each is there already: BR-DUP");
        SheetFiles.undo(officer, first);
        assertEquals(List.of(), contents(all));
        JsonNode second = SheetFiles.imported(officer, "?mode=allOrNothing", out);
        assertEquals("300 0", values(second, "accepted", "rejected"), second.toString());
        assertEquals(before, contents(all));
        SheetFiles.undo(officer, second);
    }

    @Test
    void the_form_goes_out_masked_and_in_clear_only_with_right_and_reason() throws IOException {
        JsonNode job = SheetFiles.imported(officer, "", HandWritten.sheet("", List.of(line("打码休息室"))));
        String path = "/2024/break-room/rooms/export?q=" + URLEncoder.encode("打码休息室", StandardCharsets.UTF_8);
        Rest.Answer masked = officer.get(path);
        assertTrue(text(masked).contains("139****0000") && !text(masked).contains("13900000000"));
        assertTrue(!text(masked).contains("office@example.invalid"), "nor the head of the form");
        Rest.Answer clear = officer.post(path, Map.of("reason", "报送市总"));
        assertTrue(text(clear).contains("13900000000") && text(clear).contains("office@example.invalid"));
        assertEquals(
                List.of("CORE-REASON-MISSING"), officer.post(path, Map.of()).codes());
        Rest.Answer without = grassroots.post(path, Map.of("reason", "报送"));
        assertEquals(403, without.status());
        assertEquals(List.of("CORE-FORBIDDEN"), without.codes());
        SheetFiles.undo(officer, job);
    }

    /** All parts of a book, whose writer takes letters beyond ASCII apart. */
    private static String text(Rest.Answer file) throws IOException {
        assertEquals(200, file.status(), file.toString());
        StringBuilder text = new StringBuilder();
        try (ZipInputStream parts =
                new ZipInputStream(new ByteArrayInputStream(file.raw().body()))) {
            while (parts.getNextEntry() != null) {
                text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static List<String> randomRoom(Random random, int number) {
        List<String> signs = List.of("", " & <b>", "“引号”", "=1+1", "  两  空格", "_x0041_", "𠮷", "-减号");
        List<String> districts = List.of("浦东", "徐汇区", "上海市青浦区", "310151");
        List<String> facilities = List.of("空调、冰箱", "空调，微波炉", "沙发躺椅;电视", "爱心妈咪小屋");
        return List.of(
                "往返" + number + signs.get(random.nextInt(signs.size())),
                districts.get(random.nextInt(districts.size())),
                "街" + random.nextInt(9),
                "路" + random.nextInt(999) + "号" + signs.get(random.nextInt(signs.size())),
                "人" + random.nextInt(99),
                "139%08d".formatted(random.nextInt(100_000_000)),
                "单位" + signs.get(random.nextInt(signs.size())),
                random.nextInt(1, 999_999) + "." + random.nextInt(100),
                facilities.get(random.nextInt(facilities.size())),
                Integer.toString(random.nextInt(1, 1_000_000)),
                random.nextLong(100_000_000L) + "." + random.nextInt(10),
                random.nextBoolean() ? "建设" : "改善",
                List.of("STATE_KEY", "公共服务行业", "苦脏险累岗位").get(random.nextInt(3)));
    }

    /** All that the form holds of the rooms found, in a fixed order. */
    private static List<String> contents(String query) {
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = officer.get("/2024/break-room/rooms" + query + "&sort=name&limit=100" + after)
                    .json();
            page.path("items")
                    .valueStream()
                    .forEach(room -> all.add(values(
                            room,
                            "name",
                            "district",
                            "street",
                            "addressDetail",
                            "pointContact",
                            "pointMobile",
                            "ownerUnit",
                            "areaM2",
                            "facilities",
                            "coveredUnits",
                            "plannedFen",
                            "projectKind",
                            "industryGroup")));
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asString();
        } while (after != null);
        return all;
    }

    @Test
    void the_file_may_come_as_multipart() {
        byte[] file = SheetFiles.file("exceljs-faults.xlsx");
        JsonNode job =
                SheetFiles.ended(officer, officer.multipart(SheetFiles.IMPORT + "?dryRun=true", "汇总表.xlsx", file));
        assertEquals("汇总表.xlsx", job.path("title").asString());
        assertEquals(6, job.path("rejected").asInt());
    }

    @Test
    void another_unions_sheet_is_refused_and_who_may_not_import_is_told_at_once() {
        byte[] file = SheetFiles.file("libreoffice.xlsx");
        Rest other = Rest.as(ShishiProcess.sharedDemo(), "demo-huangpu-officer");
        JsonNode job = SheetFiles.imported(other, "", file);
        assertEquals(List.of("0: BR-ORG organisation"), SheetFiles.rejected(job), job.toString());
        assertEquals(0, job.path("accepted").asInt());
        assertEquals(403, finance.upload(SheetFiles.IMPORT, file).status());
        assertEquals(
                404,
                other.get("/jobs/" + "00000000-0000-0000-0000-000000000000").status());
        JsonNode branch = SheetFiles.imported(grassroots, "?dryRun=true", file);
        assertEquals(List.of(), SheetFiles.rejected(branch), "a union below fills in its second-level union's form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no workbook at all", "PK\u0003\u0004 neither"})
    void what_is_no_workbook_is_refused_before_anything_runs(String content) {
        Rest.Answer answer = officer.upload(SheetFiles.IMPORT, content.getBytes(StandardCharsets.UTF_8));
        assertEquals(415, answer.status());
        assertEquals(List.of("CORE-ATT-TYPE"), answer.codes());
    }

    @Test
    void modes_and_values_for_the_whole_file_are_checked_before_anything_runs() {
        byte[] file = SheetFiles.file("sheetjs.xlsx");
        assertEquals(400, officer.upload(SheetFiles.IMPORT + "?mode=some", file).status());
        assertEquals(
                400, officer.upload(SheetFiles.IMPORT + "?dryRun=perhaps", file).status());
        Rest.Answer kind = officer.upload(SheetFiles.IMPORT + "?projectKind=REBUILD", file);
        assertEquals(422, kind.status());
        assertEquals(List.of("CORE-INPUT"), kind.codes());
    }

    @Test
    void the_empty_form_has_the_printed_layout() {
        Rest.Answer template = officer.get("/2024/break-room/sheets/template");
        assertEquals(200, template.status());
        assertArrayEquals(
                new byte[] {'P', 'K'}, java.util.Arrays.copyOf(template.raw().body(), 2));
        JsonNode job =
                SheetFiles.imported(officer, "?dryRun=true", template.raw().body());
        assertEquals("DONE", job.path("state").asString());
        assertEquals("0 0", values(job, "accepted", "rejected"), job.toString());
    }
}
