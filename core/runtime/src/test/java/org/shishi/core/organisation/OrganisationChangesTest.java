package org.shishi.core.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgPlan;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory.Event;
import org.shishi.api.organisation.OrganisationHistory.Kind;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

/** Move, merge, split, close, rename: planned, applied, remembered. */
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganisationChangesTest {

    @Parameter
    TestDatabases.Kind kind;

    private TestDatabase db;
    private TestCity city;
    private Caller administrator;
    private Organisation pudong;
    private Organisation huangpu;
    private int named;

    @BeforeParameterizedClassInvocation
    void open() {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        administrator = city.administrator();
        pudong = city.named("浦东新区总工会");
        huangpu = city.named("黄浦区总工会");
    }

    @AfterParameterizedClassInvocation
    void close() {
        db.close();
    }

    @Test
    void aPlanSaysWhatItWouldDoAndDoesNothing() {
        Organisation street = create(OrgType.SUBDISTRICT, pudong);
        create(OrgType.GRASSROOTS, street);
        create(OrgType.GRASSROOTS, street);

        OrgPlan plan = city.admin.plan(administrator, new OrgChange.Move(street.id(), huangpu.id()));

        assertEquals(3, plan.bodies());
        assertEquals(
                List.of(new OrgPlan.Step(OrgPlan.Kind.MOVE, street.id(), street.name(), huangpu.name(), 2)),
                plan.steps());
        assertEquals(street, now(street));
    }

    @Test
    void aPlanThatNoLongerHoldsIsRefused() {
        Organisation street = create(OrgType.SUBDISTRICT, pudong);
        OrgChange change = new OrgChange.Move(street.id(), huangpu.id());
        String token = city.admin.plan(administrator, change).token();
        create(OrgType.GRASSROOTS, street);

        assertEquals("CORE-ORG-STALE", codes(() -> city.admin.apply(administrator, change, token)));
        assertEquals("CORE-ORG-STALE", codes(() -> city.admin.apply(administrator, change, null)));
        create(OrgType.SUBDISTRICT, huangpu);
        String anew = city.admin.plan(administrator, change).token();
        create(OrgType.SUBDISTRICT, city.named("徐汇区总工会"));
        city.admin.apply(administrator, change, anew);
        assertTrue(now(street).within(now(huangpu)));
    }

    @Test
    void lastMonthsTreeIsThatOfLastMonth() {
        Organisation street = create(OrgType.SUBDISTRICT, pudong);
        Organisation union = create(OrgType.GRASSROOTS, street);
        LocalDate then = today();
        city.clock.pass(Duration.ofDays(40));
        apply(new OrgChange.Move(street.id(), huangpu.id()));
        apply(new OrgChange.Rename(huangpu.id(), "黄浦新名总工会", true));
        city.clock.pass(Duration.ofDays(1));
        apply(new OrgChange.Rename(huangpu.id(), huangpu.name(), false));

        assertEquals(pudong, city.organisations.secondLevelOf(union.id(), then).orElseThrow());
        Organisation atThatDay = city.organisations
                .secondLevelOf(union.id(), today().minusDays(1))
                .orElseThrow();
        assertEquals("黄浦新名总工会", atThatDay.name());
        assertEquals(
                huangpu.name(),
                city.organisations.byId(huangpu.id(), then).orElseThrow().name());
        assertEquals(
                List.of(city.organisations.city().id() + "/" + pudong.id() + "/" + street.id() + "/" + union.id()
                        + "/"),
                List.of(city.organisations.byId(union.id(), then).orElseThrow().path()));
    }

    @Test
    void merging() {
        Organisation into = create(OrgType.SUBDISTRICT, pudong);
        Organisation gone = create(OrgType.SUBDISTRICT, pudong);
        Organisation union = create(OrgType.GRASSROOTS, gone);
        LocalDate before = today();
        city.clock.pass(Duration.ofDays(10));

        apply(new OrgChange.Merge(into.id(), List.of(gone.id()), true));

        assertEquals(into.id(), now(union).parentId());
        assertEquals(today().minusDays(1), now(gone).validTo());
        assertEquals(now(into), city.organisations.byName(gone.name()).orElseThrow());
        assertTrue(now(gone).within(now(into)), "what it owns is seen by its successor");
        assertEquals(
                pudong.id(),
                city.organisations.byId(gone.id(), before).orElseThrow().parentId());
        assertTrue(city.organisations.children(into.id()).stream()
                .noneMatch(body -> body.id().equals(gone.id())));
        assertEquals(List.of(Kind.TOOK_IN), kinds(into).subList(0, 1));
        assertEquals(List.of(Kind.MERGED_INTO, Kind.CLOSED), kinds(gone).subList(0, 2));
        assertEquals("CORE-ORG-CLOSED", codes(() -> apply(new OrgChange.Merge(into.id(), List.of(gone.id()), false))));
        Organisation last = create(OrgType.SUBDISTRICT, pudong);
        apply(new OrgChange.Merge(last.id(), List.of(into.id()), true));
        assertTrue(now(gone).within(now(last)), "the old drawer goes along");
    }

    @Test
    void everythingWrongWithAMergerIsToldTogether() {
        Organisation into = create(OrgType.SUBDISTRICT, pudong);
        Organisation from = create(OrgType.SUBDISTRICT, pudong);
        Organisation union = create(OrgType.GRASSROOTS, from);
        city.admin.create(
                administrator,
                new Organisation(
                        null, OrgType.GRASSROOTS, union.name(), List.of(), into.id(), null, null, false, null, null));

        assertEquals(
                "CORE-ORG-NAME CORE-ORG-MERGE CORE-ORG-CYCLE",
                codes(() -> city.admin.plan(
                        administrator,
                        new OrgChange.Merge(into.id(), List.of(from.id(), union.id(), into.id()), false))));
        assertEquals(
                "CORE-ORG-MERGE",
                codes(() -> city.admin.plan(administrator, new OrgChange.Merge(into.id(), List.of(), false))));
    }

    @Test
    void splitting() {
        Organisation street = create(OrgType.SUBDISTRICT, pudong);
        Organisation one = create(OrgType.GRASSROOTS, street);
        Organisation two = create(OrgType.GRASSROOTS, street);
        Organisation three = create(OrgType.GRASSROOTS, street);
        String east = name();
        String west = name();

        apply(new OrgChange.Split(
                street.id(),
                List.of(
                        new OrgChange.Part(east, "E-1", List.of(one.id())),
                        new OrgChange.Part(west, null, List.of(two.id()))),
                true));

        Organisation first = city.named(east);
        assertEquals("E-1", first.code());
        assertEquals(first.id(), now(one).parentId());
        assertEquals(city.named(west).id(), now(two).parentId());
        assertEquals(first.id(), now(three).parentId(), "the first takes what nobody named");
        assertTrue(now(street).within(first));
        assertEquals(List.of(Kind.SPLIT_FROM), kinds(first).reversed().subList(0, 1));
        assertEquals(
                "CORE-ORG-NAME CORE-ORG-CODE CORE-ORG-SPLIT",
                codes(() -> apply(new OrgChange.Split(
                        first.id(), List.of(new OrgChange.Part(west, "e-1", List.of(two.id()))), false))));
    }

    @Test
    void closing() {
        Organisation street = create(OrgType.SUBDISTRICT, huangpu);
        Organisation union = create(OrgType.GRASSROOTS, street);
        LocalDate last = today().plusDays(5);

        assertEquals("CORE-ORG-BELOW", codes(() -> apply(new OrgChange.Close(street.id(), last, false))));
        apply(new OrgChange.Close(street.id(), last, true));
        assertEquals(last, now(union).validTo());
        assertTrue(city.organisations.children(huangpu.id()).contains(now(street)), "until its last day");
        city.clock.pass(Duration.ofDays(6));
        assertTrue(city.organisations.children(huangpu.id()).stream()
                .noneMatch(body -> body.id().equals(street.id())));
        assertEquals(
                "CORE-ORG-VALIDITY",
                codes(() -> apply(new OrgChange.Close(city.organisations.city().id(), today(), true))));
    }

    @Test
    void anAdministratorHandlesItsBranchOnly() {
        Caller ofPudong = city.caller(Role.PLATFORM_ADMIN, pudong);
        Organisation own = create(OrgType.SUBDISTRICT, pudong);
        Organisation strange = create(OrgType.SUBDISTRICT, huangpu);

        for (OrgChange change : List.of(
                new OrgChange.Move(own.id(), huangpu.id()),
                new OrgChange.Move(strange.id(), pudong.id()),
                new OrgChange.Merge(own.id(), List.of(strange.id()), false),
                new OrgChange.Rename(huangpu.id(), "甲", false),
                new OrgChange.Split(pudong.id(), List.of(new OrgChange.Part("乙", null, List.of())), false),
                new OrgChange.Close(strange.id(), today(), true))) {
            assertEquals("CORE-FORBIDDEN", codes(() -> city.admin.plan(ofPudong, change)), change.toString());
            assertEquals("CORE-FORBIDDEN", codes(() -> city.admin.apply(ofPudong, change, "")), change.toString());
        }
        assertEquals("CORE-FORBIDDEN", codes(() -> city.organisations.events(ofPudong, strange.id())));
        assertEquals(
                "CORE-FORBIDDEN",
                codes(() -> city.admin.plan(
                        city.caller(Role.CITY_OFFICER, city.organisations.city()),
                        new OrgChange.Rename(own.id(), "甲", false))));
        city.admin.plan(ofPudong, new OrgChange.Rename(own.id(), name(), false));
    }

    @Test
    void theBodyOfAnAdministratorIsChangedByTheLevelAbove() {
        Organisation street = create(OrgType.SUBDISTRICT, pudong);
        Organisation own = create(OrgType.GRASSROOTS, street);
        Organisation lower = create(OrgType.GRASSROOTS, own);
        Caller below = city.caller(Role.PLATFORM_ADMIN, own);
        Caller above = city.caller(Role.PLATFORM_ADMIN, street);

        for (OrgChange change : List.of(
                new OrgChange.Rename(own.id(), name(), false),
                new OrgChange.Merge(own.id(), List.of(lower.id()), false),
                new OrgChange.Close(own.id(), today(), true))) {
            assertEquals("CORE-ORG-OWN", codes(() -> city.admin.plan(below, change)), change.toString());
            String token = city.admin.plan(above, change).token();
            assertEquals("CORE-ORG-OWN", codes(() -> city.admin.apply(below, change, token)), change.toString());
        }
        assertEquals("CORE-ORG-OWN", codes(() -> city.admin.update(below, own)));
        assertEquals(
                List.of(false, true, true, false),
                List.of(
                        city.admin.changes(below, own.id()),
                        city.admin.changes(below, lower.id()),
                        city.admin.changes(above, own.id()),
                        city.admin.changes(below, street.id())));

        city.admin.plan(below, new OrgChange.Rename(lower.id(), name(), false));
        Organisation another = city.admin.create(
                below,
                new Organisation(null, OrgType.GRASSROOTS, name(), List.of(), own.id(), null, null, false, null, null));
        city.admin.plan(below, new OrgChange.Move(another.id(), lower.id()));
        city.admin.update(above, own);
        assertTrue(city.admin.changes(administrator, city.organisations.city().id()), "above the city there is nobody");
    }

    @Test
    void codesAndInitialsFindABody() {
        Organisation street = city.admin.create(
                administrator,
                new Organisation(
                        null,
                        OrgType.SUBDISTRICT,
                        "测试碧玉街道总工会",
                        List.of("碧玉街道"),
                        pudong.id(),
                        null,
                        null,
                        false,
                        null,
                        null,
                        " by-07 "));

        assertEquals("BY-07", street.code());
        for (String text : List.of("BY-07", "by-0", "csby", "csbyjdzgh", "byjd", "碧玉")) {
            assertEquals(
                    street, city.organisations.search(administrator, text, 5).getFirst(), text);
        }
        assertEquals(
                "CORE-ORG-CODE",
                codes(() -> city.admin.update(
                        administrator,
                        new Organisation(
                                pudong.id(),
                                pudong.type(),
                                pudong.name(),
                                pudong.aliases(),
                                null,
                                null,
                                pudong.district(),
                                false,
                                null,
                                null,
                                "BY-07"))));
    }

    private void apply(OrgChange change) {
        city.admin.apply(
                administrator, change, city.admin.plan(administrator, change).token());
    }

    private Organisation create(OrgType type, Organisation parent) {
        return city.admin.create(
                administrator,
                new Organisation(null, type, name(), List.of(), parent.id(), null, null, false, null, null));
    }

    private Organisation now(Organisation body) {
        return city.organisations.byId(body.id()).orElseThrow();
    }

    private List<Kind> kinds(Organisation body) {
        return city.organisations.events(administrator, body.id()).stream()
                .map(Event::kind)
                .toList();
    }

    private String name() {
        return "变更试" + ++named + "工会";
    }

    private LocalDate today() {
        return LocalDate.now(city.clock);
    }

    private static String codes(Runnable work) {
        return String.join(
                " ",
                assertThrows(RefusedException.class, work::run).violations().stream()
                        .map(Violation::code)
                        .toList());
    }
}
