package org.shishi.core.identity.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.form.Forms.Mode;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.ListSheets.Kind;
import org.shishi.api.platform.Tasks;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.identity.Identities;
import org.shishi.core.identity.SignInService;
import org.shishi.core.list.Books;
import org.shishi.core.list.ListsAtWork;
import org.shishi.core.people.PersonBook;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.sample.Await;
import org.shishi.core.setup.TestCity;
import org.shishi.core.task.TaskEngine;

/** Accounts from Excel, their one-time passwords, and back. */
@ParameterizedClass
@EnumSource
class AccountSheetTest {

    private static final String PUDONG = "浦东新区总工会";
    private static final String HUANGPU = "黄浦区总工会";
    private static final List<String> PASSWORDS = List.of("用户名", "姓名", "一次性密码");
    private static final List<String> LABELS =
            SheetColumn.all().stream().map(ListSheets.Column::label).toList();

    @TempDir
    Path home;

    private final TestDatabase db;
    private final TestCity city;
    private final Caller administrator;
    private TaskEngine tasks;
    private ListSheets sheets;

    AccountSheetTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        administrator = city.administrator();
    }

    @BeforeEach
    void open() {
        tasks = ListsAtWork.tasks(db, city, home);
        sheets =
                ListsAtWork.sheets(db, city, new PersonBook(db.core(), city.keys, city.clock), tasks, city.audit, home);
    }

    @AfterEach
    void close() throws InterruptedException {
        tasks.stop();
        db.close();
    }

    @Test
    void goodAccountsAreMadeWithAllTheirRolesAndSignInWithTheirPasswords() {
        UUID check = checked(
                administrator,
                List.of("Zhang.San", "张三", PUDONG, "", "区局经办"),
                List.of("zhang.san", "张三", HUANGPU, "basket", "INSPECTOR"),
                List.of("li.si", "李四", PUDONG, "", "区局审核"));
        assertEquals("", refusals(administrator, check));
        assertEquals(
                Map.of(3, "CORE-ACCOUNT-PROGRAMME"),
                tasks.warnedRows(administrator, check, -1, 9).stream()
                        .collect(Collectors.toMap(
                                Tasks.Row::row, row -> row.warnings().getFirst().code())),
                "there is no such programme yet, and only its row says so");
        assertFalse(sheets.hasResults(administrator, check), "nothing is made yet");

        UUID saved = saved(administrator, check, Mode.ALL_OR_NOTHING);

        List<List<String>> told = told(administrator, saved);
        assertEquals(
                List.of("zhang.san", "li.si"), told.stream().map(List::getFirst).toList());
        SignInService signIn = Identities.signIn(city);
        Caller caller = signIn.signIn("zhang.san", told.getFirst().get(2), null);
        assertTrue(signIn.mustChangePassword(caller));
        assertEquals(2, signIn.organisations(caller).size());
        assertEquals(
                Set.of(Role.INSPECTOR),
                signIn.actFor(caller, city.named(HUANGPU).id()).rolesIn("basket"));
        assertEquals(told, told(administrator, saved), "a download that broke off is begun again");
        assertEquals(2, lines("list.results"));
        assertEquals(2, lines("account.create"));
        assertEquals(
                "CORE-ACCOUNT-EXISTS CORE-ACCOUNT-EXISTS CORE-ACCOUNT-EXISTS",
                refusals(administrator, saved(administrator, check, Mode.VALID_ONLY)),
                "the same file once more");
    }

    @Test
    void everyRowSaysWhatIsWrongAndNothingOfItsAccountIsMade() {
        UUID check = checked(
                administrator,
                List.of("a", "", "没有这个单位", "No!", "没有这个角色"),
                List.of("wang.wu", "王五", PUDONG, "", "区局经办"),
                List.of("wang.wu", "王六", PUDONG, "", "区局审核"),
                List.of("both", "赵七", PUDONG, "", "平台管理员"),
                List.of("both", "赵七", PUDONG, "", "区局经办"),
                List.of("demo-auditor", "重名", PUDONG, "", "审计"),
                List.of("sun.ba", "孙八", PUDONG, "", "区局经办"));
        String wrong = "CORE-ACCOUNT-PLACE+CORE-INPUT+CORE-ACCOUNT-ROLE CORE-ACCOUNT-ROWS CORE-ACCOUNT-NAMES"
                + " CORE-ACCOUNT-ADMIN CORE-ACCOUNT-ADMIN CORE-ACCOUNT-EXISTS";
        assertEquals(wrong, refusals(administrator, check));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.writeErrors(administrator, check, out);
        List<String> labels = new ArrayList<>(LABELS);
        labels.add("未通过原因");
        List<List<String>> rows = Books.cells(home, out, labels);
        assertEquals(6, rows.size());
        assertTrue(rows.getFirst().getLast().contains("没有这个角色"), () -> rows.toString());

        assertFalse(sheets.hasResults(administrator, saved(administrator, check, Mode.ALL_OR_NOTHING)));
        UUID some = saved(administrator, check, Mode.VALID_ONLY);
        assertEquals(
                List.of("sun.ba"),
                told(administrator, some).stream().map(List::getFirst).toList());
    }

    @Test
    void anAdministratorOfADistrictImportsAndExportsItsOwnOnly() {
        Caller pudong = city.caller(Role.PLATFORM_ADMIN, city.named(PUDONG));
        UUID check =
                checked(pudong, List.of("own", "甲", PUDONG, "", "区局经办"), List.of("other", "乙", HUANGPU, "", "区局经办"));
        assertEquals("CORE-ACCOUNT-PLACE", refusals(pudong, check));
        UUID saved = saved(pudong, check, Mode.VALID_ONLY);
        assertEquals("CORE-NOT-FOUND", code(() -> told(administrator, saved)), "passwords are for who began it");
        UUID both = saved(
                administrator,
                checked(
                        administrator,
                        List.of("both", "丙", PUDONG, "", "区局经办"),
                        List.of("both", "丙", HUANGPU, "", "区局经办")),
                Mode.ALL_OR_NOTHING);
        assertTrue(sheets.hasResults(administrator, both));

        assertEquals(
                List.of(List.of("both", "丙", PUDONG, "", "区局经办"), List.of("own", "甲", PUDONG, "", "区局经办")),
                exported(pudong).stream()
                        .filter(row -> !row.getFirst().startsWith("demo-"))
                        .toList(),
                "of roles elsewhere nothing is said");
        assertTrue(exported(administrator).contains(List.of("both", "丙", HUANGPU, "", "区局经办")));
        Caller officer = city.caller(Role.SECOND_LEVEL_OFFICER, city.named(PUDONG));
        assertEquals("CORE-FORBIDDEN", code(() -> exported(officer)));
        assertEquals("CORE-FORBIDDEN", code(() -> sheets.start(officer, Kind.ACCOUNTS, "a.xlsx", book(List.of()))));
        assertEquals(
                "CORE-FORBIDDEN", code(() -> sheets.template(officer, Kind.ACCOUNTS, new ByteArrayOutputStream())));
    }

    private static ByteArrayInputStream book(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(LABELS);
        all.addAll(rows);
        return Books.of(all);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private UUID checked(Caller caller, List<String>... rows) {
        UUID task = sheets.start(caller, Kind.ACCOUNTS, "accounts.xlsx", book(List.of(rows)));
        ended(caller, task);
        return task;
    }

    private UUID saved(Caller caller, UUID check, Mode mode) {
        UUID task = sheets.commit(caller, check, mode);
        ended(caller, task);
        return task;
    }

    private void ended(Caller caller, UUID task) {
        Await.until(
                "the end of the task",
                () -> tasks.get(caller, task).orElseThrow().state() != Tasks.State.RUNNING);
        assertEquals(Tasks.State.DONE, tasks.get(caller, task).orElseThrow().state());
    }

    private String refusals(Caller caller, UUID task) {
        return tasks.rejectedRows(caller, task, -1, 100).stream()
                .map(row -> row.refusals().stream().map(v -> v.code()).collect(Collectors.joining("+")))
                .collect(Collectors.joining(" "));
    }

    private List<List<String>> told(Caller caller, UUID task) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.writeResults(caller, task, out);
        return Books.cells(home, out, PASSWORDS);
    }

    private List<List<String>> exported(Caller caller) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.export(caller, Kind.ACCOUNTS, out);
        return Books.cells(home, out, LABELS);
    }

    private int lines(String action) {
        return db.core()
                .read(handle -> handle.createQuery("select count(*) from core.audit_entry where action = :action")
                        .bind("action", action)
                        .mapTo(Integer.class)
                        .one());
    }

    private static String code(Runnable work) {
        return assertThrows(RefusedException.class, work::run)
                .violations()
                .getFirst()
                .code();
    }
}
