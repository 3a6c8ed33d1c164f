package org.shishi.programme.sample;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.form.OfficialForm.HeadCell;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.programme.Programme;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.Indicator;
import org.shishi.api.report.ReportTable;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Parameter;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Duty;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Workflow;
import org.shishi.programme.sample.Visit.Kind;
import org.shishi.programme.sample.Visit.State;

/** Visits with cooling gifts to people who work in the heat. Read this first. */
@Component
public final class SampleProgramme implements Programme {

    // region rule
    /** @param fenPerHead rounded down */
    public record PerHead(long fenPerHead) {}

    @Rule(id = "SAMPLE-1", name = "costPerHead", source = "sample")
    public static Outcome<PerHead> costPerHead(
            @Input("people") int people,
            @Input("costFen") long costFen,
            @Parameter("sample.maxFenPerHead") Long maxFenPerHead) {
        List<Violation> refusals = new ArrayList<>();
        if (people < 1) {
            refusals.add(Violation.of("SAMPLE-PEOPLE", "people"));
        }
        if (maxFenPerHead == null) {
            refusals.add(Violation.of("SAMPLE-UNSET", "costFen"));
        } else if (people > 0 && costFen > maxFenPerHead * people) {
            refusals.add(Violation.of("SAMPLE-PER-HEAD", "costFen", maxFenPerHead / 100));
        }
        return refusals.isEmpty() ? Outcome.of(new PerHead(costFen / people)) : Outcome.refused(refusals);
    }
    // endregion

    // region workflow
    private static final Workflow<Visit> FLOW = flow();

    private static Workflow<Visit> flow() {
        Workflow<Visit> flow = Workflow.of(State.class, "SAMPLE-STATE");
        flow.editableState(State.DRAFT, Tone.NEUTRAL, "vaadin:pencil")
                .state(State.SUBMITTED, Tone.WAITING, "vaadin:inbox")
                .endState(State.APPROVED, Tone.SUCCESS, "vaadin:check");
        flow.on("submit")
                .from(State.DRAFT)
                .to(State.SUBMITTED)
                .by(Right.SUBMIT)
                .duty(Duty.SUBMIT)
                .todo();
        flow.on("approve")
                .from(State.SUBMITTED)
                .to(State.APPROVED)
                .by(Right.REVIEW)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .duty(Duty.REVIEW)
                .todo(3);
        flow.on("return")
                .from(State.SUBMITTED)
                .to(State.DRAFT)
                .by(Right.REVIEW)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .duty(Duty.REVIEW)
                .returning();
        return flow;
    }
    // endregion

    // region record
    static final RecordType<Visit> VISITS = RecordType.of("visits", Visit.class, Visit::new)
            .title(Visit::getPlace)
            .icon("vaadin:gift")
            .field(Field.text("place", Visit::getPlace, Visit::setPlace)
                    .required()
                    .max(100)
                    .listed()
                    .searched()
                    .sorted())
            .field(Field.district("district", Visit::getDistrict, Visit::setDistrict)
                    .required()
                    .listed()
                    .filtered())
            .field(Field.date("visitedOn", Visit::getVisitedOn, Visit::setVisitedOn)
                    .required()
                    .listed()
                    .filtered()
                    .sorted())
            .field(Field.choice("kind", Kind.class, Visit::getKind, Visit::setKind)
                    .required()
                    .listed()
                    .filtered())
            .field(Field.integer("people", Visit::getPeople, Visit::setPeople)
                    .required()
                    .listed())
            .field(Field.money("costFen", Visit::getCostFen, Visit::setCostFen)
                    .required()
                    .listed())
            .workflow(FLOW)
            .attachments("photo")
            .check(SampleProgramme::check)
            .build();

    /** Incomplete records are checked too: what is missing is told by the fields themselves. */
    private static List<Violation> check(Visit visit, RecordContext context) {
        if (visit.getPeople() == null || visit.getCostFen() == null) {
            return List.of();
        }
        Long max = (Long)
                context.programme().edition().value("sample.maxFenPerHead").orElse(null);
        return costPerHead(visit.getPeople(), visit.getCostFen(), max).refusals();
    }
    // endregion

    // region form
    private static final OfficialForm<Visit> FORM = OfficialForm.of("SAMPLE-1", "{year}年高温慰问登记表", VISITS)
            .headRow(new HeadCell("区局工会", HeadCell.ORGANISATION))
            .column("序号", null)
            .column("慰问点", "place", "慰问地点")
            .column("行政区", "district")
            .column("慰问日期", "visitedOn")
            .column("慰问品", "kind")
            .column("慰问人数", "people", "人数")
            .column("金额(元)", "costFen", "金额（元）")
            .build();
    // endregion

    // region descriptor
    @Override
    public ProgrammeDescriptor describe() {
        return ProgrammeDescriptor.of("sample", null)
                .menu("vaadin:sun-o", 90)
                .records(VISITS, Gifts.TYPE)
                .exclusions(Gifts.ONE_EACH)
                .rules(SampleProgramme.class)
                .forms(FORM)
                .indicators(new Indicator("approved", "sample.target", VISITS, "r.head.status = 'APPROVED'"))
                .reports(ReportTable.of("overview", VISITS)
                        .by(ReportTable.STATUS, ReportTable.SECOND_LEVEL, "district", "kind")
                        .count()
                        .number("people", "sum(r.people)")
                        .money("cost", "sum(r.costFen)")
                        .indicator("approved")
                        .build())
                .build();
    }
    // endregion
}
