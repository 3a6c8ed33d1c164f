package org.shishi.core.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
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
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganisationAdminTest {

    @Parameter
    TestDatabases.Kind kind;

    private TestDatabase db;
    private TestCity city;
    private OrganisationAdminService admin;
    private OrganisationsService organisations;
    private Caller administrator;
    private Organisation pudong;
    private Organisation huangpu;
    private int named;

    @BeforeParameterizedClassInvocation
    void open() {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        admin = city.admin;
        organisations = city.organisations;
        administrator = city.administrator();
        pudong = city.named("浦东新区总工会");
        huangpu = city.named("黄浦区总工会");
    }

    @AfterParameterizedClassInvocation
    void close() {
        db.close();
    }

    @Test
    void aNewBodyHangsUnderItsParentAndIsFoundByEveryName() {
        Organisation street =
                admin.create(administrator, draft(OrgType.SUBDISTRICT, "　测试街道总工会 ", huangpu, List.of("测试街道")));

        assertEquals("测试街道总工会", street.name());
        assertEquals(huangpu.path() + street.id() + "/", street.path());
        assertEquals(District.HUANGPU, street.district());
        assertEquals(street, organisations.byName("测试街道").orElseThrow());
        assertEquals(street, organisations.byName(" 测试街道总工会").orElseThrow());
        assertTrue(organisations.children(huangpu.id()).contains(street));
        assertEquals(huangpu, organisations.superiorOf(street.id()).orElseThrow());
        assertEquals(huangpu, organisations.secondLevelOf(street.id()).orElseThrow());
        assertEquals(List.of(organisations.city().id(), huangpu.id(), street.id()), above(street.id()));
    }

    @Test
    void aBodyStandsOnlyWhereItsKindMayStand() {
        refused("CORE-ORG-PARENT", () -> admin.create(administrator, draft(OrgType.DISTRICT, "测试区总工会", pudong)));
        refused("CORE-ORG-PARENT", () -> admin.create(administrator, draft(OrgType.CITY, "又一个市总工会", null)));
        Organisation street = street(pudong);
        refused(
                "CORE-ORG-PARENT",
                () -> move(administrator, street.id(), organisations.city().id()));
    }

    @Test
    void namesAreTakenOncePerParentAndTime() {
        Organisation street = street(pudong);

        refused("CORE-ORG-NAME", () -> admin.create(administrator, draft(OrgType.SUBDISTRICT, street.name(), pudong)));
        refused("CORE-ORG-NAME", () -> admin.create(administrator, draft(OrgType.SUBDISTRICT, "  ", pudong)));
        admin.create(administrator, draft(OrgType.SUBDISTRICT, street.name(), huangpu));

        admin.update(administrator, valid(street, null, LocalDate.of(2026, 6, 30)));
        Organisation successor = admin.create(
                administrator,
                valid(draft(OrgType.SUBDISTRICT, street.name(), pudong), LocalDate.of(2026, 7, 1), null));
        assertTrue(organisations.children(pudong.id()).contains(successor));
        assertFalse(organisations.children(pudong.id()).stream()
                .anyMatch(body -> body.id().equals(street.id())));
        assertTrue(admin.children(administrator, pudong.id()).stream()
                .anyMatch(body -> body.id().equals(street.id())));
    }

    @Test
    void aDistrictFederationHasADistrictOfItsOwn() {
        Organisation twice = draft(OrgType.DISTRICT, "又一个黄浦区总工会", organisations.city());

        refused("CORE-ORG-DISTRICT", () -> admin.create(administrator, twice));
        refused("CORE-ORG-DISTRICT", () -> admin.create(administrator, district(twice, District.HUANGPU)));
        refused(
                "CORE-ORG-VALIDITY",
                () -> admin.update(administrator, valid(huangpu, LocalDate.of(2026, 7, 2), LocalDate.of(2026, 7, 1))));
        refused(
                "CORE-ORG-VALIDITY",
                () -> admin.update(administrator, valid(organisations.city(), null, LocalDate.of(2026, 12, 31))));
    }

    @Test
    void movingTakesAllBelowAlongAndKeepsTheTreeOfOtherDays() {
        Organisation street = street(pudong);
        Organisation union = admin.create(administrator, draft(OrgType.GRASSROOTS, "测试单位工会", street));

        Organisation moved = move(administrator, street.id(), huangpu.id());

        assertEquals(huangpu.path() + street.id() + "/", moved.path());
        Organisation below = organisations.byId(union.id()).orElseThrow();
        assertEquals(moved.path() + union.id() + "/", below.path());
        assertEquals(List.of(organisations.city().id(), huangpu.id(), street.id(), union.id()), above(union.id()));
        assertTrue(below.within(huangpu));
        assertFalse(below.within(pudong));
        assertEquals(
                List.of(pudong.id() + " null " + today().minusDays(1), huangpu.id() + " " + today() + " null"),
                parents(street.id()));
    }

    @Test
    void movingTwiceOnADayLeavesOneLine() {
        Organisation street = street(pudong);
        LocalDate first = today();
        move(administrator, street.id(), huangpu.id());
        move(administrator, street.id(), city.named("徐汇区总工会").id());
        city.clock.pass(Duration.ofDays(30));
        move(administrator, street.id(), pudong.id());

        assertEquals(
                List.of(
                        pudong.id() + " null " + first.minusDays(1),
                        city.named("徐汇区总工会").id() + " " + first + " " + today().minusDays(1),
                        pudong.id() + " " + today() + " null"),
                parents(street.id()));
    }

    @Test
    void nobodyHangsBelowItself() {
        Organisation group = admin.create(administrator, draft(OrgType.GRASSROOTS, "测试集团工会", pudong));
        Organisation branch = admin.create(administrator, draft(OrgType.GRASSROOTS, "测试分公司工会", group));

        refused("CORE-ORG-CYCLE", () -> move(administrator, group.id(), branch.id()));
        refused("CORE-ORG-CYCLE", () -> move(administrator, group.id(), group.id()));
    }

    @Test
    void twoMovesAtOnceMakeNoCircle() throws Exception {
        Organisation one = admin.create(administrator, draft(OrgType.GRASSROOTS, "甲集团工会", pudong));
        Organisation two = admin.create(administrator, draft(OrgType.GRASSROOTS, "乙集团工会", pudong));
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(() -> answer(() -> move(administrator, one.id(), two.id())));
            Future<String> second = threads.submit(() -> answer(() -> move(administrator, two.id(), one.id())));
            answers.add(first.get(60, TimeUnit.SECONDS));
            answers.add(second.get(60, TimeUnit.SECONDS));
        }

        assertEquals(Set.of("done", "CORE-ORG-CYCLE"), Set.copyOf(answers));
    }

    @Test
    void onlyAdministratorsChangeTheTreeAndOnlyTheirPartOfIt() {
        Organisation draft = draft(OrgType.SUBDISTRICT, name(), pudong);
        refused("CORE-FORBIDDEN", () -> admin.create(city.caller(Role.CITY_OFFICER, organisations.city()), draft));

        Caller ofPudong = city.caller(Role.PLATFORM_ADMIN, pudong);
        admin.create(ofPudong, draft);
        refused("CORE-FORBIDDEN", () -> admin.create(ofPudong, draft(OrgType.SUBDISTRICT, "测试街道总工会", huangpu)));
        Organisation elsewhere = children(huangpu, OrgType.SUBDISTRICT).getFirst();
        refused("CORE-FORBIDDEN", () -> move(ofPudong, elsewhere.id(), pudong.id()));
        refused("CORE-FORBIDDEN", () -> admin.children(ofPudong, huangpu.id()));
    }

    @Test
    void whatIsRolledBackWasNeverInTheCopy() {
        String name = name();
        assertThrows(
                IllegalStateException.class,
                () -> city.database.transact(handle -> {
                    admin.create(administrator, draft(OrgType.SUBDISTRICT, name, pudong));
                    assertTrue(organisations.byName(name).isEmpty(), "not before the commit");
                    throw new IllegalStateException("wanted");
                }));

        assertTrue(organisations.byName(name).isEmpty());
        city.tree.refresh();
        assertTrue(organisations.byName(name).isEmpty());
    }

    @Test
    void anotherNodeSeesTheChangeAtItsNextLook() {
        String name = name();
        CurrentTree elsewhere = new CurrentTree(db.core());
        OrganisationsService there = new OrganisationsService(db.core(), elsewhere, city.clock);
        admin.create(administrator, draft(OrgType.SUBDISTRICT, name, pudong));

        elsewhere.refresh();

        assertTrue(there.byName(name).isPresent());
    }

    @Test
    void theLogSaysWhatChanged() {
        admin.update(administrator, valid(street(huangpu), null, LocalDate.of(2037, 1, 1)));

        String details = city.database.read(
                handle -> handle.createQuery("select details from core.audit_entry where action = 'organisation.update'"
                                + " order by number desc limit 1")
                        .mapTo(String.class)
                        .one());
        assertEquals("{\"validTo\":\"null -> 2037-01-01\"}", details);
    }

    private Organisation street(Organisation parent) {
        return admin.create(administrator, draft(OrgType.SUBDISTRICT, name(), parent));
    }

    /** Another one each time: the tests share a database. */
    private String name() {
        return "测试第" + ++named + "街道总工会";
    }

    private Organisation move(Caller caller, UUID id, UUID parent) {
        OrgChange change = new OrgChange.Move(id, parent);
        return admin.apply(caller, change, admin.plan(caller, change).token());
    }

    private LocalDate today() {
        return LocalDate.now(city.clock);
    }

    private List<Organisation> children(Organisation parent, OrgType type) {
        return organisations.children(parent.id()).stream()
                .filter(body -> body.type() == type)
                .toList();
    }

    /** From the table of scope, top first. */
    private List<UUID> above(UUID id) {
        return city.database.read(handle -> handle.createQuery("select o.id from core.organisation_within w"
                        + " join core.organisation o on o.id = w.ancestor_id"
                        + " where w.organisation_id = :id order by length(o.path)")
                .bind("id", id)
                .mapTo(UUID.class)
                .list());
    }

    private List<String> parents(UUID id) {
        return city.database.read(
                handle -> handle.createQuery("select parent_id, valid_from, valid_to from core.organisation_parent"
                                + " where organisation_id = :id order by coalesce(valid_from, date '1900-01-01')")
                        .bind("id", id)
                        .map((row, context) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .list());
    }

    private static String answer(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (RefusedException e) {
            return e.violations().getFirst().code();
        }
    }

    private static void refused(String code, Runnable work) {
        RefusedException refusal = assertThrows(RefusedException.class, work::run);
        assertEquals(code, refusal.violations().getFirst().code());
    }

    private static Organisation draft(OrgType type, String name, Organisation parent) {
        return draft(type, name, parent, List.of());
    }

    private static Organisation draft(OrgType type, String name, Organisation parent, List<String> aliases) {
        return new Organisation(
                null, type, name, aliases, parent == null ? null : parent.id(), null, null, false, null, null);
    }

    private static Organisation valid(Organisation body, LocalDate from, LocalDate to) {
        return new Organisation(
                body.id(),
                body.type(),
                body.name(),
                body.aliases(),
                body.parentId(),
                body.path(),
                body.district(),
                body.suburban(),
                from,
                to);
    }

    private static Organisation district(Organisation body, District district) {
        return new Organisation(
                body.id(),
                body.type(),
                body.name(),
                body.aliases(),
                body.parentId(),
                body.path(),
                district,
                body.suburban(),
                body.validFrom(),
                body.validTo());
    }
}
