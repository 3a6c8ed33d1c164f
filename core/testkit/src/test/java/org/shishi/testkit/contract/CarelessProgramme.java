package org.shishi.testkit.contract;

import java.util.List;
import java.util.UUID;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.identity.Right;
import org.shishi.api.people.Participation;
import org.shishi.api.persistence.Sealed;
import org.shishi.api.programme.Programme;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.Indicator;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Ok;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Parameter;
import org.shishi.api.rule.Rule;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Workflow;

/** Does many things wrong, so that the contract has something to say. */
public final class CarelessProgramme implements Programme {

    enum Stage {
        OPEN,
        DONE,
        FORGOTTEN
    }

    static final class Thing implements ProgrammeRecord {

        private String name;
        private Long cost;

        @Sealed
        private String contact;

        @Override
        public UUID id() {
            return new UUID(0, 1);
        }

        @Override
        public long version() {
            return 0;
        }

        @Override
        public RecordHead head() {
            return new RecordHead();
        }
    }

    /** Prints everything. */
    public record Row(@Input(personal = true) String mobile) {}

    @Rule(id = "C-1", name = "decide", source = "")
    public static Outcome<Ok> decide(
            @Input("count") int count,
            @Input("rows") List<Row> rows,
            @Parameter("careless.limit") Integer limit,
            int year) {
        return Outcome.check(List.of());
    }

    private static Workflow<Thing> flow() {
        Workflow<Thing> flow = Workflow.of(Stage.class, "CL-STATE");
        flow.state(Stage.OPEN, Tone.NEUTRAL, "vaadin:pencil").state(Stage.DONE, Tone.SUCCESS, "vaadin:check");
        flow.on("close").from(Stage.OPEN).to(Stage.DONE);
        return flow;
    }

    private static final RecordType<Thing> THINGS = RecordType.of("things", Thing.class, Thing::new)
            .field(Field.text("name", (Thing t) -> t.name, (t, v) -> t.name = v))
            .field(Field.money("cost", (Thing t) -> t.cost, (t, v) -> t.cost = v))
            .participation(Participation.of("thing", Thing::id))
            .participation(Participation.of("loan", Thing::id).keptFor("careless.keepYears"))
            .createdBy(Right.CREATE)
            .workflow(flow())
            .check((thing, context) -> thing.name.isEmpty() ? List.of() : List.of())
            .build();

    @Override
    public ProgrammeDescriptor describe() {
        return ProgrammeDescriptor.of("careless", null)
                .records(THINGS)
                .rules(CarelessProgramme.class)
                .forms(OfficialForm.of("F-1", "{year}", THINGS)
                        .column("名称", "title")
                        .build())
                .indicators(new Indicator("done", "careless.target", THINGS, "r.head.status = 'DONE'"))
                .build();
    }
}
