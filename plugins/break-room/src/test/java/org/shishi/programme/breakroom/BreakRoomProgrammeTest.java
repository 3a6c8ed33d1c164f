package org.shishi.programme.breakroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.rule.CompletionRules;
import org.shishi.testkit.ProgrammeContract;

class BreakRoomProgrammeTest extends ProgrammeContract {

    BreakRoomProgrammeTest() {
        super(
                new BreakRoomProgramme(),
                "R-1.0 validateSheet",
                "R-1.1 checkUnique",
                "R-1.2 sixPointPass",
                "R-1.3 roomSubsidy",
                "R-1.4 completedCount",
                "R-1.5 inspectionGap",
                "R-1.5b spotCheckSample");
    }

    /** The report counts in the database; what it counts is what counts, room state by room state. */
    @ParameterizedTest
    @EnumSource
    void the_indicator_counts_what_the_rule_counts(RoomState state) {
        String condition =
                new BreakRoomProgramme().describe().indicators().getFirst().condition();
        int byRule = CompletionRules.completedCount(List.of(new CompletionRules.RoomStatus("one", state)), null)
                .result()
                .completed();
        assertEquals(byRule == 1, condition.contains("'" + state.name() + "'"), condition);
    }
}
