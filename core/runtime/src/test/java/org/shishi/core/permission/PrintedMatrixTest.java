package org.shishi.core.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;

/** The roles hold exactly what is printed, cell by cell. */
class PrintedMatrixTest {

    private final PrintedMatrix matrix = new PrintedMatrix();

    @ParameterizedTest
    @EnumSource
    void everyCellIsAsPrinted(Role role) {
        assertTrue(matrix.names(role));
        for (Right right : Right.values()) {
            assertEquals(
                    matrix.cell(role, right) != PrintedMatrix.Cell.NONE,
                    role.rights().contains(right),
                    role + " " + right + " is printed as " + matrix.printed(role, right));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sightReachesAsFarAsPrinted(Role role) {
        Role.Reach printed =
                switch (matrix.cell(role, Right.VIEW)) {
                    case NONE -> Role.Reach.NONE;
                    // R-C.13: members only their own, others their organisation's own.
                    case OWN -> role == Role.MEMBER ? Role.Reach.PERSONAL : Role.Reach.OWN;
                    case BELOW -> Role.Reach.SUBTREE;
                };
        assertEquals(printed, role.reach());
    }

    @ParameterizedTest
    @EnumSource
    void whoSeesMaskedNeverUnmasks(Role role) {
        if (matrix.printed(role, Right.VIEW).endsWith("masked")) {
            assertFalse(role.rights().contains(Right.UNMASK));
        }
    }
}
