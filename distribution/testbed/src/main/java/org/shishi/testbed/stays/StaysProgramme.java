package org.shishi.testbed.stays;

import org.shishi.api.form.OfficialForm;
import org.shishi.api.form.OfficialForm.HeadCell;
import org.shishi.api.identity.Right;
import org.shishi.api.money.SubsidyEntry.Payer;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.people.ExclusionGroup;
import org.shishi.api.people.Participation;
import org.shishi.api.people.PersonFields;
import org.shishi.api.programme.Programme;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.workflow.Duty;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Workflow;

/**
 * Stays that are handed in, approved and paid; only an approved one takes its person's place. It shares the group of the
 * gifts of the sample programme, which it does not know. Runs inside the product, in a jar made by {@link StaysJar}.
 */
public final class StaysProgramme implements Programme {

    private static final Field<Stay, String> NAME =
            Field.text("name", Stay::getName, Stay::setName).required().max(100).sensitive(Sensitivity.NAME);
    private static final Field<Stay, String> RESIDENT_ID = Field.text(
                    "residentId", Stay::getResidentId, Stay::setResidentId)
            .required()
            .max(30)
            .sensitive(Sensitivity.RESIDENT_ID);

    private static final RecordType<Stay> STAYS = RecordType.of(StaysJar.RECORDS, Stay.class, Stay::new)
            .title(Stay::getName)
            .field(NAME)
            .field(RESIDENT_ID)
            .person(PersonFields.of(
                    Field.reference("personId", Stay::getPersonId, Stay::setPersonId), NAME, RESIDENT_ID, null))
            .participation(Participation.<Stay>of("stay", Stay::getPersonId)
                    .field("residentId")
                    .countedIn(Stay.State.APPROVED, Stay.State.PAID))
            .workflow(flow())
            .build();

    private static final OfficialForm<Stay> FORM = OfficialForm.of("STAYS-1", "{year}年疗休养名单", STAYS)
            .headRow(new HeadCell("区局工会", HeadCell.ORGANISATION))
            .column("序号", null)
            .column("姓名", "name")
            .column("身份证号码", "residentId")
            .build();

    private static Workflow<Stay> flow() {
        Workflow<Stay> flow = Workflow.of(Stay.State.class, "STAY-STATE");
        flow.editableState(Stay.State.DRAFT, Tone.NEUTRAL, "vaadin:pencil")
                .state(Stay.State.SUBMITTED, Tone.WAITING, "vaadin:inbox")
                .state(Stay.State.APPROVED, Tone.PROGRESS, "vaadin:check")
                .endState(Stay.State.PAID, Tone.SUCCESS, "vaadin:money");
        flow.on("submit")
                .from(Stay.State.DRAFT)
                .to(Stay.State.SUBMITTED)
                .by(Right.SUBMIT)
                .duty(Duty.SUBMIT)
                .effect((stay, context) -> context.subsidies()
                        .calculate(
                                context.caller(),
                                context.programme(),
                                Payer.CITY,
                                stay.head().ownerOrg(),
                                100_00,
                                basis(stay, context),
                                "{}"));
        flow.on("approve")
                .from(Stay.State.SUBMITTED)
                .to(Stay.State.APPROVED)
                .by(Right.APPROVE)
                .at(OrgType.CITY)
                .duty(Duty.APPROVE)
                .effect((stay, context) -> context.subsidies()
                        .approve(context.caller(), context.programme(), Payer.CITY, basis(stay, context)));
        flow.on("pay")
                .from(Stay.State.APPROVED)
                .to(Stay.State.PAID)
                .by(Right.SETTLE)
                .at(OrgType.CITY)
                .duty(Duty.SETTLE)
                .effect((stay, context) -> context.subsidies()
                        .pay(context.caller(), context.programme(), Payer.CITY, basis(stay, context)));
        return flow;
    }

    private static String basis(Stay stay, RecordContext context) {
        return context.programme().objectName(STAYS, stay.id());
    }

    @Override
    public ProgrammeDescriptor describe() {
        return ProgrammeDescriptor.of(StaysJar.ID, null)
                .menu("vaadin:bed", 99)
                .records(STAYS)
                .exclusions(ExclusionGroup.of(StaysJar.GROUP).kinds("stay").refuse("STAY-TWICE"))
                .forms(FORM)
                .build();
    }
}
