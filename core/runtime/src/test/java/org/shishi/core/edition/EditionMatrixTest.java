package org.shishi.core.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.EditionAdmin.Change;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.permission.PrintedMatrix;
import org.shishi.core.permission.PrintedMatrix.Cell;
import org.shishi.core.persistence.TestDatabases;

/** All changes of an edition × all roles, against the printed matrix. What stands behind the permission is tested elsewhere. */
class EditionMatrixTest {

    private static final UUID NOTHING = new UUID(0, 0xabcd);

    private record Use(Right right, Consumer<Caller> ask) {}

    private static Map<String, Use> uses(EditionWorld world, UUID draft) {
        LocalDate day = LocalDate.of(2026, 7, 15);
        String id = EditionWorld.ID;
        Map<String, Use> uses = new LinkedHashMap<>();
        uses.put(
                "propose",
                new Use(Right.PARAMETERS_DRAFT, c -> world.admin.propose(c, id, 2026, new Change("no", 1, day, "x"))));
        uses.put("copyToNextYear", new Use(Right.PARAMETERS_DRAFT, c -> world.admin.copyToNextYear(c, id, 2026)));
        uses.put(
                "confirm",
                new Use(Right.PARAMETERS_DRAFT, c -> world.admin.confirm(c, id, 2026, List.of("basket.target"), "x")));
        uses.put(
                "move",
                new Use(Right.PARAMETERS_PUBLISH, c -> world.admin.move(c, id, 2026, EditionState.PUBLISHED, "x")));
        uses.put(
                "extend",
                new Use(Right.APPROVE, c -> world.admin.extend(c, id, 2026, "basket.window", NOTHING, day, "x")));
        uses.put("publish", new Use(Right.PARAMETERS_PUBLISH, c -> world.admin.publish(c, draft)));
        return uses;
    }

    @ParameterizedTest
    @EnumSource
    void theDoorDoesWhatIsPrinted(TestDatabases.Kind kind) {
        PrintedMatrix matrix = new PrintedMatrix();
        List<String> wrong = new ArrayList<>();
        try (EditionWorld world = new EditionWorld(kind)) {
            world.open(2026, EditionState.PUBLISHED);
            UUID draft =
                    world.propose("basket.target", 2, LocalDate.of(2026, 7, 15)).id();
            uses(world, draft).forEach((name, use) -> {
                for (Role role : Role.values()) {
                    Caller caller = world.city.caller(role, world.city.organisations.city());
                    boolean expected = matrix.cell(role, use.right) != Cell.NONE;
                    if (admitted(() -> use.ask.accept(caller)) != expected) {
                        wrong.add(name + " by " + role + ": " + (expected ? "turned away" : "let in"));
                    }
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean admitted(Runnable use) {
        try {
            use.run();
            return true;
        } catch (RefusedException e) {
            return !e.violations().getFirst().code().equals("CORE-FORBIDDEN");
        }
    }
}
