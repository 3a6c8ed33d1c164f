package org.shishi.core.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.form.Forms;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.ListSheets.Kind;
import org.shishi.api.platform.Tasks;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.people.PersonBook;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.sample.Await;
import org.shishi.core.setup.TestCity;
import org.shishi.core.task.TaskEngine;
import org.shishi.core.text.CoreMessages;
import org.shishi.core.unit.Codes;
import org.shishi.core.unit.UnitsService;

/** The tree and the register from Excel and back. */
@ParameterizedClass
@EnumSource
class ListSheetsTest {

    private static final String PUDONG = "浦东新区总工会";

    @TempDir
    Path home;

    private final TestDatabase db;
    private final TestCity city;
    private final CoreMessages texts = new CoreMessages();
    private final Caller administrator;
    private TaskEngine tasks;
    private ListSheets sheets;

    ListSheetsTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        administrator = city.administrator();
    }

    private ListSheets sheets() {
        tasks = ListsAtWork.tasks(db, city, home);
        sheets =
                ListsAtWork.sheets(db, city, new PersonBook(db.core(), city.keys, city.clock), tasks, city.audit, home);
        return sheets;
    }

    @AfterEach
    void close() throws InterruptedException {
        tasks.stop();
        db.close();
    }

    @Test
    void aTreeIsMadeWhateverTheOrderOfItsRows() {
        UUID check = sheets().start(
                        administrator,
                        Kind.ORGANISATIONS,
                        "tree.xlsx",
                        organisations(
                                row("U-2", "导入二分会工会", "基层工会", "U-1"),
                                row("U-1", "导入集团工会", "GRASSROOTS", "S-1"),
                                row("S-1", "导入街道总工会", "街镇、园区工会", PUDONG, "", "是", "导入街道、导入街")));
        Tasks.Task checked = ended(check);
        assertEquals(3, checked.accepted(), () -> refusals(check));
        assertTrue(city.organisations.byName("导入街道总工会").isEmpty(), "nothing is saved yet");

        assertEquals(
                3,
                ended(sheets.commit(administrator, check, Forms.Mode.ALL_OR_NOTHING))
                        .accepted());

        Organisation street = city.named("导入街");
        Organisation branch = city.named("导入二分会工会");
        assertTrue(street.suburban());
        assertTrue(branch.within(street) && street.within(city.named(PUDONG)));
        Integer within = db.core().read(handle -> handle.createQuery(
                        "select count(*) from core.organisation_within where organisation_id = :id")
                .bind("id", branch.id())
                .mapTo(Integer.class)
                .one());
        assertEquals(5, within);
        UUID again = sheets.start(
                administrator, Kind.ORGANISATIONS, "again.xlsx", organisations(row("S-1", "改名街道总工会", "", "")));
        assertEquals("CORE-INPUT(type)", refusals(again));
        ended(again);
        UUID renamed = sheets.start(
                administrator,
                Kind.ORGANISATIONS,
                "again.xlsx",
                organisations(row("s-1", "改名街道总工会", "街镇、园区工会", PUDONG)));
        assertEquals("", refusals(renamed));
        assertEquals(
                List.of("CORE-LIST-CHANGES"),
                tasks.warnedRows(administrator, renamed, -1, 9).stream()
                        .map(row -> row.warnings().getFirst().code())
                        .toList());
        ended(sheets.commit(administrator, renamed, Forms.Mode.VALID_ONLY));
        assertEquals(street.id(), city.named("改名街道总工会").id());
    }

    @Test
    void everyBadRowSaysWhyAndTheGoodOnesAreKeptIfWished() {
        UUID check = sheets().start(
                        administrator,
                        Kind.ORGANISATIONS,
                        "tree.xlsx",
                        organisations(
                                row("A-1", "好街道总工会", "街镇、园区工会", PUDONG),
                                row("A-2", "", "没有这种", "没有这个上级"),
                                row("A-3", "不能在这里", "区总工会", PUDONG),
                                row("A-1", "重复编码街道总工会", "街镇、园区工会", PUDONG),
                                row("A-4", "循环甲工会", "基层工会", "A-5"),
                                row("A-5", "循环乙工会", "基层工会", "A-4"),
                                row("A-6", "好街道总工会", "街镇、园区工会", PUDONG),
                                row("A-7", "日期错工会", "基层工会", "A-1", "火星区", "也许", "", "2026-13-01", "")));
        assertEquals(
                """
                CORE-INPUT(type) CORE-ORG-UNKNOWN(parent)
                CORE-ORG-PARENT(parentType) CORE-ORG-DISTRICT(district)
                CORE-ORG-CODE(code)
                CORE-ORG-ABOVE(parent)
                CORE-ORG-CYCLE(parent)
                CORE-ORG-NAME(name)
                CORE-INPUT(district) CORE-INPUT(suburban) CORE-INPUT(validFrom)""",
                refusals(check));
        assertEquals(
                0,
                ended(sheets.commit(administrator, check, Forms.Mode.ALL_OR_NOTHING))
                        .accepted());
        assertTrue(city.organisations.byName("好街道总工会").isEmpty());
        assertEquals(
                1,
                ended(sheets.commit(administrator, check, Forms.Mode.VALID_ONLY))
                        .accepted());
        city.named("好街道总工会");

        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        sheets.writeErrors(administrator, check, errors);
        List<List<String>> rows = cells(
                errors,
                Stream.concat(
                                sheets.columns(Kind.ORGANISATIONS).stream().map(ListSheets.Column::label),
                                Stream.of("未通过原因"))
                        .toList());
        assertEquals(7, rows.size());
        assertEquals("A-2", rows.getFirst().getFirst());
        assertTrue(
                rows.getFirst().getLast().contains("没有这个上级组织"), rows.getFirst().getLast());
    }

    @Test
    void aDistrictImportsIntoItsOwnBranchOnly() {
        Caller pudong = city.caller(Role.PLATFORM_ADMIN, city.named(PUDONG));
        UUID check = sheets().start(
                        pudong,
                        Kind.ORGANISATIONS,
                        "tree.xlsx",
                        organisations(
                                row("P-1", "本区街道总工会", "街镇、园区工会", PUDONG),
                                row("P-2", "外区街道总工会", "街镇、园区工会", "黄浦区总工会"),
                                row(
                                        "P-3",
                                        "市级单位",
                                        "直管单位",
                                        city.organisations.city().name())));
        assertEquals("CORE-ORG-UNKNOWN(parent)\nCORE-ORG-UNKNOWN(parent)", refusals(check));
        Caller officer = city.caller(Role.CITY_OFFICER, city.organisations.city());
        assertEquals("CORE-FORBIDDEN", code(() -> sheets.template(officer, Kind.UNITS, new ByteArrayOutputStream())));
        assertEquals(
                "CORE-FORBIDDEN", code(() -> sheets.export(officer, Kind.ORGANISATIONS, new ByteArrayOutputStream())));
        assertEquals(
                "CORE-NOT-FOUND",
                code(() -> sheets.commit(
                        city.caller(Role.PLATFORM_ADMIN, city.named("黄浦区总工会")), check, Forms.Mode.VALID_ONLY)));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.export(pudong, Kind.ORGANISATIONS, out);
        List<List<String>> rows = cells(out, labels(Kind.ORGANISATIONS));
        assertEquals(PUDONG, rows.getFirst().get(1));
        assertTrue(rows.stream().noneMatch(row -> row.get(1).contains("黄浦")));
        UUID same = sheets.start(pudong, Kind.ORGANISATIONS, "same.xlsx", new ByteArrayInputStream(out.toByteArray()));
        assertTrue(ended(same).rejected() > 0, "without codes they would be there twice");
    }

    /** An exported list begins with one's own body: it may stand there as it is, and what is below it may change with it. */
    @Test
    void aDistrictDoesNotChangeItsOwnFederationByASheet() {
        Organisation federation = city.admin.update(administrator, coded(city.named(PUDONG), "PD-0"));
        Caller pudong = city.caller(Role.PLATFORM_ADMIN, federation);
        String above = city.organisations.city().name();
        UUID check = sheets().start(
                        pudong,
                        Kind.ORGANISATIONS,
                        "own.xlsx",
                        organisations(
                                row("PD-0", "浦东新区另名总工会", "区总工会", above, "浦东新区"),
                                row("PD-1", "浦东一街道总工会", "街镇、园区工会", "PD-0")));

        assertEquals("CORE-ORG-OWN(code)\nCORE-ORG-ABOVE(parent)", refusals(check));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.export(pudong, Kind.ORGANISATIONS, out);
        List<String> own = cells(out, labels(Kind.ORGANISATIONS)).getFirst();
        UUID same = sheets.start(
                pudong, Kind.ORGANISATIONS, "own.xlsx", organisations(own, row("PD-1", "浦东一街道总工会", "街镇、园区工会", "PD-0")));
        assertEquals("", refusals(same));
        ended(sheets.commit(pudong, same, Forms.Mode.ALL_OR_NOTHING));
        assertTrue(city.named("浦东一街道总工会").within(federation));
        assertEquals(federation.id(), city.named(PUDONG).id());
        UUID byTheCity = sheets.start(
                administrator,
                Kind.ORGANISATIONS,
                "own.xlsx",
                organisations(row("PD-0", "浦东新区另名总工会", "区总工会", above, "浦东新区")));
        assertEquals("", refusals(byTheCity), "the level above changes it");
    }

    private static Organisation coded(Organisation body, String code) {
        return new Organisation(
                body.id(),
                body.type(),
                body.name(),
                body.aliases(),
                body.parentId(),
                body.path(),
                body.district(),
                body.suburban(),
                body.validFrom(),
                body.validTo(),
                code);
    }

    @Test
    void unitsAreMadeAndChangedByTheirCode() {
        String good = Codes.valid(50);
        UUID check = sheets().start(
                        administrator,
                        Kind.UNITS,
                        "units.xlsx",
                        sheet(
                                Kind.UNITS,
                                List.of("企业", "示例导入企业", good, "浦东新区", PUDONG, "是", ""),
                                List.of("企业", "示例错码企业", Codes.broken(51), "", "", "", ""),
                                List.of("企业", "示例重码企业", good, "", "", "", ""),
                                List.of("学校", "示例导入学校", "", "", "没有这个工会", "", ""),
                                List.of("SCHOOL", "示例导入小学", "", "黄浦区", "", "", "2030年1月31日")));
        assertEquals("CORE-USCC-CHECK(uscc)\nCORE-UNIT-USCC(uscc)\nCORE-UNIT-UNION(organisationId)", refusals(check));
        assertEquals(
                2,
                ended(sheets.commit(administrator, check, Forms.Mode.VALID_ONLY))
                        .accepted());
        UnitsService units = new UnitsService(db.core(), city.organisations, city.audit, city.clock);
        assertTrue(units.byCreditCode(good).orElseThrow().platform());

        UUID change = sheets.start(
                administrator,
                Kind.UNITS,
                "units.xlsx",
                sheet(Kind.UNITS, List.of("企业", "示例改名企业", good, "", "", "", "")));
        ended(change);
        ended(sheets.commit(administrator, change, Forms.Mode.ALL_OR_NOTHING));
        assertEquals("示例改名企业", units.byCreditCode(good).orElseThrow().name());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.export(administrator, Kind.UNITS, out);
        assertEquals(2, cells(out, labels(Kind.UNITS)).size());
    }

    @Test
    void aStrangeHeadIsRefused() {
        UUID task = sheets().start(administrator, Kind.UNITS, "x.xlsx", organisations());
        assertEquals("CORE-IMP-HEADER", ended(task).errorCode());
        assertEquals("CORE-STATE", code(() -> sheets.commit(administrator, task, Forms.Mode.VALID_ONLY)));
        assertEquals(
                "CORE-ATT-TYPE",
                code(() -> sheets.start(
                        administrator, Kind.UNITS, "x.xlsx", new ByteArrayInputStream("no book".getBytes()))));
        assertEquals(OrgType.CITY, city.organisations.city().type());
    }

    private Tasks.Task ended(UUID task) {
        Await.until(
                "the task ends",
                () -> tasks.get(administratorOf(task), task).orElseThrow().state() != Tasks.State.RUNNING);
        return tasks.get(administratorOf(task), task).orElseThrow();
    }

    /** Whoever started it. */
    private Caller administratorOf(UUID task) {
        return Stream.of(administrator, city.caller(Role.PLATFORM_ADMIN, city.named(PUDONG)))
                .filter(caller -> tasks.get(caller, task).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** A line for each refused row. */
    private String refusals(UUID task) {
        ended(task);
        return String.join(
                "\n",
                tasks.rejectedRows(administratorOf(task), task, 0, 100).stream()
                        .map(row -> String.join(
                                " ",
                                row.refusals().stream()
                                        .map(fault -> fault.code() + "(" + fault.field() + ")")
                                        .toList()))
                        .toList());
    }

    private static List<String> row(String... cells) {
        List<String> row = new ArrayList<>(List.of(cells));
        while (row.size() < 9) {
            row.add("");
        }
        return row;
    }

    @SafeVarargs
    private ByteArrayInputStream organisations(List<String>... rows) {
        List<List<String>> all = new ArrayList<>();
        for (List<String> row : rows) {
            all.add(row);
        }
        return book(Kind.ORGANISATIONS, all);
    }

    private List<String> labels(Kind kind) {
        return sheets.columns(kind).stream().map(ListSheets.Column::label).toList();
    }

    @SafeVarargs
    private ByteArrayInputStream sheet(Kind kind, List<String>... rows) {
        List<List<String>> all = new ArrayList<>();
        for (List<String> row : rows) {
            all.add(row);
        }
        return book(kind, all);
    }

    private ByteArrayInputStream book(Kind kind, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(labels(kind));
        all.addAll(rows);
        return Books.of(all);
    }

    private List<List<String>> cells(ByteArrayOutputStream xlsx, List<String> labels) {
        return Books.cells(home, xlsx, labels);
    }

    private static String code(Runnable work) {
        try {
            work.run();
            return "";
        } catch (RefusedException e) {
            return String.join(" ", e.violations().stream().map(Violation::code).toList());
        }
    }
}
