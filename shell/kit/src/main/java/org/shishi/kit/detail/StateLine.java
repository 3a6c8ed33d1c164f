package org.shishi.kit.detail;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.State;
import org.shishi.api.workflow.Workflow;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.visit.Steps;
import org.shishi.kit.visit.Visit;

/** How far a record has come on the way it should go; a state off that way stands at its place in the workflow's order. */
final class StateLine extends OrderedList {

    StateLine(Visit visit, RecordType<?> type, Workflow<?> flow, String current) {
        addClassNames("state-line");
        getElement().setAttribute("aria-label", t("states.title"));
        List<State> way = with(current, Steps.mainWay(flow), flow.allStates());
        int here = index(way, current);
        for (int i = 0; i < way.size(); i++) {
            add(item(visit.state(type, way.get(i).name()), way.get(i), Integer.compare(i, here)));
        }
    }

    private static List<State> with(String current, List<State> way, List<State> all) {
        if (index(way, current) >= 0) {
            return way;
        }
        List<State> line = new ArrayList<>(way);
        all.stream().filter(state -> state.name().equals(current)).forEach(line::add);
        line.sort((a, b) -> Integer.compare(all.indexOf(a), all.indexOf(b)));
        return line;
    }

    private static int index(List<State> states, String name) {
        return states.stream().map(State::name).toList().indexOf(name);
    }

    /** @param side -1: passed, 0: here, 1: to come */
    private static ListItem item(String word, State state, int side) {
        String icon = side < 0 ? "vaadin:check" : side == 0 ? state.icon() : "vaadin:circle-thin";
        ListItem item = new ListItem(new Icon(icon), new Span(word));
        item.addClassName(side < 0 ? "passed" : side == 0 ? "here" : "ahead");
        if (side == 0) {
            item.addClassName(StatusBadge.css(state.tone()));
            item.getElement().setAttribute("aria-current", "step");
        } else {
            Span said = new Span(t(side < 0 ? "states.passed" : "states.ahead"));
            said.addClassName("visually-hidden");
            item.add(said);
        }
        return item;
    }
}
