package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.record.BatchResult;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.workflow.Transition;
import org.shishi.kit.component.Announcer;
import org.shishi.kit.visit.Steps;
import org.shishi.kit.visit.TransitionDialog;
import org.shishi.kit.visit.Visit;

/** What can be done with the ticked rows: the steps that start from their states and that the caller may try. */
final class BatchBar<T extends ProgrammeRecord> extends Div {

    private final transient Visit visit;
    private final transient RecordType<T> type;
    private final transient Runnable refresh;

    BatchBar(Visit visit, RecordType<T> type, Runnable refresh) {
        this.visit = visit;
        this.type = type;
        this.refresh = refresh;
        addClassName("batch-bar");
        setVisible(false);
    }

    void selected(Set<T> records) {
        removeAll();
        setVisible(!records.isEmpty());
        if (records.isEmpty()) {
            return;
        }
        String count = t("batch.selected", records.size());
        Announcer.say(count);
        add(new Span(count));
        Map<String, Transition<T>> offered = offered(records);
        if (offered.isEmpty()) {
            Span none = new Span(t("batch.none"));
            none.addClassName("muted");
            add(none);
        }
        offered.forEach((action, transition) -> add(new Button(visit.action(action), e -> ask(transition, records))));
    }

    private Map<String, Transition<T>> offered(Set<T> records) {
        Set<String> states =
                records.stream().map(record -> record.head().status()).collect(Collectors.toSet());
        return type.workflow()
                .map(flow -> Steps.offered(
                        flow, states, visit.caller(), visit.descriptor().id()))
                .orElse(Map.of());
    }

    private void ask(Transition<T> transition, Set<T> records) {
        List<T> all = List.copyOf(records);
        TransitionDialog.many(visit, type, all.size(), transition, request -> run(request, all));
    }

    private void run(TransitionRequest request, List<T> records) {
        visit.attempt(() -> {
            BatchResult result = visit.records(type)
                    .transitionAll(
                            visit.caller(),
                            records.stream().map(ProgrammeRecord::id).toList(),
                            request);
            new BatchResultDialog(visit, type, request.action(), result).open();
            refresh.run();
        });
    }
}
