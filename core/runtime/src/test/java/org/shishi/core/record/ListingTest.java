package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.District;
import org.shishi.api.record.RecordPage;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.TransitionRequest;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Feature;
import org.shishi.core.record.workshop.Size;
import org.shishi.core.record.workshop.Workshop;

@ParameterizedClass
@EnumSource
class ListingTest {

    private final World world;

    ListingTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
    }

    private Workshop save(String name, java.util.function.Consumer<Workshop> more) {
        Workshop draft = world.draft(name);
        more.accept(draft);
        return world.workshops.create(world.officer(), draft);
    }

    private static RecordQuery query(
            Map<String, List<String>> filters, String search, String sort, boolean descending) {
        return new RecordQuery(filters, search, sort, descending, null, false, 3);
    }

    private String names(Map<String, List<String>> filters, String search) {
        Caller caller = world.officer();
        RecordQuery query = new RecordQuery(filters, search, "name", false, null, false, 100);
        List<String> names = world.workshops.list(caller, query).items().stream()
                .map(Workshop::getName)
                .toList();
        assertEquals(names.size(), world.workshops.count(caller, query, 1_000), "the count has the same conditions");
        return String.join(" ", names);
    }

    private String filtered(String name, String... values) {
        return names(Map.of(name, List.of(values)), null);
    }

    /** Walks to the end and back; both ways must show the same pages. */
    private List<String> walk(RecordQuery query) {
        List<List<String>> forth = new ArrayList<>();
        RecordPage<Workshop> page = world.workshops.list(world.officer(), query);
        assertNull(page.previous());
        forth.add(names(page));
        while (page.next() != null) {
            page = world.workshops.list(world.officer(), query.page(page.next(), false));
            forth.add(names(page));
        }
        List<List<String>> back = new ArrayList<>();
        back.add(names(page));
        while (page.previous() != null) {
            page = world.workshops.list(world.officer(), query.page(page.previous(), true));
            back.add(names(page));
        }
        Collections.reverse(back);
        // Coming back, pages are cut from the other end; what they hold in all is the same.
        assertEquals(flat(forth), flat(back));
        assertEquals(flat(forth).reversed(), flat(back(query)).reversed());
        return flat(forth);
    }

    /** From the end, without a cursor. */
    private List<List<String>> back(RecordQuery query) {
        List<List<String>> back = new ArrayList<>();
        RecordPage<Workshop> page = world.workshops.list(world.officer(), query.page(null, true));
        assertNull(page.next());
        back.addFirst(names(page));
        while (page.previous() != null) {
            page = world.workshops.list(world.officer(), query.page(page.previous(), true));
            back.addFirst(names(page));
        }
        return back;
    }

    private static List<String> flat(List<List<String>> pages) {
        return pages.stream().flatMap(List::stream).toList();
    }

    private static List<String> names(RecordPage<Workshop> page) {
        return page.items().stream().map(Workshop::getName).toList();
    }

    @Test
    void newestFirstByDefaultInBothDirections() {
        for (int i = 0; i < 8; i++) {
            save("w" + i, w -> {});
        }

        assertEquals(List.of("w7", "w6", "w5", "w4", "w3", "w2", "w1", "w0"), walk(query(Map.of(), null, null, false)));
    }

    @Test
    void whatIsNarrowedToOneValueKeepsTheOrder() {
        for (int i = 0; i < 8; i++) {
            int n = i;
            save("w" + i, w -> w.setDistrict(n % 4 == 0 ? District.PUDONG : District.HUANGPU));
        }

        List<String> six = List.of("w7", "w6", "w5", "w3", "w2", "w1");
        assertEquals(six, walk(query(Map.of("district", List.of("310101")), null, null, false)));
        assertEquals(
                List.of("w7", "w6", "w5", "w4", "w3", "w2", "w1", "w0"),
                walk(query(Map.of("status", List.of("DRAFT")), null, null, false)));
        assertEquals(
                six,
                walk(query(
                        Map.of("district", List.of("310101"), "status", List.of("DRAFT", "DECLARED")),
                        null,
                        null,
                        false)));
    }

    @Test
    void anExactPageHasNoNext() {
        for (int i = 0; i < 3; i++) {
            save("w" + i, w -> {});
        }

        assertNull(world.workshops.list(world.officer(), RecordQuery.first(3)).next());
        assertNotEquals(
                null,
                world.workshops.list(world.officer(), RecordQuery.first(2)).next());
        assertEquals(
                List.of(),
                world.workshops.list(world.westOfficer(), RecordQuery.first(2)).items());
    }

    @Test
    void everySortedFieldPagesBothWaysWithEqualAndMissingValues() {
        for (int i = 0; i < 9; i++) {
            int n = i;
            save("w" + i, w -> {
                boolean none = n % 3 == 2;
                w.setPlaces(none ? null : 1 + n / 4);
                w.setArea(none ? null : new BigDecimal(n / 4 + ".50"));
                w.setCostFen(none ? null : 100L * (n / 4));
                w.setOpenedOn(none ? null : LocalDate.of(2026, 1, 1 + n / 4));
                w.setOpenDaily(none ? null : n > 4);
                w.setDistrict(none ? null : District.values()[n / 4]);
                w.setContact(none ? null : "张" + n / 4);
                w.setSeenAt(
                        none
                                ? null
                                : Instant.parse("2026-01-01T00:00:00.123456Z").plusSeconds(n / 4));
            });
        }
        List<String> ascending = List.of("w0", "w1", "w3", "w4", "w6", "w7", "w2", "w5", "w8");
        for (String field : List.of("places", "area", "costFen", "openedOn", "openDaily", "contact", "seenAt")) {
            assertEquals(ascending, walk(query(Map.of(), null, field, false)), field);
            assertEquals(ascending.reversed(), walk(query(Map.of(), null, field, true)), field);
        }
        assertEquals(9, walk(query(Map.of(), null, "district", false)).size());
        assertEquals("w0", walk(query(Map.of(), null, "name", false)).getFirst());
        assertEquals("CORE-INPUT(sort)", World.refusal(() -> walk(query(Map.of(), null, "mobile", false))));
        assertEquals("CORE-INPUT(sort)", World.refusal(() -> walk(query(Map.of(), null, "nonsense", false))));
    }

    @Test
    void aPageInTheMiddleStaysWhereItIsWhenRowsComeAndGo() {
        for (int i = 0; i < 6; i++) {
            save("w" + i, w -> {});
        }
        RecordPage<Workshop> first = world.workshops.list(world.officer(), RecordQuery.first(2));
        save("new", w -> {});

        assertEquals(
                List.of("w3", "w2"),
                names(world.workshops.list(world.officer(), RecordQuery.first(2).page(first.next(), false))));
    }

    @Test
    void aCursorIsOpaqueAndGoodForItsListOnly() {
        for (int i = 0; i < 4; i++) {
            save("w" + i, w -> {
                w.setContact("王秘密");
                w.setCostFen(1L);
            });
        }
        RecordQuery byName = new RecordQuery(Map.of(), null, "name", false, null, false, 2);
        String cursor = world.workshops.list(world.officer(), byName).next();
        RecordQuery byContact = new RecordQuery(Map.of(), null, "contact", false, null, false, 2);
        String secret = world.workshops.list(world.officer(), byContact).next();

        assertEquals(cursor, java.net.URLEncoder.encode(cursor, java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(
                -1,
                new String(java.util.Base64.getUrlDecoder().decode(secret), java.nio.charset.StandardCharsets.UTF_8)
                        .indexOf("王秘密"));
        String changed = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        for (String wrong : List.of(changed, "x", "!!", cursor.substring(2), cursor + "AAAA", secret)) {
            assertEquals(
                    "CORE-INPUT(after)",
                    World.refusal(() -> world.workshops.list(world.officer(), byName.page(wrong, false))),
                    wrong);
        }
    }

    @Test
    void filtersByEveryKind() {
        save("a", w -> {
            w.setDistrict(District.PUDONG);
            w.setSize(Size.LARGE);
            w.setFeatures(EnumSet.of(Feature.LIGHT, Feature.MUSIC));
            w.setPlaces(5);
            w.setArea(new BigDecimal("10.50"));
            w.setCostFen(1_000L);
            w.setOpenedOn(LocalDate.of(2026, 3, 31));
            w.setOpenDaily(true);
            w.setPartner(world.mill.id());
            w.setSeenAt(Instant.parse("2026-03-31T15:59:59Z"));
        });
        save("b", w -> {
            w.setDistrict(District.HUANGPU);
            w.setFeatures(EnumSet.of(Feature.WATER));
            w.setPlaces(6);
            w.setArea(new BigDecimal("11"));
            w.setCostFen(2_000L);
            w.setOpenedOn(LocalDate.of(2026, 4, 1));
            w.setOpenDaily(false);
            w.setPartner(world.tree.east.id());
            w.setSeenAt(Instant.parse("2026-03-31T16:00:00Z"));
        });
        Workshop c = save("c", w -> w.setPlaces(null));
        world.workshops.transition(world.officer(), c.id(), -1, TransitionRequest.of("submit"));

        assertEquals("a", filtered("district", "310115"));
        assertEquals("a b", filtered("district", "310115", "黄浦"));
        assertEquals("a", filtered("size", "LARGE"));
        assertEquals("a b c", filtered("size", "大型", "SMALL"));
        assertEquals("a", filtered("features", "MUSIC"));
        assertEquals("a b", filtered("features", "LIGHT", "WATER"));
        assertEquals("a", filtered("places", "5"));
        assertEquals("b", filtered("places", "6.."));
        assertEquals("a", filtered("places", "..5"));
        assertEquals("a b", filtered("places", "5..6"));
        assertEquals("a", filtered("area", "10.5"));
        assertEquals("b", filtered("costFen", "1001..2000"));
        assertEquals("a", filtered("openedOn", "..2026-03-31"));
        assertEquals("b", filtered("openedOn", "2026-04-01.."));
        assertEquals("a", filtered("openDaily", "true"));
        assertEquals("a", filtered("partner", world.tree.west.id().toString()), "itself and its descendants");
        assertEquals("a b", filtered("partner", world.tree.city.id().toString()));
        assertEquals("a", filtered("seenAt", "2026-03-31"), "days of Shanghai");
        assertEquals("b", filtered("seenAt", "2026-04-01..2026-04-02"));
        assertEquals("c", filtered("status", "DECLARED"));
        assertEquals("a b c", filtered("status", "DRAFT", "DECLARED"));
        assertEquals("a b c", filtered("owner", world.tree.east.id().toString()));
        assertEquals("", filtered("owner", world.tree.west.id().toString()));
        assertEquals("", filtered("importId", UUID.randomUUID().toString()));
        assertEquals("a b c", filtered("district", "", " "), "blank asks for nothing");
        assertEquals("b", names(Map.of("places", List.of("6"), "openDaily", List.of("false")), null), "all of them");
    }

    @Test
    void refusesEveryFilterThatMakesNoSenseAtOnce() {
        assertEquals("CORE-INPUT(places)", World.refusal(() -> filtered("places", "many")));
        assertEquals("CORE-INPUT(costFen)", World.refusal(() -> filtered("costFen", "12.50")));
        assertEquals("CORE-INPUT(size)", World.refusal(() -> filtered("size", "HUGE")));
        assertEquals("CORE-INPUT(status)", World.refusal(() -> filtered("status", "DRAFT", "GONE")));
        assertEquals("CORE-INPUT(owner)", World.refusal(() -> filtered("owner", "me")));
        assertEquals("CORE-INPUT(note)", World.refusal(() -> filtered("note", "x")));
        assertEquals("CORE-INPUT(or 1=1)", World.refusal(() -> filtered("or 1=1", "x")));
        assertEquals(
                2,
                World.refusal(() -> names(Map.of("places", List.of("x"), "openedOn", List.of("2026-02-30")), null))
                        .split(" ")
                        .length);
    }

    @Test
    void findsPartsOfTextWhateverTheCase() {
        save("Alpha 100%", w -> w.setMobile("13800001111"));
        save("alpha_beta", w -> w.setContact("李小明"));
        save("ＡＬＰＨＡ全角", w -> {});

        assertEquals(
                "Alpha 100% alpha_beta",
                names(Map.of(), "ALPHA").replace("ＡＬＰＨＡ全角", "").strip());
        assertEquals("Alpha 100%", names(Map.of(), "0%"));
        assertEquals("alpha_beta", names(Map.of(), "a_b"));
        assertEquals("", names(Map.of(), "a%a"));
        assertEquals("ＡＬＰＨＡ全角", names(Map.of(), "ＡＬＰＨＡ全"));
        assertEquals("Alpha 100% alpha_beta ＡＬＰＨＡ全角", names(Map.of(), " "));
        assertEquals("alpha_beta", names(Map.of(), "小明"), "names by parts");
        assertEquals("Alpha 100%", names(Map.of(), "13800001111"), "phones whole");
        assertEquals("", names(Map.of(), "1380000"));
        assertEquals("", names(Map.of(), "!"));
        assertEquals("", names(Map.of(), "x".repeat(100)));
        assertEquals("CORE-INPUT(search)", World.refusal(() -> names(Map.of(), "x".repeat(101))));
    }

    @Test
    void countsNoFurtherThanAsked() {
        for (int i = 0; i < 5; i++) {
            save("w" + i, w -> {});
        }
        RecordQuery all = RecordQuery.first(1);

        assertEquals(0, world.workshops.count(world.officer(), all, 0));
        assertEquals(4, world.workshops.count(world.officer(), all, 4));
        assertEquals(5, world.workshops.count(world.officer(), all, 5));
        assertEquals(5, world.workshops.count(world.officer(), all, 6));
        assertEquals(5, world.workshops.count(world.officer(), all, Long.MAX_VALUE));
    }
}
