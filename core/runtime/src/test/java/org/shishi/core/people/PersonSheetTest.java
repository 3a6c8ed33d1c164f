package org.shishi.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.form.Forms;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.people.People.Detail;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.ListSheets.Kind;
import org.shishi.api.platform.Tasks;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.list.Books;
import org.shishi.core.list.ListsAtWork;
import org.shishi.core.persistence.SharedFiles;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestInfo;
import org.shishi.core.record.GuestIds;
import org.shishi.core.sample.Await;
import org.shishi.core.setup.TestCity;
import org.shishi.core.task.ImportSweepJob;
import org.shishi.core.task.TaskEngine;

/** Persons from and to Excel. */
@ParameterizedClass
@EnumSource
class PersonSheetTest {

    private static final String PUDONG = "浦东新区总工会";

    @TempDir
    Path home;

    private final TestDatabase db;
    private final TestCity city;
    private final PersonBook book;
    private final Caller officer;
    private final List<String> audited = new ArrayList<>();
    private TaskEngine tasks;
    private ListSheets sheets;

    PersonSheetTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        book = new PersonBook(db.core(), city.keys, city.clock);
        officer = city.caller(Role.SECOND_LEVEL_OFFICER, city.named(PUDONG));
    }

    private ListSheets sheets() {
        tasks = ListsAtWork.tasks(db, city, home);
        sheets = ListsAtWork.sheets(
                db,
                city,
                book,
                tasks,
                (caller, action, object, reason, details) -> audited.add(action + " " + reason + " " + details),
                home);
        return sheets;
    }

    @AfterEach
    void close() throws InterruptedException {
        tasks.stop();
        db.close();
    }

    private static List<String> row(String kind, String number, String name, String mobile, String place) {
        return List.of(kind, number, name, mobile, place, "", "", "在职", "", "是");
    }

    private UUID read(Caller caller, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(labels());
        all.addAll(rows);
        UUID task = sheets.start(caller, Kind.PERSONS, "persons.xlsx", Books.of(all));
        return ended(caller, task).id();
    }

    private List<String> labels() {
        return sheets.columns(Kind.PERSONS).stream()
                .map(ListSheets.Column::label)
                .toList();
    }

    private Tasks.Task ended(Caller caller, UUID task) {
        Await.until("the task ends", () -> tasks.get(caller, task).orElseThrow().state() != Tasks.State.RUNNING);
        return tasks.get(caller, task).orElseThrow();
    }

    private static String codes(List<Violation> violations) {
        return violations.stream().map(v -> v.code() + "(" + v.field() + ")").collect(Collectors.joining(" "));
    }

    private List<String> told(Caller caller, UUID task) {
        return tasks.previewRows(caller, task, 100).stream()
                .map(row -> codes(row.refusals()) + "|" + codes(row.warnings()))
                .toList();
    }

    private String number(int person) {
        return GuestIds.of(person);
    }

    @Test
    void everyRowIsToldWhatRefusesItAndWhatIsNoteworthy() {
        sheets();
        UUID first = read(officer, List.of(row("", number(1), "示例甲", "139 0000 0001", "")));
        assertEquals(
                1,
                ended(officer, sheets.commit(officer, first, Forms.Mode.ALL_OR_NOTHING))
                        .accepted());
        Caller elsewhere = city.caller(Role.SECOND_LEVEL_OFFICER, city.named("黄浦区总工会"));
        UUID theirs = read(elsewhere, List.of(row("", number(2), "示例乙", "", "")));
        ended(elsewhere, sheets.commit(elsewhere, theirs, Forms.Mode.VALID_ONLY));

        UUID task = read(
                officer,
                List.of(
                        row("居民身份证", number(3), "示例丙", "13900000003", PUDONG),
                        row("", number(1), "示例甲", "", ""),
                        row("", number(1).substring(0, 17) + "Y", "", "12", "黄浦区总工会"),
                        row("", number(3), "示例丙", "", ""),
                        row("", number(2), "示例乙", "", ""),
                        row("护照", "E1234567", "示例丁", "", "")));
        assertEquals(
                List.of(
                        "|",
                        "|CORE-PERSON-KNOWN(number)",
                        "CORE-ORG-UNKNOWN(organisation) CORE-INPUT(name) CORE-ID-FORMAT(number) CORE-PHONE(mobile)|",
                        "CORE-PERSON-ROW(number)|",
                        "CORE-PERSON-ELSEWHERE(number)|",
                        "|"),
                told(officer, task));
        Tasks.Task checked = tasks.get(officer, task).orElseThrow();
        assertEquals("3 3 1", checked.accepted() + " " + checked.rejected() + " " + checked.warned());
        assertEquals(1, tasks.warnedRows(officer, task, -1, 10).size());
        UUID again = read(officer, List.of(row("", number(1), "示例戊", "13900000009", "")));
        assertEquals(
                List.of("|CORE-PERSON-KNOWN(number) CORE-PERSON-NAME(name) CORE-PERSON-MOBILE(mobile)"),
                told(officer, again));
        ended(officer, sheets.commit(officer, again, Forms.Mode.VALID_ONLY));
        assertTrue(
                clear(officer).contains(List.of("居民身份证", number(1), "示例甲", "13900000001", PUDONG)),
                "what was there stays");
    }

    @Test
    void nothingInClearIsKeptButTheFileWhichGoesBackWithItsFaults() {
        sheets();
        UUID task = read(
                officer,
                List.of(row("", number(4), "示例甲", "13900000004", ""), row("", "310999", "示例乙", "13900000005", "")));

        String kept = db.core().read(handle -> handle.createQuery("select cells || messages from core.task_row")
                .mapTo(String.class)
                .list()
                .toString());
        assertFalse(kept.contains(number(4)) || kept.contains("示例") || kept.contains("13900000005"), kept);
        assertTrue(kept.contains("示**") && kept.contains("139****0005"), kept);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        sheets.writeErrors(officer, task, errors);
        List<String> labels = new ArrayList<>(labels());
        labels.add("未通过原因");
        assertEquals(
                List.of("310999"),
                Books.cells(home, errors, labels).stream()
                        .map(row -> row.get(1))
                        .toList());
        Caller neighbour = city.caller(Role.CITY_OFFICER, city.organisations.city());
        assertEquals(
                "CORE-FORBIDDEN",
                refusal(() -> sheets.writeErrors(neighbour, task, new ByteArrayOutputStream())),
                "the file is for whoever brought it");
    }

    @Test
    void whatAPreviewKeptGoesAfterAMonthAndTheFileAfterADay() throws IOException {
        sheets();
        UUID task = read(officer, List.of(row("", number(6), "示例甲", "", "")));
        ImportSweepJob sweep = new ImportSweepJob(
                db.core(), city.keys, new TestInfo(true, home), new SharedFiles(db.core(), city.clock), city.clock);
        city.clock.pass(Duration.ofDays(29));
        sweep.run(null);
        assertEquals(
                "示**", tasks.previewRows(officer, task, 1).getFirst().cells().get("name"));
        assertEquals(
                "CORE-IMP-GONE",
                refusal(() -> sheets.commit(officer, task, Forms.Mode.VALID_ONLY)),
                "the file is gone, though no other came");
        city.clock.pass(Duration.ofDays(2));
        sweep.run(null);
        assertEquals(Map.of(), tasks.previewRows(officer, task, 1).getFirst().cells());
    }

    private List<List<String>> clear(Caller caller) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.exportClear(caller, Kind.PERSONS, " 年度核对 ", out);
        return Books.cells(home, out, labels()).stream()
                .map(row -> row.subList(0, 5))
                .toList();
    }

    @Test
    void goesOutMaskedAndInClearOnlyWithRightReasonAndALineInTheLog() {
        sheets();
        UUID task = read(officer, List.of(row("", number(5), "示例甲", "13900000005", "")));
        ended(officer, sheets.commit(officer, task, Forms.Mode.VALID_ONLY));
        Caller clerk = city.caller(Role.GRASSROOTS_OFFICER, city.named(PUDONG));
        audited.clear();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.export(clerk, Kind.PERSONS, out);
        List<List<String>> masked = Books.cells(home, out, labels());
        assertEquals(
                List.of("居民身份证", "310***********" + number(5).substring(14), "示**", "139****0005", PUDONG),
                masked.getFirst().subList(0, 5));
        assertEquals("CORE-FORBIDDEN", refusal(() -> clear(clerk)));
        assertEquals(
                "CORE-REASON-MISSING",
                refusal(() -> sheets.exportClear(officer, Kind.PERSONS, " ", new ByteArrayOutputStream())));
        assertEquals(List.of("list.export null {rows=1}"), audited, "what was refused took nothing away");
        assertEquals(List.of(List.of("居民身份证", number(5), "示例甲", "13900000005", PUDONG)), clear(officer));
        assertEquals("list.export.clear 年度核对 {rows=1}", audited.getLast());
        assertEquals(
                "CORE-FORBIDDEN",
                refusal(() -> sheets.exportClear(city.administrator(), Kind.UNITS, "核对", new ByteArrayOutputStream())));
        assertEquals("CORE-FORBIDDEN", refusal(() -> sheets.template(city.administrator(), Kind.PERSONS, out)));
        Caller elsewhere = city.caller(Role.SECOND_LEVEL_OFFICER, city.named("黄浦区总工会"));
        assertEquals(List.of(), clear(elsewhere));
        assertEquals("示例甲", book.clear(ids()).values().iterator().next().get(Detail.NAME));
    }

    @Test
    void thoseWhoTakePartInNothingGoOutByThemselves() {
        sheets();
        List<List<String>> rows = List.of(row("", number(6), "示例己", "", ""), row("", number(7), "示例庚", "", ""));
        ended(officer, sheets.commit(officer, read(officer, rows), Forms.Mode.VALID_ONLY));
        db.core()
                .transact(handle -> handle.execute("insert into core.participation (id, subject_kind, subject_id,"
                        + " programme_id, edition_year, type_id, record_id, kind, owner_org, state, counted, created_at,"
                        + " updated_at) select id, 'PERSON', id, 'any', 2026, 'x', id, 'x', organisation_id, 'x', false,"
                        + " created_at, created_at from core.person order by id limit 1"));
        audited.clear();

        assertEquals(1, idle(officer, 2026, null).size());
        assertEquals(2, idle(officer, 2025, null).size());
        assertTrue(idle(officer, 2026, null).getFirst().contains("示**"));
        assertTrue(idle(officer, 2026, "年度核对").getFirst().contains("示例庚"));
        assertEquals("list.export.clear 年度核对 {idleIn=2026, rows=1}", audited.getLast());
        assertEquals("CORE-REASON-MISSING", refusal(() -> idle(officer, 2026, "")));
        Caller clerk = city.caller(Role.GRASSROOTS_OFFICER, city.named(PUDONG));
        assertEquals(1, idle(clerk, 2026, null).size());
        assertEquals("CORE-FORBIDDEN", refusal(() -> idle(clerk, 2026, "年度核对")));
        Caller elsewhere = city.caller(Role.SECOND_LEVEL_OFFICER, city.named("黄浦区总工会"));
        assertEquals(List.of(), idle(elsewhere, 2026, null));
    }

    private List<List<String>> idle(Caller caller, int year, String reason) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.exportIdle(caller, year, reason, out);
        return Books.cells(home, out, labels());
    }

    private List<UUID> ids() {
        return db.core().read(handle -> handle.createQuery("select id from core.person")
                .mapTo(UUID.class)
                .list());
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
            return "";
        } catch (RefusedException e) {
            return e.violations().stream().map(Violation::code).collect(Collectors.joining(" "));
        }
    }
}
