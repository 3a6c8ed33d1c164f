package org.shishi.core.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

class OrganisationsTest {

    private final TestDatabase db = TestDatabases.h2();
    private final TestCity city = new TestCity(db.core());
    private final OrganisationsService organisations = city.organisations;

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void secondLevelIsTheDistrictsInTheirOrderThenTheBureaus() {
        List<Organisation> second = organisations.secondLevel();

        assertEquals(20, second.size());
        assertEquals(
                List.of(District.values()),
                second.stream().limit(16).map(Organisation::district).toList());
        assertTrue(second.stream().skip(16).allMatch(body -> body.type() == OrgType.BUREAU));
    }

    @Test
    void theCityAndItsInstitutionsBelongToNoSecondLevel() {
        assertTrue(organisations.secondLevelOf(organisations.city().id()).isEmpty());
        assertTrue(organisations.secondLevelOf(city.named("示例市职工服务中心").id()).isEmpty());
        assertEquals(
                city.named("浦东新区总工会"),
                organisations.secondLevelOf(city.named("示例浦东职工服务中心").id()).orElseThrow());
        assertTrue(organisations.superiorOf(organisations.city().id()).isEmpty());
    }

    @Test
    void aNameIsFoundAsPeopleWriteIt() {
        assertEquals(District.PUDONG, city.named("浦东总工会").district());
        assertEquals(District.PUDONG, city.named("　浦东新区总工会 ").district());
        assertEquals(District.HUANGPU, city.named("黄浦总工会").district());
        assertTrue(organisations.byName("没有这个工会").isEmpty());
        assertTrue(organisations.byName(null).isEmpty());
    }

    @Test
    void searchStaysWithinTheCallersScopeAndPutsTheBestFirst() {
        Organisation pudong = city.named("浦东新区总工会");
        List<Organisation> all = organisations.search(city.caller(Role.CITY_OFFICER, organisations.city()), "浦东", 10);
        assertEquals(pudong, all.getFirst());
        assertEquals("示例浦东职工服务中心", all.getLast().name());

        List<Organisation> below = organisations.search(city.caller(Role.SECOND_LEVEL_OFFICER, pudong), "", 100);
        assertTrue(below.size() > 5);
        assertTrue(below.stream().allMatch(body -> body.within(pudong)));

        Organisation union = below.stream()
                .filter(body -> body.type() == OrgType.GRASSROOTS)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(union), organisations.search(city.caller(Role.ENTERPRISE_CONTACT, union), "示例", 100));
        assertEquals(3, organisations.search(city.administrator(), "总工会", 3).size());
    }

    @Test
    void fiftyThousandBodiesAreHeldAndSearched() {
        List<Organisation> all = new ArrayList<>();
        Organisation top = body(OrgType.CITY, "市", null);
        all.add(top);
        for (int d = 0; d < 200; d++) {
            Organisation bureau = body(OrgType.BUREAU, "局" + d, top);
            all.add(bureau);
            for (int g = 0; g < 250; g++) {
                all.add(body(OrgType.GRASSROOTS, "第" + d + "局第" + g + "单位工会", bureau));
            }
        }
        Tree tree = Tree.of(all, Past.NONE);
        LocalDate today = LocalDate.of(2026, 7, 1);

        assertEquals(200, tree.secondLevel(today).size());
        Organisation bureau = tree.byName("局7", today).orElseThrow();
        assertEquals(250, tree.children(bureau.id()).size());
        assertEquals(
                List.of("第7局第3单位工会"),
                tree.search(bureau, true, "第3单位", today, 5).stream()
                        .map(Organisation::name)
                        .toList());
    }

    @Test
    void anAmbiguousNameFindsNobody() {
        Organisation top = body(OrgType.CITY, "市", null);
        Organisation one = body(OrgType.BUREAU, "同名", top);
        Organisation two = body(OrgType.BUREAU, "同名", top);
        LocalDate today = LocalDate.of(2026, 7, 1);

        assertTrue(
                Tree.of(List.of(top, one, two), Past.NONE).byName("同名", today).isEmpty());
        assertEquals(
                one, Tree.of(List.of(top, one), Past.NONE).byName("同名", today).orElseThrow());
    }

    @Test
    void severalAtOnceLeaveTheUnknownOut() {
        UUID unknown = UUID.randomUUID();
        UUID known = organisations.city().id();

        assertEquals(Map.of(known, organisations.city()), organisations.byIds(Set.of(known, unknown)));
    }

    private static Organisation body(OrgType type, String name, Organisation parent) {
        UUID id = UUID.randomUUID();
        return new Organisation(
                id,
                type,
                name,
                List.of(),
                parent == null ? null : parent.id(),
                (parent == null ? "" : parent.path()) + id + "/",
                null,
                false,
                null,
                null);
    }
}
