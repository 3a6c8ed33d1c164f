package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.TransitionRequest;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Visit;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.Workshops;
import org.shishi.core.rule.Verdict;

/** R-C.13: nobody learns of records outside their scope by any way. */
@ParameterizedClass
@EnumSource
class ScopeTest {

    private static final RecordQuery ALL = RecordQuery.first(100);

    private final World world;
    private Workshop ofEast;
    private Workshop ofFactory;
    private Workshop ofShop;
    private Workshop ofMill;

    ScopeTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
    }

    @BeforeEach
    void oneForEach() {
        ofEast = world.created(world.eastOfficer(), "east");
        ofFactory = world.created(world.officer(), "factory");
        ofShop = world.created(world.person("shopOfficer", world.shop, Role.GRASSROOTS_OFFICER), "shop");
        ofMill = world.created(world.person("millOfficer", world.mill, Role.GRASSROOTS_OFFICER), "mill");
        for (Workshop one : List.of(ofEast, ofFactory, ofShop, ofMill)) {
            Visit visit = Workshops.VISITS.blank();
            visit.setWorkshop(one.id());
            visit.setReport("visit to " + one.getName());
            world.visits.create(world.person("inspector", world.tree.city, Role.INSPECTOR), visit);
        }
    }

    private Set<String> seen(Caller caller) {
        Set<String> byList = world.workshops.list(caller, ALL).items().stream()
                .map(Workshop::getName)
                .collect(Collectors.toSet());
        assertEquals(byList.size(), world.workshops.count(caller, ALL, 1_000));
        List<String> byScan = new ArrayList<>();
        world.engine
                .bulk(world.programme, Workshops.TYPE)
                .scan(caller, ALL, chunk -> chunk.forEach(w -> byScan.add(w.getName())));
        assertEquals(byList, Set.copyOf(byScan));
        Set<String> visits = world.visits.list(caller, ALL).items().stream()
                .map(visit -> visit.getReport().substring("visit to ".length()))
                .collect(Collectors.toSet());
        assertEquals(byList, visits, "parts are seen with their whole");
        for (Workshop one : List.of(ofEast, ofFactory, ofShop, ofMill)) {
            boolean visible = byList.contains(one.getName());
            String expected = visible ? "" : "CORE-FORBIDDEN";
            assertEquals(expected, World.refusal(() -> world.workshops.get(caller, one.id())));
            assertEquals(expected, World.refusal(() -> world.workshops.history(caller, one.id())));
            assertEquals(expected, World.refusal(() -> world.workshops.remarks(caller, one.id())));
            assertEquals(expected, World.refusal(() -> world.workshops.changedSinceReturn(caller, one.id())));
            assertEquals(expected, World.refusal(() -> world.workshops.attachments(caller, one.id())));
            assertEquals(expected, World.refusal(() -> world.visits.partsOf(caller, one.id())));
        }
        return byList;
    }

    private Caller auditorOf(Organisation organisation) {
        return world.person("auditor of " + organisation.name(), organisation, Role.AUDITOR);
    }

    @Test
    void eachSeesItsOwnAndWhatLiesBelow() {
        assertEquals(Set.of("east", "factory", "shop", "mill"), seen(auditorOf(world.tree.city)));
        assertEquals(Set.of("east", "factory", "shop"), seen(auditorOf(world.tree.east)));
        assertEquals(Set.of("factory", "shop"), seen(auditorOf(world.tree.factory)));
        assertEquals(Set.of("shop"), seen(auditorOf(world.shop)));
        assertEquals(Set.of("mill"), seen(auditorOf(world.tree.west)));
        assertEquals(Set.of("mill"), seen(auditorOf(world.mill)));
    }

    @Test
    void anEnterpriseContactSeesExactlyItsOwn() {
        assertEquals(Set.of("factory"), seen(world.person("contact", world.tree.factory, Role.ENTERPRISE_CONTACT)));
        assertEquals(Set.of("east"), seen(world.person("contact east", world.tree.east, Role.ENTERPRISE_CONTACT)));
    }

    @Test
    void whoHoldsNoRightToSeeLearnsNothing() {
        for (Role role : List.of(Role.PLATFORM_ADMIN)) {
            Caller nobody = world.person("nobody", world.tree.city, role);
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.workshops.list(nobody, ALL)));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.workshops.count(nobody, ALL, 10)));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.workshops.get(nobody, ofEast.id())));
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.visits.partsOf(nobody, ofEast.id())));
        }
        Caller elsewhere = new Caller(
                UUID.randomUUID(),
                "elsewhere",
                world.tree.city,
                Map.of("other-programme", Set.of(Role.CITY_OFFICER)),
                Locale.ENGLISH,
                null);
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.workshops.list(elsewhere, ALL)));
        assertTrue(world.audit.stream()
                .anyMatch(line -> line.who().equals("elsewhere")
                        && line.action().equals("record.refused")
                        && line.object().equals("workshop/2026/workshops")));
    }

    @Test
    void aFilterNeverWidensTheScope() {
        RecordQuery owned = new RecordQuery(
                Map.of("owner", List.of(world.tree.city.id().toString())), null, null, false, null, false, 100);
        assertEquals(1, world.workshops.list(world.westOfficer(), owned).items().size());
        RecordQuery parts = new RecordQuery(
                Map.of("workshop", List.of(ofMill.id().toString())), null, null, false, null, false, 100);
        assertEquals(1, world.visits.list(world.westOfficer(), parts).items().size());
        assertEquals(0, world.visits.list(world.eastOfficer(), parts).items().size());
        RecordQuery search = new RecordQuery(Map.of(), "visit", null, false, null, false, 100);
        assertEquals(1, world.visits.list(world.westOfficer(), search).items().size());
    }

    /** Lists name what is little and walk through what is much: both sides of where one turns into the other. */
    @Test
    void littleOrMuchItIsTheSameRule() {
        // Two are there already: the factory's own and the shop's.
        more(Owned.FEW - 2);
        everything(world.tree.factory, Owned.FEW);
        more(1);
        everything(world.tree.factory, Owned.FEW + 1);
        everything(world.tree.east, Owned.FEW + 2);
        everything(world.shop, 1);
        everything(world.tree.west, 1);
        RecordQuery ofShop = new RecordQuery(
                Map.of("owner", List.of(world.shop.id().toString())), null, null, false, null, false, 100);
        assertEquals(
                1,
                world.workshops.list(auditorOf(world.tree.city), ofShop).items().size());
        assertEquals(
                0,
                world.workshops.list(auditorOf(world.tree.west), ofShop).items().size());
        RecordQuery ofFactory = new RecordQuery(
                Map.of("owner", List.of(world.tree.factory.id().toString())), null, null, false, null, false, 100);
        assertEquals(Owned.FEW + 1, world.workshops.count(auditorOf(world.tree.city), ofFactory, 5_000));
        assertEquals(0, world.workshops.count(auditorOf(world.tree.west), ofFactory, 5_000));
    }

    private void more(int count) {
        List<Workshop> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(world.draft("more " + count + "/" + i));
        }
        world.engine
                .bulk(world.programme, Workshops.TYPE)
                .open(world.officer(), "more.xlsx")
                .insert(drafts)
                .forEach(verdict -> assertEquals(Verdict.of(List.of()), verdict));
    }

    /** By count, by pages and by scan. */
    private void everything(Organisation scope, int expected) {
        Caller auditor = auditorOf(scope);
        assertEquals(expected, world.workshops.count(auditor, ALL, 5_000), scope.name());
        assertEquals(expected, world.workshops.count(auditor, ALL, 50_000), scope.name());
        Set<UUID> paged = new java.util.HashSet<>();
        String next = null;
        do {
            var page = world.workshops.list(
                    auditor,
                    next == null
                            ? RecordQuery.first(500)
                            : RecordQuery.first(500).page(next, false));
            page.items().forEach(item -> paged.add(item.id()));
            next = page.next();
        } while (next != null);
        assertEquals(expected, paged.size(), scope.name());
        List<UUID> scanned = new ArrayList<>();
        world.engine
                .bulk(world.programme, Workshops.TYPE)
                .scan(auditor, ALL, chunk -> chunk.forEach(w -> scanned.add(w.id())));
        assertEquals(paged, Set.copyOf(scanned));
        assertEquals(paged.size(), scanned.size());
    }

    @Test
    void aCursorCarriesNoScope() {
        RecordQuery one = RecordQuery.first(1);
        String ofCity = world.workshops.list(auditorOf(world.tree.city), one).next();

        List<Workshop> next = world.workshops
                .list(auditorOf(world.tree.east), one.page(ofCity, false))
                .items();
        assertEquals("shop", next.getFirst().getName());
    }

    @Test
    void nobodyActsOutsideTheirScope() {
        assertEquals(
                "CORE-FORBIDDEN",
                World.refusal(() -> world.workshops.transition(
                        world.eastOfficer(), ofMill.id(), -1, TransitionRequest.of("submit"))));
        ofMill.setPlaces(1);
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.workshops.update(world.eastOfficer(), ofMill)));
        assertEquals("CORE-FORBIDDEN", World.codes(world.workshops.validate(world.westOfficer(), wrongOwner())));
        assertEquals(List.of(), world.workshops.available(world.eastOfficer(), ofMill));
        Visit visit = Workshops.VISITS.blank();
        visit.setWorkshop(ofMill.id());
        visit.setReport("r");
        assertEquals("CORE-FORBIDDEN", World.refusal(() -> world.visits.create(world.eastOfficer(), visit)));
        visit.setWorkshop(UUID.randomUUID());
        assertEquals("CORE-NOT-FOUND(workshop)", World.refusal(() -> world.visits.create(world.eastOfficer(), visit)));
        assertEquals(
                "CORE-NOT-FOUND", World.refusal(() -> world.workshops.get(world.eastOfficer(), UUID.randomUUID())));
        assertEquals("CORE-NOT-FOUND", World.refusal(() -> world.workshops.get(world.eastOfficer(), null)));
    }

    private Workshop wrongOwner() {
        Workshop draft = world.draft("wrong");
        draft.head().ownerOrg(world.tree.east.id());
        return draft;
    }

    @Test
    void skippedRecordsOfABatchDoNotTellTheirNames() {
        var result = world.workshops.transitionAll(
                world.eastOfficer(), List.of(ofEast.id(), ofMill.id(), ofEast.id()), TransitionRequest.of("submit"));

        assertEquals(List.of(ofEast.id()), result.done());
        assertEquals(1, result.skipped().size());
        assertEquals(ofMill.id().toString(), result.skipped().getFirst().title());
        assertEquals("CORE-FORBIDDEN", World.codes(result.skipped().getFirst().reasons()));
    }
}
