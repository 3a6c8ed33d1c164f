package org.shishi.core.record.workshop;

import java.util.ArrayList;
import java.util.List;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.api.workflow.Duty;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Workflow;

/** A record type with every kind of field, two parts, and a way through three levels. */
public final class Workshops {

    public static final RecordType<Workshop> TYPE = RecordType.of("workshops", Workshop.class, Workshop::new)
            .title(Workshop::getName)
            .field(Field.text("name", Workshop::getName, Workshop::setName)
                    .required("WS-MISSING")
                    .max(20)
                    .listed()
                    .searched()
                    .sorted())
            .field(Field.district("district", Workshop::getDistrict, Workshop::setDistrict)
                    .filtered()
                    .sorted())
            .field(Field.choice("size", Size.class, Workshop::getSize, Workshop::setSize)
                    .required()
                    .offeredBy("workshop.sizes")
                    .filtered())
            .field(Field.tags("features", Feature.class, Workshop::getFeatures, Workshop::setFeatures)
                    .path("tags")
                    .offeredBy("workshop.features")
                    .filtered())
            .field(Field.integer("places", Workshop::getPlaces, Workshop::setPlaces)
                    .filtered()
                    .sorted())
            .field(Field.decimal("area", Workshop::getArea, Workshop::setArea)
                    .digits(6, 2)
                    .filtered()
                    .sorted())
            .field(Field.money("costFen", Workshop::getCostFen, Workshop::setCostFen)
                    .filtered()
                    .sorted())
            .field(Field.date("openedOn", Workshop::getOpenedOn, Workshop::setOpenedOn)
                    .filtered()
                    .sorted())
            .field(Field.bool("openDaily", Workshop::getOpenDaily, Workshop::setOpenDaily)
                    .filtered()
                    .sorted())
            .field(Field.text("contact", Workshop::getContact, Workshop::setContact)
                    .max(50)
                    .sensitive(Sensitivity.NAME)
                    .searched()
                    .sorted())
            .field(Field.text("mobile", Workshop::getMobile, Workshop::setMobile)
                    .max(11)
                    .sensitive(Sensitivity.MOBILE)
                    .searched())
            .field(Field.longText("note", Workshop::getNote, Workshop::setNote).max(200))
            .field(Field.organisation("partner", Workshop::getPartner, Workshop::setPartner)
                    .filtered())
            .field(Field.timestamp("seenAt", Workshop::getSeenAt).filtered().sorted())
            .field(Field.integer("visits", Workshop::getVisits, Workshop::setVisits)
                    .internal())
            .prepare(Workshops::prepare)
            .check(Workshops::check)
            .key(workshop -> Normal.address(workshop.getName()) + "|" + workshop.getDistrict(), Workshops::conflicts)
            .workflow(flow())
            .attachments("plan")
            .build();

    public static final RecordType<Visit> VISITS = RecordType.of("visits", Visit.class, Visit::new)
            .partOf(TYPE, Field.reference("workshop", Visit::getWorkshop, Visit::setWorkshop))
            .field(Field.text("report", Visit::getReport, Visit::setReport)
                    .required()
                    .searched()
                    .listed())
            .field(Field.text("helper", Visit::getHelper, Visit::setHelper)
                    .max(50)
                    .sensitive(Sensitivity.NAME))
            .attachments("STAMPED", "photo")
            .contactsKeptFor("workshop.keepYears", "STAMPED")
            .createdBy(Right.SUBMIT, Right.INSPECT)
            .writtenOnce()
            .onCreated((visit, context) -> context.find(TYPE, visit.getWorkshop())
                    .ifPresent(workshop -> workshop.setVisits(workshop.getVisits() + 1)))
            .build();

    public static final RecordType<Payment> PAYMENTS = RecordType.of("payments", Payment.class, Payment::new)
            .partOf(TYPE, Field.reference("workshop", Payment::getWorkshop, Payment::setWorkshop))
            .field(Field.money("amountFen", Payment::getAmountFen, Payment::setAmountFen)
                    .required())
            .createdBy(Right.SETTLE)
            .writtenOnce()
            .build();

    private Workshops() {}

    private static void prepare(Workshop workshop) {
        workshop.setVisits(workshop.getVisits() == null ? 0 : workshop.getVisits());
    }

    private static List<Violation> check(Workshop workshop, RecordContext context) {
        List<Violation> found = new ArrayList<>();
        if (workshop.getName() == null) {
            found.add(Violation.of("WS-MISSING", "name"));
        }
        if (workshop.getPlaces() != null && workshop.getPlaces() < 1) {
            found.add(Violation.of("WS-PLACES", "places"));
        }
        if (workshop.getOpenedOn() != null && workshop.getOpenedOn().isAfter(context.today())) {
            found.add(Violation.of("WS-FUTURE", "openedOn"));
        }
        return found;
    }

    /** Twice in a year is refused; a small one may come again in another year, a large one may not. */
    private static List<Violation> conflicts(Workshop workshop, List<Integer> years, RecordContext context) {
        if (years.contains(context.programme().year())) {
            return List.of(Violation.of("WS-DUP", "name"));
        }
        return workshop.getSize() == Size.LARGE
                ? List.of(Violation.of("WS-BEFORE", "size", years.getLast().toString()))
                : List.of();
    }

    private static Workflow<Workshop> flow() {
        Workflow<Workshop> flow = Workflow.of(WorkshopState.class, "WS-STATE");
        flow.editableState(WorkshopState.DRAFT, Tone.NEUTRAL, "vaadin:pencil")
                .state(WorkshopState.DECLARED, Tone.WAITING, "vaadin:inbox")
                .state(WorkshopState.REVIEWED, Tone.WAITING, "vaadin:check")
                .state(WorkshopState.APPROVED, Tone.SUCCESS, "vaadin:medal")
                .endState(WorkshopState.CLOSED, Tone.NEUTRAL, "vaadin:ban");
        flow.on("submit")
                .from(WorkshopState.DRAFT)
                .to(WorkshopState.DECLARED)
                .by(Right.SUBMIT)
                .within("workshop.window", "WS-LATE")
                .duty(Duty.SUBMIT)
                .todo();
        flow.on("review")
                .from(WorkshopState.DECLARED)
                .to(WorkshopState.REVIEWED)
                .by(Right.REVIEW)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .duty(Duty.REVIEW)
                .guard((workshop, context) -> workshop.getPlaces() == null
                        ? List.of(Violation.of("WS-PLACES", "places"), Violation.of("WS-PLACES", "places"))
                        : List.of())
                .todo(5);
        flow.on("return")
                .from(WorkshopState.DECLARED)
                .to(WorkshopState.DRAFT)
                .by(Right.REVIEW)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .duty(Duty.REVIEW)
                .returning();
        flow.on("approve")
                .from(WorkshopState.REVIEWED)
                .to(WorkshopState.APPROVED)
                .by(Right.APPROVE)
                .at(OrgType.CITY)
                .duty(Duty.APPROVE)
                .effect((workshop, context) -> workshop.setNote("approved " + context.today()))
                .todo(3);
        flow.on("return")
                .from(WorkshopState.REVIEWED)
                .to(WorkshopState.DECLARED)
                .by(Right.APPROVE)
                .at(OrgType.CITY)
                .duty(Duty.APPROVE)
                .returning();
        flow.on("close")
                .from(WorkshopState.DRAFT, WorkshopState.APPROVED)
                .to(WorkshopState.CLOSED)
                .by(Right.SUBMIT, Right.APPROVE)
                .reason();
        return flow;
    }
}
