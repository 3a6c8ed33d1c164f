package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.itest.breakroom.Room;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;

/**
 * Whatever somebody typed stays text in every sheet that leaves the platform. Everything that leaves as a table is xlsx: a
 * sheet knows text from formulas, a csv file would not.
 */
class ExportsIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final Pattern TEXT = Pattern.compile("<c [^>]*t=\"(inlineStr|s)\"[^>]*>");

    private static ShishiProcess shishi;
    private static Rest officer;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.sharedDemo();
        officer = Rest.as(shishi, "demo-second-level-officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://evil.invalid\")", "+1+1", "-2+3", "@SUM(1)", "=cmd|' /C calc'!A1"})
    void a_cell_that_begins_like_a_formula_is_text(String typed) throws IOException {
        String mark = Long.toString(System.nanoTime(), 36);
        Map<String, Object> json = Room.json();
        json.put("name", typed + mark);
        json.put("facilities", typed + mark);
        Rest.Answer made = officer.post(ROOMS, json);
        assertEquals(201, made.status(), made.toString());

        String sheet = sheet(officer.get(ROOMS + "/export?q=" + URLEncoder.encode(mark, StandardCharsets.UTF_8)));

        String written = typed.replace("\"", "&quot;").replace("'", "&apos;");
        boolean there = sheet.contains(typed + mark)
                || sheet.contains(written + mark)
                || sheet.contains(typed.replace("\"", "&quot;") + mark);
        assertTrue(there, sheet);
        assertTrue(TEXT.matcher(sheet).find());
    }

    /** Every address that gives out a sheet: none has a formula in it, whatever stands in the data. */
    @Test
    void no_sheet_has_a_formula() throws IOException {
        Rest administrator = Rest.as(shishi, "demo-platform-admin");
        Rest city = Rest.as(shishi, "demo-city-officer");
        String parent = administrator
                .get("/organisations?q=%E6%B5%A6%E4%B8%9C%E6%96%B0%E5%8C%BA%E6%80%BB%E5%B7%A5%E4%BC%9A&limit=1")
                .json()
                .at("/items/0/id")
                .asString();
        String name = "=1+1" + Long.toString(System.nanoTime(), 36);
        Rest.Answer organisation =
                administrator.post("/organisations", Map.of("type", "GRASSROOTS", "name", name, "parent", parent));
        assertEquals(201, organisation.status(), organisation.toString());
        Rest.Answer unit =
                administrator.post("/units", Map.of("kind", "PARTNER", "name", "+" + name, "organisation", parent));
        assertTrue(unit.status() == 201 || unit.status() == 422, unit.toString());
        assertTrue(sheet(administrator.get("/organisations/export")).contains(name));
        sheet(administrator.get("/units/export"));
        sheet(administrator.get("/units/template"));
        sheet(administrator.get("/organisations/template"));
        sheet(officer.get("/2024/break-room/sheets/export"));
        sheet(officer.get(ROOMS + "/template"));
        sheet(city.get("/2024/break-room/reports/overview?by=secondLevel&format=xlsx"));
    }

    /** All parts of a sheet as text; with a formula, or something to run, in none of them. */
    private static String sheet(Rest.Answer answer) throws IOException {
        assertEquals(200, answer.status(), answer.toString());
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.raw().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String part = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                for (String running : List.of("<f>", "<f ", "<oleLink", "<ddeLink", "externalLink", "<hyperlink")) {
                    assertFalse(part.contains(running), entry.getName() + " has " + running);
                }
                all.append(part);
            }
        }
        return all.toString();
    }
}
