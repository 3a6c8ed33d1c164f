package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Transition;
import org.shishi.api.workflow.Workflow;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.WorkshopState;
import org.shishi.core.sample.SampleOrganisations;

class TodoPlanTest {

    private final SampleOrganisations tree = new SampleOrganisations();

    @SafeVarargs
    private List<TodoPlan.Item> plan(Organisation owner, Consumer<Transition<Workshop>>... steps) {
        Workflow<Workshop> flow = Workflow.of(WorkshopState.class, "X");
        flow.state(WorkshopState.DRAFT, Tone.NEUTRAL, "");
        for (int i = 0; i < steps.length; i++) {
            Transition<Workshop> step =
                    flow.on("step" + i).from(WorkshopState.DRAFT).to(WorkshopState.CLOSED);
            steps[i].accept(step);
        }
        RecordType<Workshop> type = RecordType.of("workshops", Workshop.class, Workshop::new)
                .workflow(flow)
                .build();
        return TodoPlan.of(new Kind<>(null, type), "DRAFT", owner.id(), tree);
    }

    private UUID responsible(Organisation owner, Consumer<Transition<Workshop>> step) {
        return plan(owner, step).getFirst().organisation();
    }

    @Test
    void theLevelsOfAStepSayWhoseTurnItIs() {
        UUID east = tree.east.id();
        assertEquals(east, responsible(tree.factory, s -> s.by(Right.REVIEW)
                .at(OrgType.DISTRICT, OrgType.BUREAU)
                .todo()));
        assertEquals(east, responsible(tree.east, s -> s.by(Right.SUBMIT)
                .at(OrgType.DISTRICT)
                .todo()));
        assertEquals(tree.city.id(), responsible(tree.factory, s -> s.by(Right.INSPECT)
                .at(OrgType.CITY)
                .todo()));
        assertEquals(tree.factory.id(), responsible(tree.factory, s -> s.by(Right.SUBMIT)
                .at(OrgType.GRASSROOTS, OrgType.CITY)
                .todo()));
        assertEquals(
                tree.city.id(),
                responsible(
                        tree.city, s -> s.by(Right.REVIEW).at(OrgType.DISTRICT).todo()),
                "the city's own has no second level");
    }

    @Test
    void withoutLevelsTheRightsDo() {
        assertEquals(tree.factory.id(), responsible(tree.factory, s -> s.by(Right.SUBMIT)
                .todo()));
        assertEquals(tree.east.id(), responsible(tree.factory, s -> s.by(Right.REVIEW)
                .todo()));
        assertEquals(tree.city.id(), responsible(tree.factory, s -> s.by(Right.APPROVE)
                .todo()));
        assertEquals(tree.city.id(), responsible(tree.factory, s -> s.by(Right.SETTLE)
                .todo()));
    }

    @Test
    void oneItemForEachOrganisationWithItsShortestLimit() {
        List<TodoPlan.Item> items = plan(
                tree.factory,
                s -> s.by(Right.REVIEW).todo(5),
                s -> s.by(Right.REVIEW, Right.INSPECT).at(OrgType.DISTRICT).todo(3),
                s -> s.by(Right.REVIEW).todo(),
                s -> s.by(Right.SUBMIT).todo(),
                s -> s.by(Right.SUBMIT));

        assertEquals(
                List.of(
                        new TodoPlan.Item(
                                tree.east.id(),
                                List.of("step0", "step1", "step2"),
                                Set.of(Right.REVIEW, Right.INSPECT),
                                3),
                        new TodoPlan.Item(tree.factory.id(), List.of("step3"), Set.of(Right.SUBMIT), 0)),
                items);
    }
}
