package org.shishi.programme.breakroom.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.shishi.api.identity.Right;
import org.shishi.api.money.SubsidyEntry.Payer;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.programme.breakroom.flow.SubsidyFlow;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.RoomSubsidy;
import org.shishi.programme.breakroom.model.SubsidyPurpose;
import org.shishi.programme.breakroom.model.SubsidyState;
import org.shishi.programme.breakroom.rule.SubsidyRules;

/** The city's money for a room: the amount is the edition's, never typed; every step goes through the ledger. */
public final class Subsidies {

    static final String PER_ROOM = "breakroom.citySubsidyPerRoomFen";

    public static final RecordType<RoomSubsidy> TYPE = RecordType.of("subsidies", RoomSubsidy.class, RoomSubsidy::new)
            .title(Subsidies::title)
            .icon("vaadin:money")
            .partOf(Rooms.TYPE, Field.reference("room", RoomSubsidy::getRoom, RoomSubsidy::setRoom))
            .field(Field.text("roomName", RoomSubsidy::getRoomName, RoomSubsidy::setRoomName)
                    .internal()
                    .listed())
            .field(Field.choice("purpose", SubsidyPurpose.class, RoomSubsidy::getPurpose, RoomSubsidy::setPurpose)
                    .required()
                    .listed())
            .field(Field.money("amountFen", RoomSubsidy::getAmountFen, RoomSubsidy::setAmountFen)
                    .internal()
                    .listed())
            .field(Field.date("paidDate", RoomSubsidy::getPaidDate, RoomSubsidy::setPaidDate)
                    .listed())
            .createdBy(Right.SETTLE)
            .workflow(SubsidyFlow.FLOW)
            .check(Subsidies::check)
            .key(Subsidies::key, Subsidies::conflicts)
            .ruleOrder("BR-SUBSIDY-UNSET", "BR-SUBSIDY-STATE", "BR-SUBSIDY-PAID")
            .onCreated(Subsidies::calculate)
            .build();

    private Subsidies() {}

    /** The room first: the sum is the same for all of them. */
    private static String title(RoomSubsidy subsidy) {
        String sum = subsidy.getAmountFen() == null
                ? ""
                : String.format(Locale.ROOT, "¥%,.2f", BigDecimal.valueOf(subsidy.getAmountFen(), 2));
        return (Objects.requireNonNullElse(subsidy.getRoomName(), "") + " " + sum).strip();
    }

    /** How the ledger names a subsidy. */
    public static String basis(RoomSubsidy subsidy, RecordContext context) {
        return context.programme().objectName(TYPE, subsidy.id());
    }

    /** Once per room and edition; what was taken back leaves room for another. */
    private static String key(RoomSubsidy subsidy) {
        return SubsidyState.REVERSED.name().equals(subsidy.head().status()) ? null : String.valueOf(subsidy.getRoom());
    }

    private static List<Violation> conflicts(RoomSubsidy subsidy, List<Integer> years, RecordContext context) {
        return years.contains(context.programme().year())
                ? List.of(Violation.of("BR-SUBSIDY-PAID", "room"))
                : List.of();
    }

    private static List<Violation> check(RoomSubsidy subsidy, RecordContext context) {
        List<Violation> found = new ArrayList<>();
        if (subsidy.getPaidDate() != null && subsidy.getPaidDate().isAfter(context.today())) {
            found.add(Violation.of("BR-CHECK-DATE", "paidDate"));
        }
        found.addAll(stillDue(subsidy, context));
        return found;
    }

    /** for the room as it stands: between calculation and approval it may have left the states that are paid for. */
    public static List<Violation> stillDue(RoomSubsidy subsidy, RecordContext context) {
        return context.find(Rooms.TYPE, subsidy.getRoom())
                .map(room -> amount(room, context).refusals().stream()
                        .map(refusal -> Violation.of(refusal.code(), "room"))
                        .toList())
                .orElse(List.of());
    }

    private static void calculate(RoomSubsidy subsidy, RecordContext context) {
        BreakRoom room = context.find(Rooms.TYPE, subsidy.getRoom()).orElseThrow();
        long fen = amount(room, context).orThrow().amountFen();
        subsidy.setAmountFen(fen);
        subsidy.setRoomName(room.getName());
        context.subsidies()
                .calculate(
                        context.caller(),
                        context.programme(),
                        Payer.CITY,
                        room.head().ownerOrg(),
                        fen,
                        basis(subsidy, context),
                        PER_ROOM + "=" + fen);
    }

    private static Outcome<SubsidyRules.RoomAmount> amount(BreakRoom room, RecordContext context) {
        Long perRoom = (Long) context.programme().edition().value(PER_ROOM).orElse(null);
        return SubsidyRules.roomSubsidy(room.state(), room.getSubsidyFen() != null, perRoom);
    }
}
