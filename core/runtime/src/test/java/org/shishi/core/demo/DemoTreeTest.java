package org.shishi.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shishi.api.organisation.OrgTree;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;

class DemoTreeTest {

    private final DemoTree tree = new DemoTree();

    @Test
    void hasABodyOfEveryKindInPlausibleNumbers() {
        Map<OrgType, Long> counts =
                tree.all().stream().collect(Collectors.groupingBy(Organisation::type, Collectors.counting()));

        assertEquals(
                Map.of(
                        OrgType.CITY,
                        1L,
                        OrgType.DISTRICT,
                        16L,
                        OrgType.BUREAU,
                        4L,
                        OrgType.SUBDISTRICT,
                        33L,
                        OrgType.UNION_FEDERATION,
                        2L,
                        OrgType.GRASSROOTS,
                        60L,
                        OrgType.INSTITUTION,
                        7L),
                counts);
    }

    @Test
    void everythingStandsWhereItsKindMayStand() {
        Map<Object, Organisation> byId =
                tree.all().stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
        for (Organisation body : tree.all()) {
            OrgType parent =
                    body.parentId() == null ? null : byId.get(body.parentId()).type();
            assertEquals(List.of(), OrgTree.checkParent(body.type(), parent).refusals(), body.name());
        }
    }

    @Test
    void everyNameIsThereOnceAndObviouslyInvented() {
        assertEquals(
                tree.all().size(),
                tree.all().stream().map(Organisation::name).distinct().count());
        assertTrue(tree.all().stream()
                .filter(body -> body.type() != OrgType.CITY && body.type() != OrgType.DISTRICT)
                .allMatch(body -> body.name().startsWith("示例")));
    }

    @Test
    void isTheSameEachTime() {
        assertEquals(tree.all(), new DemoTree().all());
    }
}
