package org.shishi.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.AuditLog.Entry;
import org.shishi.api.platform.AuditLog.Told;
import org.shishi.api.platform.AuditLog.Wanted;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.list.Books;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {

    @Parameter
    TestDatabases.Kind kind;

    private TestDatabase db;
    private TestCity city;
    private AuditLogService log;
    private Caller auditor;

    @BeforeParameterizedClassInvocation
    void open() {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        log = city.log();
        auditor = city.caller(Role.AUDITOR, city.organisations.city());
    }

    @AfterParameterizedClassInvocation
    void close() {
        db.close();
    }

    @Test
    void saysWhoDidWhatWhereAndWhy() {
        write("record.transition", "basket/2026/households/1", "资料\n不全");

        Entry entry = all().getFirst();
        assertEquals("测试·AUDITOR", entry.user());
        assertEquals("上海市总工会", entry.organisation());
        assertEquals("record.transition", entry.action());
        assertEquals("basket/2026/households/1", entry.object());
        assertEquals("资料 不全", entry.reason(), "on one line");
        assertEquals("192.0.2.7", entry.address());
        assertEquals(Map.of("k", "v"), entry.details());
        assertEquals(city.clock.instant(), entry.at());
    }

    @Test
    void aFreshLogIsWhole() {
        write("a", "1", null);

        assertEquals(List.of(), log.verify(auditor));
    }

    @Test
    void goesWithTheTransactionItRecords() {
        int before = all().size();
        assertThrows(
                IllegalStateException.class,
                () -> city.database.transact(handle -> {
                    write("a", "1", null);
                    throw new IllegalStateException("wanted");
                }));

        assertEquals(before, all().size());
        write("b", "2", null);
        assertEquals(List.of(), log.verify(auditor));
    }

    @Test
    void manyWritersOnSeveralNodesNeitherWaitNorBreakTheChain() throws Exception {
        AuditService[] nodes = {
            new AuditService(db.core(), city.keys, city.clock), new AuditService(db.core(), city.keys, city.clock)
        };
        int before = all().size();
        int writers = 12;
        CountDownLatch inside = new CountDownLatch(writers);
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                running.add(threads.submit(() -> {
                    for (int i = 0; i < 10; i++) {
                        int round = i;
                        city.database.transact(handle -> {
                            AuditService node = nodes[writer % 2];
                            node.write(auditor, "w" + writer, "first " + round, null, Map.of());
                            if (round == 0) {
                                // All of them hold their line uncommitted at the same moment: nobody waits.
                                inside.countDown();
                                await(inside);
                            }
                            node.write(auditor, "w" + writer, "second " + round, null, Map.of());
                            return null;
                        });
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        }

        assertEquals(before + writers * 20, all().size());
        assertEquals(List.of(), log.verify(auditor));
    }

    @Test
    void isReadByDayWordAndPage() {
        city.clock.pass(Duration.ofDays(1));
        LocalDate first = LocalDate.now(city.clock);
        threeDays();

        assertEquals(
                List.of("day 3", "day 2"),
                objects(log.list(auditor, first.plusDays(1), null, null, null, "DAY", 0, 10)));
        assertEquals(List.of("day 1"), objects(log.list(auditor, first, first, "测试", "step", null, 0, 10)));
        Entry newest = all().getFirst();
        assertEquals(List.of("day 2"), objects(log.list(auditor, null, null, null, "step", null, newest.number(), 1)));
        assertEquals(List.of(), log.list(auditor, null, null, null, null, "day %", 0, 10), "a sign is just a sign");
    }

    @Test
    void isForThoseWithTheRightAndTheirPartOfTheCity() {
        Organisation pudong = city.named("浦东新区总工会");
        Organisation union = city.organisations.search(city.administrator(), "示例", 100).stream()
                .filter(body -> body.within(pudong))
                .findFirst()
                .orElseThrow();
        city.audit.write(city.caller(Role.GRASSROOTS_OFFICER, union), "step", "in pudong", null, Map.of());
        city.audit.write(
                city.caller(Role.SECOND_LEVEL_OFFICER, city.named("黄浦区总工会")), "step", "in huangpu", null, Map.of());

        assertEquals(
                List.of("in pudong"),
                objects(log.list(city.caller(Role.AUDITOR, pudong), null, null, null, null, null, 0, 10)));
        RefusedException refused = assertThrows(
                RefusedException.class, () -> log.verify(city.caller(Role.CITY_OFFICER, city.organisations.city())));
        assertEquals("CORE-FORBIDDEN", refused.getMessage());
    }

    @Test
    void isLookedThroughByOrganisationAndAction() {
        Organisation jingan = city.named("静安区总工会");
        Organisation below = city.organisations.children(jingan.id()).getFirst();
        city.audit.write(city.caller(Role.SECOND_LEVEL_OFFICER, jingan), "look", "own", null, Map.of());
        city.audit.write(city.caller(Role.GRASSROOTS_OFFICER, below), "look.over", "below", null, Map.of());
        write("looked", "city", null);

        assertEquals(List.of("below", "own"), objects(list(null, jingan, true)));
        assertEquals(List.of("own"), objects(list(null, jingan, false)));
        assertEquals(List.of("own"), objects(list("look", null, true)), "not what only begins so");
        assertEquals(List.of("below"), objects(list("look.", null, true)));
        assertEquals(
                List.of(),
                objects(log.list(
                        city.caller(Role.AUDITOR, below), new Wanted(null, null, null, null, "own", null, true), 0, 9)),
                "the reader's scope holds besides");
        List<String> actions = log.actions(auditor);
        assertTrue(actions.containsAll(List.of("look", "look.over", "looked")), actions::toString);
        assertEquals(actions.stream().sorted().distinct().toList(), actions);
    }

    @Test
    void isToldInWordsWithTheNamesOfNowForWhoMaySeeThem() {
        Organisation pudong = city.named("浦东新区总工会");
        UUID officer = city.demo("demo-second-level-officer").accountId();
        city.audit.write(auditor, "account.update", "account/" + officer, null, Map.of("granted", "*:AUDITOR@浦东新区总工会"));
        city.audit.write(auditor, "organisation.move", "organisation/" + pudong.id(), null, Map.of("bodies", "3"));
        city.audit.write(auditor, "own", "something else", null, Map.of("why", "password"));

        List<Entry> lines = log.list(auditor, null, null, null, null, null, 0, 3);
        List<Told> told = log.tell(auditor, lines);
        assertEquals(
                List.of("something else", "组织 浦东新区总工会", "账号 演示·区局经办（demo-second-level-officer）"),
                told.stream().map(each -> each.object().zh()).toList());
        assertEquals(
                List.of("own", "Organisation moved", "Account changed"),
                told.stream().map(each -> each.action().en()).toList());
        assertEquals(
                List.of("原因：密码不对", "涉及组织：3", "授予：浦东新区总工会 审计（全部项目）"),
                told.stream().map(each -> each.details().zh()).toList());
        assertEquals("审计", told.getFirst().roles().zh());
        List<Told> elsewhere = log.tell(city.caller(Role.AUDITOR, city.named("黄浦区总工会")), lines);
        assertEquals(
                List.of(false, false, false),
                elsewhere.stream().map(Told::named).toList());
        assertEquals(
                "账号 …" + officer.toString().substring(28),
                elsewhere.getLast().object().zh());
    }

    @Test
    void isTakenAwayInWordsAndInCodes(@TempDir Path folder) {
        UUID account = city.demo("demo-second-level-officer").accountId();
        city.audit.write(auditor, "account.unlock", "account/" + account, "=1+1", Map.of("from", "x"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        log.export(auditor, new Wanted(null, null, null, "account.unlock", null, null, true), out);

        List<String> head = List.of("时间", "用户", "角色", "单位", "操作", "对象", "理由", "内容", "来源地址", "操作代码", "对象代码", "内容代码");
        List<String> row = Books.cells(folder, out, head).getFirst();
        assertEquals(List.of("审计", "上海市总工会", "解除锁定"), row.subList(2, 5));
        assertTrue(row.get(5).startsWith("账号 演示·区局经办"), row.get(5));
        assertEquals("=1+1", row.get(6), "as text");
        assertEquals(List.of("由:x", "192.0.2.7"), row.subList(7, 9));
        assertEquals(List.of("account.unlock", "account/" + account, "from = x"), row.subList(9, 12));
    }

    @Test
    void whoHangsUpOnTheWayStandsInTheLogToo() {
        write("step", "1", null);
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThrows(
                UncheckedIOException.class,
                () -> log.export(auditor, new Wanted(null, null, null, null, null, null, true), gone));

        assertEquals("audit.export", all().getFirst().action());
    }

    private List<Entry> list(String action, Organisation organisation, boolean below) {
        return log.list(
                auditor,
                new Wanted(null, null, null, action, null, organisation == null ? null : organisation.id(), below),
                0,
                10);
    }

    @Test
    void longTextIsCutAndNoSecretSignsRemain() {
        city.audit.write(
                auditor, "a", "x".repeat(500), "字".repeat(3000), Map.of("k", "\u0000\u001b[31m" + "v".repeat(900)));

        Entry entry = all().getFirst();
        assertEquals(200, entry.object().length());
        assertTrue(entry.object().endsWith("…"));
        assertEquals(2000, entry.reason().length());
        assertTrue(entry.details().get("k").startsWith("  [31mv"));
        assertEquals(List.of(), log.verify(auditor));
    }

    @Test
    void numbersOfPeopleThatSomebodyTypedAreMasked() {
        city.audit.write(
                auditor,
                "a",
                "1",
                "本人310999199001010011，电话13912345678，单号31099919900101001 1391234567",
                Map.of("text", "13912345678", "id", "0192f1a2-1390-7000-8139-139000000001"));

        Entry entry = all().getFirst();
        assertEquals("本人310***********0011，电话139****5678，单号31099919900101001 1391234567", entry.reason());
        assertEquals(Map.of("text", "139****5678", "id", "0192f1a2-1390-7000-8139-139000000001"), entry.details());
        assertEquals(List.of(), log.verify(auditor));
    }

    private void threeDays() {
        for (int day = 1; day <= 3; day++) {
            write("step", "day " + day, "reason");
            if (day < 3) {
                city.clock.pass(Duration.ofDays(1));
            }
        }
    }

    private void write(String action, String object, String reason) {
        city.audit.write(auditor, action, object, reason, Map.of("k", "v"));
    }

    private List<Entry> all() {
        return log.list(auditor, null, null, null, null, null, 0, 500);
    }

    private static List<String> objects(List<Entry> entries) {
        return entries.stream().map(Entry::object).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
