package org.shishi.programme.breakroom.rule;

import java.util.ArrayList;
import java.util.List;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Parameter;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.Violation;
import org.shishi.programme.breakroom.model.RoomState;

/** The city's subsidy for a room (annex 2-1 §三(五)). */
public final class SubsidyRules {

    private SubsidyRules() {}

    /** @param amountFen fen */
    public record RoomAmount(long amountFen) {}

    @Rule(id = "R-1.3", name = "roomSubsidy", source = "A2-1 §三(五)")
    public static Outcome<RoomAmount> roomSubsidy(
            @Input("status") RoomState status,
            @Input("alreadyPaid") boolean alreadyPaid,
            @Parameter("breakroom.citySubsidyPerRoomFen") Long citySubsidyPerRoomFen) {
        List<Violation> found = new ArrayList<>();
        if (citySubsidyPerRoomFen == null) {
            found.add(Violation.of("BR-SUBSIDY-UNSET", "breakroom.citySubsidyPerRoomFen"));
        }
        if (!RoomState.SUBSIDISED.contains(status)) {
            found.add(Violation.of("BR-SUBSIDY-STATE", "status"));
        }
        if (alreadyPaid) {
            found.add(Violation.of("BR-SUBSIDY-PAID", "alreadyPaid"));
        }
        return found.isEmpty() ? Outcome.of(new RoomAmount(citySubsidyPerRoomFen)) : Outcome.refused(found);
    }
}
