package org.shishi.core.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.World;

/**
 * All uses of a record × all roles × acting for the city, a district, a grassroots union × owned by oneself, by somebody
 * below, by a stranger: the door does what is printed.
 */
@ParameterizedClass
@EnumSource
class RecordMatrixTest {

    @Parameter
    TestDatabases.Kind kind;

    private final Admission admission = new Admission();
    private int made;

    @ParameterizedTest
    @EnumSource
    void theDoorDoesWhatIsPrinted(RecordUse use) {
        World world = World.fresh(kind);
        List<String> wrong = new ArrayList<>();
        for (Organisation owner : List.of(world.tree.east, world.tree.factory, world.mill)) {
            for (Organisation acting : List.of(world.tree.city, world.tree.east, world.tree.factory)) {
                for (Role role : Role.values()) {
                    RecordUse.Visited visited = new RecordUse.Visited(world, owner, use.state, ++made);
                    Caller caller = world.person("one", acting, role);
                    boolean expected =
                            expected(use, role, acting, owner) && (role != Role.MEMBER || use.ofSomethingNew());
                    if (use.ask.admits(visited, caller) != expected) {
                        wrong.add(role + " at " + acting.name() + ", record of " + owner.name() + ": "
                                + (expected ? "turned away" : "let in"));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong, use.name());
    }

    /** R-C.13: what it made itself for that organisation a member reaches as printed; of others nothing, as walked above. */
    @ParameterizedTest
    @EnumSource
    void membersReachWhatTheyMadeThemselves(RecordUse use) {
        World world = World.fresh(kind);
        List<String> wrong = new ArrayList<>();
        for (Organisation owner : List.of(world.tree.factory, world.mill)) {
            Caller maker = world.person("one", owner, Role.MEMBER);
            RecordUse.Visited visited = new RecordUse.Visited(world, owner, use.state, ++made, maker);
            Organisation acting = world.tree.factory;
            boolean expected = expected(use, Role.MEMBER, acting, owner);
            if (use.ask.admits(visited, world.person("one", acting, Role.MEMBER)) != expected) {
                wrong.add("record of " + owner.name() + ": " + (expected ? "turned away" : "let in"));
            }
        }
        assertEquals(List.of(), wrong, use.name());
    }

    private boolean expected(RecordUse use, Role role, Organisation acting, Organisation owner) {
        boolean sees = admission.printed(role, Set.of(Right.VIEW), acting, owner);
        boolean level = use.level == null || use.level == level(acting);
        // Who typed personal data for its own organisation sees what it typed.
        boolean typed = use == RecordUse.REVEAL
                && owner.id().equals(acting.id())
                && admission.printed(role, Set.of(Right.CREATE), acting, owner);
        return sees && level && (typed || admission.printed(role, use.anyOf, acting, owner));
    }

    private static OrgType level(Organisation acting) {
        return acting.type();
    }
}
