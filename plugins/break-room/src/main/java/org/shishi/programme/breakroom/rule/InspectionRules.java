package org.shishi.programme.breakroom.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.rule.EditionYear;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.programme.breakroom.model.CheckLevel;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.rule.CompletionRules.RoomStatus;

/** Which rooms their second-level union has not yet inspected (annex 2-1 §三(八) 普查). */
public final class InspectionRules {

    private InspectionRules() {}

    public record CheckDone(@Input(id = true) String room, CheckLevel level, LocalDate date) {}

    /** @param missing ids in the order of the rooms given */
    public record Gap(List<String> missing) {}

    @Rule(id = "R-1.5", name = "inspectionGap", source = "A2-1 §三(八)")
    public static Outcome<Gap> inspectionGap(
            @EditionYear int year, @Input("rooms") List<RoomStatus> rooms, @Input("checks") List<CheckDone> checks) {
        Set<String> checked = checks.stream()
                .filter(check ->
                        check.level() == CheckLevel.GENERAL && check.date().getYear() == year)
                .map(CheckDone::room)
                .collect(Collectors.toSet());
        return Outcome.of(new Gap(rooms.stream()
                .filter(room -> room.status() == RoomState.PLAQUED && !checked.contains(room.id()))
                .map(RoomStatus::id)
                .toList()));
    }
}
