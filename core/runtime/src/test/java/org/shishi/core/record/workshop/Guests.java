package org.shishi.core.record.workshop;

import org.shishi.api.identity.Right;
import org.shishi.api.people.ExclusionGroup;
import org.shishi.api.people.ExclusionGroup.Per;
import org.shishi.api.people.Participation;
import org.shishi.api.people.PersonFields;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Workflow;

/** Records about persons, with each kind of exclusion. */
public final class Guests {

    public static final RecordType<Guest> TYPE = RecordType.of("guests", Guest.class, Guest::new)
            .title(Guest::getName)
            .field(name())
            .field(number())
            .field(mobile())
            .field(agreed())
            .field(Field.text("part", Guest::getPart, Guest::setPart).required().max(10))
            .field(Field.date("from", Guest::getFrom, Guest::setFrom))
            .field(Field.date("to", Guest::getTo, Guest::setTo))
            .person(PersonFields.of(
                            Field.reference("personId", Guest::getPersonId, Guest::setPersonId),
                            name(),
                            number(),
                            mobile())
                    .consent(agreed(), "ENROLMENT"))
            .participation(part("trip"))
            .participation(part("meal"))
            .participation(part("day"))
            .workflow(flow())
            .build();

    /** At most one trip in two years, no common day, two meals a year; all of it together is worth a warning. */
    public static final ExclusionGroup[] GROUPS = {
        ExclusionGroup.of("WS_TRIP").kinds("trip").perYears(2).refuse("WS-TRIP"),
        ExclusionGroup.of("WS_DATES").kinds("trip", "day").per(Per.DATES).refuse("WS-DATES"),
        ExclusionGroup.of("WS_MEAL").kinds("meal").most(2).refuse("WS-MEAL"),
        ExclusionGroup.of("WS_ANY").kinds("trip", "meal", "day").warn("WS-ANY")
    };

    private Guests() {}

    private static Field<Guest, String> name() {
        return Field.text("name", Guest::getName, Guest::setName)
                .required()
                .max(100)
                .sensitive(Sensitivity.NAME);
    }

    private static Field<Guest, String> number() {
        return Field.text("number", Guest::getNumber, Guest::setNumber)
                .required()
                .max(40)
                .sensitive(Sensitivity.RESIDENT_ID);
    }

    private static Field<Guest, String> mobile() {
        return Field.text("mobile", Guest::getMobile, Guest::setMobile).max(40).sensitive(Sensitivity.MOBILE);
    }

    private static Field<Guest, Boolean> agreed() {
        return Field.bool("agreed", Guest::getAgreed, Guest::setAgreed);
    }

    private static Participation<Guest> part(String kind) {
        return Participation.<Guest>of(kind, guest -> kind.equals(guest.getPart()) ? guest.getPersonId() : null)
                .field("number")
                .between(Guest::getFrom, Guest::getTo)
                .countedIn(Guest.State.INVITED)
                .keptFor("workshop.keepYears");
    }

    private static Workflow<Guest> flow() {
        Workflow<Guest> flow = Workflow.of(Guest.State.class, "WS-STATE");
        flow.editableState(Guest.State.DRAFT, Tone.NEUTRAL, "vaadin:pencil")
                .state(Guest.State.INVITED, Tone.SUCCESS, "vaadin:check")
                .endState(Guest.State.CANCELLED, Tone.NEUTRAL, "vaadin:ban");
        flow.on("invite").from(Guest.State.DRAFT).to(Guest.State.INVITED).by(Right.SUBMIT);
        flow.on("cancel").from(Guest.State.INVITED).to(Guest.State.CANCELLED).by(Right.SUBMIT);
        return flow;
    }
}
