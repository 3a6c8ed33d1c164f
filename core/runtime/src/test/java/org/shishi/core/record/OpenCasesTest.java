package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.record.TransitionRequest;
import org.shishi.core.persistence.TestDatabases;

/** How many cases a change of the tree says that it takes along. */
@ParameterizedClass
@EnumSource
class OpenCasesTest {

    private final World world;
    private final LiveYears live = new LiveYears();
    private final OpenCases cases;

    OpenCasesTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        live.bindProgramme(new LiveWorkshop(world.programme));
        cases = new OpenCases(live, world.tree);
    }

    @Test
    void thoseOfABranchAreCountedUntilTheyAreClosed() {
        UUID one = world.created(world.officer(), "示例甲").id();
        world.created(world.officer(), "示例乙");
        world.created(world.eastOfficer(), "示例丙");
        world.created(world.westOfficer(), "示例丁");
        assertEquals(3, cases.ownedWithin(List.of(world.tree.east.id())));
        assertEquals(2, cases.ownedWithin(List.of(world.tree.factory.id())));
        assertEquals(4, cases.ownedWithin(List.of(world.tree.east.id(), world.tree.west.id())));

        world.workshops.transition(world.officer(), one, -1, TransitionRequest.of("submit", null));
        assertEquals(2, cases.ownedWithin(List.of(world.tree.factory.id())), "it is still under way");
        world.workshops.transition(world.reviewer(), one, -1, TransitionRequest.of("review", null));
        world.workshops.transition(world.approver(), one, -1, TransitionRequest.of("approve", null));
        world.workshops.transition(world.officer(), one, -1, TransitionRequest.of("close", "结束"));
        assertEquals(1, cases.ownedWithin(List.of(world.tree.factory.id())));
        assertEquals(0, cases.ownedWithin(List.of()));
    }

    @Test
    void aProgrammeThatIsAwayIsNotCounted() {
        world.created(world.officer(), "示例甲");
        live.unbindProgramme(live.all().getFirst());
        assertEquals(0, cases.ownedWithin(List.of(world.tree.city.id())));
    }
}
