package org.shishi.programme.breakroom.rule;

import java.util.List;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Parameter;
import org.shishi.api.rule.Rule;
import org.shishi.programme.breakroom.model.RoomState;

/** What counts towards the thousand rooms (annex 1 item 1, annex 2-1 §一). */
public final class CompletionRules {

    private CompletionRules() {}

    public record RoomStatus(@Input(id = true) String id, RoomState status) {}

    /** @param target null when the edition sets none */
    public record Completed(int completed, Integer target) {}

    @Rule(id = "R-1.4", name = "completedCount", source = "附件1 第1项; A2-1 §一")
    public static Outcome<Completed> completedCount(
            @Input("rooms") List<RoomStatus> rooms, @Parameter("breakroom.target") Integer target) {
        long completed = rooms.stream()
                .filter(room -> RoomState.COMPLETED.contains(room.status()))
                .map(RoomStatus::id)
                .distinct()
                .count();
        return Outcome.of(new Completed((int) completed, target));
    }
}
