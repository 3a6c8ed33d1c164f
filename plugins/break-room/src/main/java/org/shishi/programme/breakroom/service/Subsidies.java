package org.shishi.programme.breakroom.service;

import java.util.ArrayList;
import java.util.List;
import org.shishi.api.identity.Right;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.RoomSubsidy;
import org.shishi.programme.breakroom.model.SubsidyPurpose;
import org.shishi.programme.breakroom.rule.SubsidyRules;

/** What the city paid for a room: the amount is the edition's, never typed; written once. */
public final class Subsidies {

    public static final RecordType<RoomSubsidy> TYPE = RecordType.of("subsidies", RoomSubsidy.class, RoomSubsidy::new)
            .title(subsidy -> String.valueOf(subsidy.getPaidDate()))
            .icon("vaadin:money")
            .partOf(Rooms.TYPE, Field.reference("room", RoomSubsidy::getRoom, RoomSubsidy::setRoom))
            .field(Field.date("paidDate", RoomSubsidy::getPaidDate, RoomSubsidy::setPaidDate)
                    .required()
                    .listed())
            .field(Field.choice("purpose", SubsidyPurpose.class, RoomSubsidy::getPurpose, RoomSubsidy::setPurpose)
                    .required()
                    .listed())
            .field(Field.money("amountFen", RoomSubsidy::getAmountFen, RoomSubsidy::setAmountFen)
                    .internal()
                    .listed())
            .createdBy(Right.SETTLE)
            .writtenOnce()
            .check(Subsidies::check)
            .onCreated(Subsidies::pay)
            .build();

    private Subsidies() {}

    private static List<Violation> check(RoomSubsidy subsidy, RecordContext context) {
        List<Violation> found = new ArrayList<>();
        if (subsidy.getPaidDate() != null && subsidy.getPaidDate().isAfter(context.today())) {
            found.add(Violation.of("BR-CHECK-DATE", "paidDate"));
        }
        context.find(Rooms.TYPE, subsidy.getRoom())
                .map(room -> amount(room, context).refusals())
                .ifPresent(found::addAll);
        return found;
    }

    private static void pay(RoomSubsidy subsidy, RecordContext context) {
        context.find(Rooms.TYPE, subsidy.getRoom()).ifPresent(room -> {
            subsidy.setAmountFen(amount(room, context).orThrow().amountFen());
            room.setSubsidyFen(subsidy.getAmountFen());
        });
    }

    private static Outcome<SubsidyRules.RoomAmount> amount(BreakRoom room, RecordContext context) {
        Long perRoom = (Long) context.programme()
                .edition()
                .value("breakroom.citySubsidyPerRoomFen")
                .orElse(null);
        return SubsidyRules.roomSubsidy(room.state(), room.getSubsidyFen() != null, perRoom);
    }
}
