package org.shishi.programme.breakroom;

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
}
