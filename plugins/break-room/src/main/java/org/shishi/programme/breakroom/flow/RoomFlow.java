package org.shishi.programme.breakroom.flow;

import static org.shishi.programme.breakroom.model.RoomState.CITY_VERIFIED;
import static org.shishi.programme.breakroom.model.RoomState.CONSULTED;
import static org.shishi.programme.breakroom.model.RoomState.DECLARED;
import static org.shishi.programme.breakroom.model.RoomState.DESIGNED;
import static org.shishi.programme.breakroom.model.RoomState.DRAFT;
import static org.shishi.programme.breakroom.model.RoomState.PLAQUED;
import static org.shishi.programme.breakroom.model.RoomState.READY;
import static org.shishi.programme.breakroom.model.RoomState.RECTIFY;
import static org.shishi.programme.breakroom.model.RoomState.SECOND_LEVEL_APPROVED;
import static org.shishi.programme.breakroom.model.RoomState.UNDER_WORK;
import static org.shishi.programme.breakroom.model.RoomState.WITHDRAWN;

import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.workflow.Duty;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Workflow;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.RoomState;

/**
 * From draft to plaque (annex 2-1 §三(六): 征求意见 → 方案设计 → 建设改造 → 审核验收 → 复核挂牌). Steps of the owner unit
 * need the right to submit, which city staff do not hold.
 */
public final class RoomFlow {

    public static final Workflow<BreakRoom> FLOW = flow();

    private RoomFlow() {}

    private static Workflow<BreakRoom> flow() {
        Workflow<BreakRoom> flow = Workflow.of(RoomState.class, "BR-STATE");
        flow.editableState(DRAFT, Tone.NEUTRAL, "vaadin:pencil")
                .state(DECLARED, Tone.WAITING, "vaadin:inbox")
                .state(CONSULTED, Tone.WAITING, "vaadin:comments")
                .state(DESIGNED, Tone.PROGRESS, "vaadin:clipboard-check")
                .editableState(UNDER_WORK, Tone.PROGRESS, "vaadin:tools")
                .state(READY, Tone.WAITING, "vaadin:hourglass")
                .state(SECOND_LEVEL_APPROVED, Tone.WAITING, "vaadin:check")
                .state(CITY_VERIFIED, Tone.SUCCESS, "vaadin:check-circle-o")
                .state(PLAQUED, Tone.SUCCESS, "vaadin:medal")
                .state(RECTIFY, Tone.DANGER, "vaadin:warning")
                .endState(WITHDRAWN, Tone.NEUTRAL, "vaadin:ban");
        declare(flow);
        build(flow);
        accept(flow);
        inspect(flow);
        flow.on("withdraw")
                .from(DRAFT, DECLARED, CONSULTED, DESIGNED, UNDER_WORK, READY, SECOND_LEVEL_APPROVED)
                .to(WITHDRAWN)
                .by(Right.SUBMIT, Right.REVIEW)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .reason();
        return flow;
    }

    private static void declare(Workflow<BreakRoom> flow) {
        flow.on("submit")
                .from(DRAFT)
                .to(DECLARED)
                .by(Right.SUBMIT)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .guard(RoomGuards::declarable)
                .effect(RoomGuards::joinSheet)
                .undo(RoomGuards::leaveSheet)
                .duty(Duty.SUBMIT);
        flow.on("consult")
                .from(DECLARED)
                .to(CONSULTED)
                .by(Right.SUBMIT)
                .guard(RoomGuards::consulted)
                .todo();
        flow.on("acceptPlan")
                .from(CONSULTED)
                .to(DESIGNED)
                .by(Right.SUBMIT, Right.REVIEW)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .guard(RoomGuards::planAttached)
                .todo();
    }

    private static void build(Workflow<BreakRoom> flow) {
        flow.on("start").from(DESIGNED).to(UNDER_WORK).by(Right.SUBMIT).todo();
        flow.on("finish")
                .from(UNDER_WORK)
                .to(READY)
                .by(Right.SUBMIT)
                .guard(RoomGuards::selfCheckPassed)
                .todo();
    }

    private static void accept(Workflow<BreakRoom> flow) {
        flow.on("approve")
                .from(READY)
                .to(SECOND_LEVEL_APPROVED)
                .by(Right.REVIEW)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .duty(Duty.REVIEW)
                .guard(RoomGuards::acceptable)
                .todo();
        flow.on("return")
                .from(READY)
                .to(UNDER_WORK)
                .by(Right.REVIEW)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .duty(Duty.REVIEW)
                .returning();
        flow.on("verify")
                .from(SECOND_LEVEL_APPROVED)
                .to(CITY_VERIFIED)
                .by(Right.APPROVE)
                .at(OrgType.CITY)
                .duty(Duty.APPROVE)
                .todo();
        flow.on("return")
                .from(SECOND_LEVEL_APPROVED)
                .to(UNDER_WORK)
                .by(Right.APPROVE)
                .at(OrgType.CITY)
                .duty(Duty.APPROVE)
                .returning();
        flow.on("grantPlaque")
                .from(CITY_VERIFIED)
                .to(PLAQUED)
                .by(Right.APPROVE)
                .at(OrgType.CITY)
                .todo();
    }

    private static void inspect(Workflow<BreakRoom> flow) {
        flow.on("failSpotCheck")
                .from(PLAQUED)
                .to(RECTIFY)
                .by(Right.INSPECT)
                .at(OrgType.CITY)
                .reason()
                .guard(RoomGuards::spotCheckFailed)
                .effect(RoomGuards::beginRectification);
        flow.on("passRecheck")
                .from(RECTIFY)
                .to(PLAQUED)
                .by(Right.APPROVE)
                .at(OrgType.CITY)
                .guard(RoomGuards::recheckPassed)
                .effect((room, context) -> room.setRectifySince(null))
                .todo();
        flow.on("failRecheck")
                .from(RECTIFY)
                .to(WITHDRAWN)
                .by(Right.APPROVE)
                .at(OrgType.CITY)
                .reason()
                .guard(RoomGuards::recheckFailed);
    }
}
