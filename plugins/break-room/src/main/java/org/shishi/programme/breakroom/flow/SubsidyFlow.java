package org.shishi.programme.breakroom.flow;

import static org.shishi.programme.breakroom.model.SubsidyState.APPROVED;
import static org.shishi.programme.breakroom.model.SubsidyState.CALCULATED;
import static org.shishi.programme.breakroom.model.SubsidyState.PAID;
import static org.shishi.programme.breakroom.model.SubsidyState.REVERSED;

import org.shishi.api.identity.Right;
import org.shishi.api.money.SubsidyEntry.Payer;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.record.RecordContext;
import org.shishi.api.workflow.Duty;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Workflow;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.RoomSubsidy;
import org.shishi.programme.breakroom.model.SubsidyState;
import org.shishi.programme.breakroom.service.Rooms;
import org.shishi.programme.breakroom.service.Subsidies;
import org.shishi.programme.breakroom.service.SubsidyBasis;

/**
 * The city's money for a room (annex 2-1 §三(五)): finance calculates it, the city approves, finance pays, and takes back
 * what was paid in error. Who pays did not approve. Each step has its line in the ledger.
 */
public final class SubsidyFlow {

    public static final Workflow<RoomSubsidy> FLOW = flow();

    private SubsidyFlow() {}

    private static Workflow<RoomSubsidy> flow() {
        Workflow<RoomSubsidy> flow = Workflow.of(SubsidyState.class, "BR-STATE");
        flow.editableState(CALCULATED, Tone.WAITING, "vaadin:calc")
                .state(APPROVED, Tone.PROGRESS, "vaadin:check")
                .state(PAID, Tone.SUCCESS, "vaadin:money")
                .endState(REVERSED, Tone.NEUTRAL, "vaadin:rotate-left");
        flow.on("approve")
                .from(CALCULATED)
                .to(APPROVED)
                .by(Right.APPROVE)
                .at(OrgType.CITY)
                .duty(Duty.APPROVE)
                .guard(Subsidies::stillDue)
                .effect(SubsidyFlow::approve)
                .todo();
        flow.on("pay")
                .from(APPROVED)
                .to(PAID)
                .by(Right.SETTLE)
                .at(OrgType.CITY)
                .duty(Duty.SETTLE)
                .effect(SubsidyFlow::pay)
                .todo();
        flow.on("reverse")
                .from(PAID)
                .to(REVERSED)
                .by(Right.SETTLE)
                .at(OrgType.CITY)
                .duty(Duty.SETTLE)
                .reason()
                .effect(SubsidyFlow::reverse);
        return flow;
    }

    private static void approve(RoomSubsidy subsidy, RecordContext context) {
        context.subsidies().approve(context.caller(), context.programme(), Payer.CITY, basis(subsidy, context));
        context.seals()
                .seal(
                        context.caller(),
                        context.programme(),
                        context.programme().version(),
                        SubsidyBasis.of(subsidy, room(subsidy, context), context.programme()),
                        SubsidyBasis.used(subsidy));
    }

    private static void pay(RoomSubsidy subsidy, RecordContext context) {
        context.subsidies().pay(context.caller(), context.programme(), Payer.CITY, basis(subsidy, context));
        if (subsidy.getPaidDate() == null) {
            subsidy.setPaidDate(context.today());
        }
        room(subsidy, context).setSubsidyFen(subsidy.getAmountFen());
    }

    private static void reverse(RoomSubsidy subsidy, RecordContext context) {
        context.subsidies()
                .reverse(context.caller(), context.programme(), Payer.CITY, basis(subsidy, context), context.reason());
        room(subsidy, context).setSubsidyFen(null);
    }

    private static BreakRoom room(RoomSubsidy subsidy, RecordContext context) {
        return context.find(Rooms.TYPE, subsidy.getRoom()).orElseThrow();
    }

    private static String basis(RoomSubsidy subsidy, RecordContext context) {
        return Subsidies.basis(subsidy, context);
    }
}
