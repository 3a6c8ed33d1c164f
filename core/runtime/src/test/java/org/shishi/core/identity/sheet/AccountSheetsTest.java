package org.shishi.core.identity.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.AccountSheets;
import org.shishi.api.platform.AccountSheets.Line;
import org.shishi.api.platform.AccountSheets.Preview;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.identity.Identities;
import org.shishi.core.identity.SignInService;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;
import org.shishi.core.sheet.ReadLimits;
import org.shishi.core.sheet.SheetRow;
import org.shishi.core.sheet.SheetRows;
import org.shishi.core.sheet.XlsxBook;

@ParameterizedClass
@EnumSource
class AccountSheetsTest {

    private static final String PUDONG = "浦东新区总工会";
    private static final String HUANGPU = "黄浦区总工会";

    @TempDir
    Path folder;

    private final TestDatabase db;
    private final TestCity city;
    private final AccountSheets sheets;
    private final Caller administrator;

    AccountSheetsTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        sheets = Sheets.of(city);
        administrator = city.administrator();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void goodAccountsAreMadeWithAllTheirRolesAndSignInWithTheirPasswords() throws IOException {
        Preview preview = sheets.read(
                administrator,
                Sheets.book(
                        List.of("Zhang.San", "张三", PUDONG, "", "区局经办"),
                        List.of("zhang.san", "张三", HUANGPU, "basket", "INSPECTOR"),
                        List.of("li.si", "李四", PUDONG, "", "区局审核")));
        assertEquals(2, preview.accounts());
        assertTrue(preview.lines().stream().allMatch(line -> line.refusals().isEmpty()));
        assertEquals(
                List.of("[]", "[CORE-ACCOUNT-PROGRAMME]", "[]"),
                preview.lines().stream()
                        .map(line -> line.warnings().stream()
                                .map(Violation::code)
                                .toList()
                                .toString())
                        .toList(),
                "there is no such programme yet");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(2, sheets.create(administrator, preview.id(), out));

        List<List<String>> told = cells(out);
        assertEquals(List.of("用户名", "姓名", "一次性密码", "说明"), told.getFirst().subList(0, 4));
        assertEquals("zhang.san", told.get(1).getFirst());
        SignInService signIn = Identities.signIn(city);
        Caller caller = signIn.signIn("zhang.san", told.get(1).get(2), null);
        assertTrue(signIn.mustChangePassword(caller));
        assertEquals(2, signIn.organisations(caller).size());
        assertEquals(
                Set.of(Role.INSPECTOR),
                signIn.actFor(caller, city.named(HUANGPU).id()).rolesIn("basket"));
        assertEquals(0, sheets.create(administrator, preview.id(), new ByteArrayOutputStream()), "told once");
    }

    @Test
    void everyRowSaysWhatIsWrongAndNothingOfItsAccountIsMade() throws IOException {
        Preview preview = sheets.read(
                administrator,
                Sheets.book(
                        List.of("a", "", "没有这个单位", "No!", "没有这个角色"),
                        List.of("wang.wu", "王五", PUDONG, "", "区局经办"),
                        List.of("wang.wu", "王六", PUDONG, "", "区局审核"),
                        List.of("both", "赵七", PUDONG, "", "平台管理员"),
                        List.of("both", "赵七", PUDONG, "", "区局经办"),
                        List.of("demo-auditor", "重名", PUDONG, "", "审计")));

        assertEquals(0, preview.accounts());
        assertEquals(
                List.of(
                        "CORE-ACCOUNT-PLACE CORE-INPUT CORE-ACCOUNT-ROLE",
                        "CORE-ACCOUNT-ROWS",
                        "CORE-ACCOUNT-NAMES",
                        "CORE-ACCOUNT-ADMIN",
                        "CORE-ACCOUNT-ADMIN",
                        "CORE-ACCOUNT-EXISTS"),
                preview.lines().stream().map(AccountSheetsTest::codes).toList());
        assertEquals(
                List.of(2, 3, 4, 5, 6, 7),
                preview.lines().stream().map(Line::row).toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.errors(administrator, preview.id(), out);
        assertEquals(7, cells(out).size());
        assertTrue(cells(out).get(1).get(5).contains("没有这个角色"));
    }

    @Test
    void anAdministratorOfADistrictImportsIntoItsOwnOnly() {
        Caller pudong = city.caller(Role.PLATFORM_ADMIN, city.named(PUDONG));
        Preview preview = sheets.read(
                pudong,
                Sheets.book(List.of("own", "甲", PUDONG, "", "区局经办"), List.of("other", "乙", HUANGPU, "", "区局经办")));

        assertEquals(1, preview.accounts());
        assertEquals("CORE-ACCOUNT-PLACE", codes(preview.lines().get(1)));
        assertEquals(
                "CORE-IMP-GONE", code(() -> sheets.create(administrator, preview.id(), new ByteArrayOutputStream())));
    }

    @Test
    void aStrangeHeadAndTooManyRowsAreRefused() {
        assertEquals("CORE-IMP-HEADER", code(() -> sheets.read(administrator, Sheets.raw(List.of(List.of("x"))))));
        assertEquals("CORE-IMP-HEADER", code(() -> sheets.read(administrator, Sheets.raw(List.of()))));
        assertEquals(
                "CORE-ATT-TYPE",
                code(() -> sheets.read(administrator, new ByteArrayInputStream("no workbook".getBytes()))));
        List<List<String>> rows = new ArrayList<>();
        rows.add(SheetColumn.labels());
        for (int i = 0; i <= AccountRowsReader.MOST_ROWS; i++) {
            rows.add(List.of("u" + i, "甲", PUDONG, "", "区局经办"));
        }
        assertEquals("CORE-IMP-ROWS", code(() -> sheets.read(administrator, Sheets.raw(rows))));
    }

    private List<List<String>> cells(ByteArrayOutputStream xlsx) throws IOException {
        Path file = Files.write(folder.resolve("read.xlsx"), xlsx.toByteArray());
        List<List<String>> cells = new ArrayList<>();
        try (XlsxBook book = new XlsxBook(file, folder, ReadLimits.DEFAULT);
                SheetRows rows = book.rows(0)) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                SheetRow one = row;
                cells.add(IntStream.range(0, 6).mapToObj(one::text).toList());
            }
        }
        return cells;
    }

    private static String codes(Line line) {
        return String.join(" ", line.refusals().stream().map(v -> v.code()).toList());
    }

    private static String code(Runnable work) {
        return assertThrows(RefusedException.class, work::run)
                .violations()
                .getFirst()
                .code();
    }
}
