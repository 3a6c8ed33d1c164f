package org.shishi.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.LocalProgrammeItem;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.api.platform.LocalProgrammes;
import org.shishi.api.platform.Units;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

/** Enterprises and others outside the tree; own-level lists. */
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitsTest {

    @Parameter
    TestDatabases.Kind kind;

    private TestDatabase db;
    private TestCity city;
    private Units units;
    private LocalProgrammes lists;
    private Caller administrator;
    private Organisation pudong;
    private Organisation union;

    @BeforeParameterizedClassInvocation
    void open() {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        units = new UnitsService(db.core(), city.organisations, city.audit, city.clock);
        lists = new LocalProgrammesService(db.core(), city.organisations, city.audit, city.clock);
        administrator = city.administrator();
        pudong = city.named("浦东新区总工会");
        union = city.organisations
                .children(city.organisations.children(pudong.id()).getFirst().id())
                .getFirst();
    }

    @AfterParameterizedClassInvocation
    void close() {
        db.close();
    }

    @Test
    void oneCodeOneEnterprise() throws Exception {
        String code = Codes.valid(7);
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "示例并发企业" + i;
                all.add(threads.submit(() -> codes(() -> units.create(administrator, enterprise(name, code)))));
            }
            for (Future<String> one : all) {
                answers.add(one.get(60, TimeUnit.SECONDS));
            }
        }
        assertEquals(1, answers.stream().filter(String::isEmpty).count());
        assertEquals(Set.of("", "CORE-UNIT-USCC"), Set.copyOf(answers));
        assertEquals(
                code,
                units.byCreditCode(" " + code.toLowerCase(java.util.Locale.ROOT))
                        .orElseThrow()
                        .uscc());
    }

    @Test
    void everythingWrongIsToldTogether() {
        Unit wrong = new Unit(null, UnitKind.ENTERPRISE, " ", Codes.broken(9), null, UUID.randomUUID(), false, null, 0);
        assertEquals("CORE-MISSING CORE-USCC-CHECK CORE-UNIT-UNION", codes(() -> units.create(administrator, wrong)));
        assertEquals("CORE-MISSING", codes(() -> units.create(administrator, enterprise("示例无码企业", null))));
        units.create(administrator, new Unit(null, UnitKind.SCHOOL, "示例学校", null, null, null, false, null, 0));
    }

    @Test
    void aDistrictHandlesItsOwn() {
        Caller district = city.caller(Role.PLATFORM_ADMIN, pudong);
        Unit own = units.create(
                district,
                new Unit(null, UnitKind.ENTERPRISE, "示例本区企业", Codes.valid(20), null, union.id(), true, null, 0));
        Unit without = units.create(
                district,
                new Unit(
                        null,
                        UnitKind.ENTERPRISE,
                        "示例本区无工会企业",
                        Codes.valid(21),
                        District.PUDONG,
                        null,
                        false,
                        null,
                        0));
        Unit strange = units.create(
                administrator,
                new Unit(
                        null, UnitKind.ENTERPRISE, "示例本区外企业", Codes.valid(22), District.HUANGPU, null, false, null, 0));

        List<UUID> seen = units.list(district, "示例本区", null, null, null, 50).stream()
                .map(Unit::id)
                .toList();
        assertEquals(Set.of(own.id(), without.id()), Set.copyOf(seen));
        assertEquals("CORE-FORBIDDEN", codes(() -> units.get(district, strange.id())));
        assertEquals("CORE-FORBIDDEN", codes(() -> units.update(district, strange)));
        assertEquals("CORE-NOT-FOUND", codes(() -> units.list(district, null, null, null, strange.id(), 5)));
        Unit away = new Unit(
                own.id(),
                own.kind(),
                own.name(),
                own.uscc(),
                District.HUANGPU,
                city.named("黄浦区总工会").id(),
                true,
                null,
                own.version());
        assertEquals("CORE-UNIT-UNION", codes(() -> units.update(district, away)));
        assertEquals(
                "CORE-FORBIDDEN",
                codes(() -> units.list(city.caller(Role.CITY_OFFICER, pudong), null, null, null, null, 5)));
        Unit changed = units.update(administrator, away);
        assertEquals("CORE-FORBIDDEN", codes(() -> units.get(district, changed.id())));
        assertEquals("CORE-STALE", codes(() -> units.update(administrator, away)));
    }

    @Test
    void pagesFollowEachOtherByName() {
        for (int i = 0; i < 5; i++) {
            units.create(administrator, enterprise("示例翻页企业" + i, Codes.valid(30 + i)));
        }
        List<String> names = new ArrayList<>();
        UUID after = null;
        List<Unit> page;
        do {
            page = units.list(administrator, "示例翻页", UnitKind.ENTERPRISE, null, after, 2);
            page.forEach(unit -> names.add(unit.name()));
            after = page.isEmpty() ? null : page.getLast().id();
        } while (!page.isEmpty());
        assertEquals(5, names.size());
        assertEquals(names.stream().sorted().toList(), names);
        assertEquals(
                1,
                units.list(administrator, Codes.valid(30), null, null, null, 9).size());
    }

    @Test
    void aSecondLevelUnionKeepsAListOfItsOwn() {
        Caller officer = city.caller(Role.SECOND_LEVEL_OFFICER, pudong);
        LocalProgrammeItem saved =
                lists.save(officer, new LocalProgrammeItem(null, pudong.id(), 2026, " 示例本级项目 ", 12_000_000L, 0));
        assertEquals("示例本级项目", saved.title());
        assertEquals(
                "CORE-LOCAL-TITLE",
                codes(() -> lists.save(officer, new LocalProgrammeItem(null, pudong.id(), 2026, "示例本级项目", null, 0))));
        assertEquals(
                "CORE-INPUT CORE-LOCAL-TITLE CORE-MONEY",
                codes(() -> lists.save(officer, new LocalProgrammeItem(null, pudong.id(), 1, "", -1L, 0))));
        Caller grassroots = city.caller(Role.GRASSROOTS_OFFICER, union);
        assertEquals(
                "CORE-LOCAL-UNION",
                codes(() -> lists.save(grassroots, new LocalProgrammeItem(null, union.id(), 2026, "甲", null, 0))));
        Caller above = city.caller(Role.CITY_OFFICER, city.organisations.city());
        assertEquals(List.of(saved), lists.list(above, null, 2026));
        assertEquals(List.of(), lists.list(grassroots, pudong.id(), 2026));
        Caller contact = city.caller(Role.ENTERPRISE_CONTACT, city.organisations.city());
        assertEquals(List.of(), lists.list(contact, null, 2026), "sees nothing below");
        assertEquals("CORE-FORBIDDEN", codes(() -> lists.save(above, saved)));
        assertEquals("CORE-FORBIDDEN", codes(() -> lists.remove(above, saved.id())));
        lists.save(officer, saved);
        assertEquals("CORE-STALE", codes(() -> lists.save(officer, saved)));
        lists.remove(officer, saved.id());
        assertEquals(List.of(), lists.list(above, null, 2026));
    }

    private static Unit enterprise(String name, String code) {
        return new Unit(null, UnitKind.ENTERPRISE, name, code, null, null, false, null, 0);
    }

    private static String codes(Runnable work) {
        try {
            work.run();
            return "";
        } catch (RefusedException e) {
            return String.join(" ", e.violations().stream().map(Violation::code).toList());
        }
    }
}
