package org.shishi.kit.home;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.State;
import org.shishi.api.workflow.Workflow;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.visit.Visit;

/** How many records stand at each step; each number leads to them. */
final class StepCounts<T extends ProgrammeRecord> extends Section {

    private static final long CAP = 1000;

    private final transient Visit visit;
    private final transient RecordType<T> type;

    StepCounts(Visit visit, RecordType<T> type) {
        this.visit = visit;
        this.type = type;
        addClassName("card");
        long all = count(Map.of());
        Div head = new Div(
                new H2(visit.plural(type)), Links.to(visit.paths().list(type), t("home.all", Amounts.count(all, CAP))));
        head.addClassName("card-head");
        add(head);
        type.workflow().ifPresent(flow -> add(steps(flow)));
    }

    private Component steps(Workflow<T> flow) {
        OrderedList list = new OrderedList();
        list.addClassName("step-counts");
        flow.allStates().forEach(state -> list.add(new ListItem(step(state))));
        return list;
    }

    private Anchor step(State state) {
        long count = count(Map.of("status", List.of(state.name())));
        Span word = new Span(new Icon(state.icon()), new Span(visit.state(type, state.name())));
        word.addClassName("step-word");
        Span number = new Span(Amounts.count(count, CAP));
        number.addClassName("step-number");
        Anchor link = Links.around(
                Links.withQuery(visit.paths().list(type), QueryParameters.of("status", state.name())), word, number);
        link.addClassNames("step", StatusBadge.css(state.tone()));
        link.setClassName("none", count == 0);
        return link;
    }

    private long count(Map<String, List<String>> filters) {
        RecordQuery query = new RecordQuery(filters, null, null, false, null, false, 1);
        return visit.records(type).count(visit.caller(), query, CAP + 1);
    }
}
